import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Observer } from "../../../adapters/conversation/chat-adapter.ts";
import { createMetrics } from "../../../adapters/ops/metrics.ts";
import { fingerprint, openQuestionFolder } from "../../../adapters/ops/question-folder.ts";
import { createObserver, createQuestionLog } from "../../../adapters/ops/question-log.ts";
import { runReport } from "../../../adapters/ops/report-command.ts";
import type { Answer, Outcome } from "../../../src/index.ts";
import { createRecordedLog } from "../state/recorded-log.ts";

const DAY_MS = 86_400_000;
const ANN = { platform: "slack", person: "U1" };
const BEN = { platform: "discord", person: "42" };
const RECORD = {
  kind: "question",
  at: "2025-03-01T12:00:00.000Z",
  platform: "slack",
  answerId: null,
  outcome: "none",
  missing: [],
} as const;

function stateDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "talks-report-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function answered(question: string, outcome: Outcome, answerId = question, missing: readonly string[] = []) {
  const answer: Answer = {
    question,
    outcome,
    confidence: 0.5,
    lead: null,
    passages: [],
    parts: [],
    more: [],
    disagreements: [],
    missing,
    notices: [],
    suggestions: [],
  };
  return { answerId, answer, seconds: 0.01 };
}

/** Stores what an observer sees at a time, and waits until it is on the disk. */
async function observe(dir: string, time: number, see: (observer: Observer) => void, days: number | null = 30) {
  const recorded = createRecordedLog();
  const log = createQuestionLog(dir, days, recorded, () => time);
  see(createObserver(createMetrics(), log, () => time));
  await log.close();
  return recorded;
}

async function report(stateDir: string, flags: { readonly json?: boolean } = {}, questionLogDays: number | null = 30) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const code = await runReport({ stateDir, questionLogDays, feeds: null, corpusDir: stateDir }, flags, out, err);
  return { code, out: String(out.read() ?? ""), err: String(err.read() ?? "") };
}

const storedDays = (dir: string) => readdirSync(join(dir, "questions")).filter((name) => name !== "days");
const storedText = (dir: string) =>
  storedDays(dir)
    .map((name) => readFileSync(join(dir, "questions", name), "utf8"))
    .join("");

test("counts once what a crash had written down twice", async () => {
  const dir = stateDir();
  await observe(dir, Date.now(), (observer) => {
    observer.answered(ANN, answered("Who pays for the bridge?", "answered", "a1"));
    observer.answered(ANN, answered("Who pays for the bridge?", "answered", "a1"));
    observer.turnedAway(ANN, "One too many?", "refused");
    observer.turnedAway(ANN, "One too many?", "refused");
  });
  const { out } = await report(dir, { json: true });
  expect(JSON.parse(out)).toMatchObject({ questions: 3, outcomes: { answered: 1, refused: 2 } });
});

test("shows what is asked, what the corpus lacks and which answers did not help", async () => {
  const dir = stateDir();
  await observe(dir, Date.now(), (observer) => {
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
  const today = new Date().toISOString().slice(0, 10);
  expect((await report(dir)).out).toBe(`5 questions of 2 people, on ${today}
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
  expect(JSON.parse((await report(dir, { json: true })).out)).toMatchObject({ questions: 5, people: 2 });
});

test("what a person asked can be deleted, and their id is stored nowhere", async () => {
  const dir = stateDir();
  await observe(dir, Date.now(), (observer) => {
    observer.answered(ANN, answered("Mine?", "answered"));
    observer.voted(ANN, { answerId: "Mine?", vote: "up", instead: null, reason: null });
    observer.answered(BEN, answered("Another's?", "answered"));
  });
  expect(storedText(dir)).not.toMatch(/U1|"42"/);
  const folder = openQuestionFolder(dir);
  expect(await folder.forget(fingerprint(ANN.platform, ANN.person))).toMatchObject([
    { kind: "question", question: "Mine?" },
    { kind: "vote", answerId: "Mine?" },
  ]);
  expect(storedText(dir)).not.toContain("Mine?");
  expect(await folder.read(30, Date.now())).toMatchObject([{ question: "Another's?" }]);
});

test("what is asked while a person is forgotten is stored all the same", async () => {
  const dir = stateDir();
  const folder = openQuestionFolder(dir);
  const of = (person: string, n: number) =>
    folder.add({ ...RECORD, person, question: `${n} of ${person}` }, Date.now());
  await folder.keepFor(30);
  const numbers = Array.from({ length: 200 }, (_, n) => n);
  for (const n of numbers) await of("ann", n);
  const adding = (async () => {
    for (const n of numbers) await of("ben", n);
  })();
  for (let forgotten = 0; forgotten < numbers.length; ) forgotten += (await folder.forget("ann")).length;
  await adding;
  expect((await folder.read(30, Date.now())).map(({ person }) => person)).toEqual(numbers.map(() => "ben"));
});

test("questions expire, whether or not another is asked", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const dir = stateDir();
  let time = Date.parse("2025-03-01T12:00:00Z");
  const log = createQuestionLog(dir, 2, createRecordedLog(), () => time);
  const observer = createObserver(createMetrics(), log, () => time);
  observer.answered(ANN, answered("first", "none"));
  await vi.waitFor(() => expect(storedDays(dir)).toEqual(["2025-03-01.jsonl"]));
  time += DAY_MS;
  observer.answered(ANN, answered("second", "none"));
  await vi.waitFor(() => expect(storedDays(dir)).toEqual(["2025-03-01.jsonl", "2025-03-02.jsonl"]));
  time += DAY_MS;
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => expect(storedDays(dir)).toEqual(["2025-03-02.jsonl"]));
  expect(await openQuestionFolder(dir).read(2, time)).toMatchObject([{ question: "second" }]);
  await log.close();
  // Switched off, it stores nothing, and what is there goes when it would have.
  const off = await observe(dir, time, (seen) => seen.answered(ANN, answered("third", "none")), null);
  expect([storedDays(dir), off.lines]).toEqual([["2025-03-02.jsonl"], []]);
  await observe(dir, time + DAY_MS, () => {}, null);
  expect(storedDays(dir)).toEqual([]);
});

test("a folder that cannot be written is said once, and harms no answer", async () => {
  const dir = stateDir();
  writeFileSync(join(dir, "questions"), "a file in the way");
  const recorded = await observe(dir, Date.now(), (observer) => {
    for (const question of ["a", "b", "c"]) observer.answered(ANN, answered(question, "none"));
  });
  expect(recorded.lines).toEqual([`error: Questions cannot be stored in ${join(dir, "questions")}.`]);
});

test("a pipe in the place of a day's file holds nobody up", async () => {
  const dir = stateDir();
  mkdirSync(join(dir, "questions"));
  const today = new Date().toISOString().slice(0, 10);
  execFileSync("mkfifo", [join(dir, "questions", `${today}.jsonl`)]);
  const recorded = await observe(dir, Date.now(), (observer) => observer.answered(ANN, answered("a", "none")));
  expect(recorded.lines).toEqual([`error: Questions cannot be stored in ${join(dir, "questions")}.`]);
});

test("without stored questions the command says how to store them", async () => {
  expect(await report(stateDir(), {}, null)).toMatchObject({
    code: 1,
    err: expect.stringContaining("Set QUESTION_LOG_DAYS"),
  });
  expect((await report(stateDir())).out).toBe("No questions are stored.\n");
});
