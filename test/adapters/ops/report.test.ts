import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import type { Observer } from "../../../adapters/conversation/observer.ts";
import { createMetrics } from "../../../adapters/ops/metrics.ts";
import { createObserver } from "../../../adapters/ops/observer.ts";
import { createQuestionLog, type QuestionLog } from "../../../adapters/ops/question-log.ts";
import { type ReportFlags, runReport } from "../../../adapters/ops/report-command.ts";
import type { Answer, Outcome } from "../../../src/index.ts";
import { createRecordedLog } from "../state/recorded-log.ts";

const DAY_MS = 86_400_000;
const ANN = { platform: "slack", person: "U1" };
const BEN = { platform: "discord", person: "42" };

function stateDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "talks-report-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function answered(question: string, outcome: Outcome, answerId = question, missing: readonly string[] = []) {
  const answer: Answer = {
    question,
    outcome,
    lead: null,
    passages: [],
    more: [],
    disagreements: [],
    missing,
    notices: [],
    suggestions: [],
  };
  return { answerId, answer, seconds: 0.01 };
}

/** Writes through an observer and waits until everything is on the disk. */
async function observe(log: QuestionLog, now: () => number, see: (observer: Observer) => void): Promise<void> {
  see(createObserver(createMetrics(), log, now));
  await log.close();
}

async function report(log: QuestionLog | null, flags: ReportFlags = {}) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const code = await runReport(log, flags, out, err);
  return { code, out: String(out.read() ?? ""), err: String(err.read() ?? "") };
}

test("counts once what a crash had written down twice", async () => {
  const now = () => Date.parse("2025-03-02T10:00:00Z");
  const log = createQuestionLog(stateDir(), 30, createRecordedLog(), now);
  await observe(log, now, (observer) => {
    observer.answered(ANN, answered("Who pays for the bridge?", "answered", "a1"));
    observer.answered(ANN, answered("Who pays for the bridge?", "answered", "a1"));
    observer.turnedAway(ANN, "One too many?", "refused");
    observer.turnedAway(ANN, "One too many?", "refused");
  });
  const { out } = await report(log, { json: true });
  expect(JSON.parse(out)).toMatchObject({ questions: 3, outcomes: { answered: 1, refused: 2 } });
});

test("shows what is asked, what the corpus lacks and which answers did not help", async () => {
  const now = () => Date.parse("2025-03-02T10:00:00Z");
  const log = createQuestionLog(stateDir(), 30, createRecordedLog(), now);
  await observe(log, now, (observer) => {
    observer.answered(ANN, answered("Who pays for the bridge?", "answered", "a1"));
    observer.answered(BEN, answered("who pays for the BRIDGE", "answered", "a2"));
    observer.answered(BEN, answered("What about\u001B[31m Mars?", "none", "a3", ["Mars"]));
    observer.answered(ANN, answered("When is the fair?", "related", "a4"));
    observer.turnedAway(ANN, "One too many?", "refused");
    observer.voted(BEN, { answerId: "a1", vote: "up", instead: null, reason: null });
    observer.voted(ANN, { answerId: "a1", vote: "down", instead: null, reason: null });
    observer.voted(ANN, { answerId: "a1", vote: "down", instead: null, reason: "It names\nnobody." });
    observer.voted(ANN, { answerId: "unknown", vote: "down", instead: null, reason: null });
  });
  expect((await report(log)).out).toBe(`5 questions of 2 people, on 2025-03-02
  answered 2 (40 %), none 1 (20 %), related 1 (20 %), refused 1 (20 %)
  slack 3 (60 %), discord 2 (40 %)

Asked most
     2  Who pays for the bridge?
     1  What about [31m Mars?
     1  When is the fair?
     1  One too many?

Not answered (what the corpus lacks)
     1  What about [31m Mars?
     1  When is the fair?

Mentioned in no article
     1  Mars

Answers that did not help
     1 👎 1 👍  Who pays for the bridge?
        “It names nobody.”
`);
  expect(JSON.parse((await report(log, { json: true })).out)).toMatchObject({ questions: 5, people: 2 });
});

test("what a person asked can be deleted, and their id is stored nowhere", async () => {
  const dir = stateDir();
  const now = Date.now;
  const log = createQuestionLog(dir, 30, createRecordedLog());
  await observe(log, now, (observer) => {
    observer.answered(ANN, answered("Mine?", "answered"));
    observer.voted(ANN, { answerId: "Mine?", vote: "up", instead: null, reason: null });
    observer.answered(BEN, answered("Another's?", "answered"));
  });
  const stored = readdirSync(join(dir, "questions")).map((name) => readFileSync(join(dir, "questions", name), "utf8"));
  expect(stored.join("")).not.toMatch(/U1|"42"/);
  expect(await report(log, { forget: "slack:U1" })).toEqual({
    code: 0,
    out: "2 stored questions and votes of slack:U1 were deleted.\n",
    err: "",
  });
  expect(await log.read()).toMatchObject([{ question: "Another's?" }]);
  expect((await report(log, { forget: "U1" })).err).toContain("--forget takes a platform and the person's id");
});

test("questions expire", async () => {
  const dir = stateDir();
  let time = Date.parse("2025-03-01T12:00:00Z");
  const now = () => time;
  const log = createQuestionLog(dir, 2, createRecordedLog(), now);
  const ask = (question: string) => observe(log, now, (observer) => observer.answered(ANN, answered(question, "none")));
  await ask("first");
  time += DAY_MS;
  await ask("second");
  expect(await log.read()).toHaveLength(2);
  time += DAY_MS;
  expect(await log.read()).toMatchObject([{ question: "second" }]);
  await ask("third");
  expect(readdirSync(join(dir, "questions"))).toEqual(["2025-03-02.jsonl", "2025-03-03.jsonl"]);
});

test("a folder that cannot be written is said once, and harms no answer", async () => {
  const dir = stateDir();
  writeFileSync(join(dir, "questions"), "a file in the way");
  const recorded = createRecordedLog();
  const log = createQuestionLog(dir, 2, recorded);
  await observe(log, Date.now, (observer) => {
    for (const question of ["a", "b", "c"]) observer.answered(ANN, answered(question, "none"));
  });
  expect(recorded.lines).toEqual([`error: Questions cannot be stored in ${join(dir, "questions")}.`]);
});

test("without stored questions the command says how to store them", async () => {
  expect(await report(null)).toMatchObject({
    code: 1,
    err: expect.stringContaining("Set QUESTION_LOG_DAYS"),
  });
  expect((await report(createQuestionLog(stateDir(), 3, createRecordedLog()))).out).toBe("No questions are stored.\n");
});
