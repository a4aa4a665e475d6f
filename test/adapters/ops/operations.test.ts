import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Operations, type OperationsOptions, openOperations } from "../../../adapters/ops/operations.ts";
import { createRecordedLog, type RecordedLog } from "../state/recorded-log.ts";
import { freePort } from "../state/redis-server.ts";

interface Running {
  readonly operations: Operations;
  readonly log: RecordedLog;
  readonly url: string;
  readonly dir: string;
}

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), "talks-operations-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  mkdirSync(join(dir, "corpus", "articles"), { recursive: true });
  write(dir, "a", "2025-03-01");
  return dir;
}

function write(dir: string, id: string, published: string): void {
  const front = `title: "Bridge"\noutlet: null\nauthor: null\npublished: ${published}\nurl: null`;
  writeFileSync(join(dir, "corpus", "articles", `${id}.md`), `---\n${front}\n---\nThe bridge of ${id} was opened.\n`);
}

async function optionsFor(dir: string): Promise<OperationsOptions> {
  return {
    corpusDir: join(dir, "corpus"),
    archive: null,
    stateDir: join(dir, "state"),
    stateUrl: null,
    opsPort: await freePort(),
    opsHost: "127.0.0.1",
    questionLogDays: 7,
    feeds: null,
    fairUse: { perPerson: { questions: 1, seconds: 60 }, perChannel: null, channels: [], mentionOnly: false },
  };
}

async function run(): Promise<Running> {
  const dir = folder();
  const log = createRecordedLog();
  const options = await optionsFor(dir);
  const operations = await openOperations(options, log);
  onTestFinished(operations.close);
  return { operations, log, dir, url: `http://127.0.0.1:${options.opsPort}` };
}

const metricsOf = async (url: string) => (await fetch(`${url}/metrics`)).text();

test("a running bot answers, remembers, limits, counts and stores", async () => {
  const { operations, url, dir } = await run();
  const who = { platform: "slack", person: "U1" };
  const asking = { ...who, channels: ["C1"], isDirect: false, isAddressed: true, demand: "answer" } as const;
  expect((await operations.fairUse.decide(asking)).kind).toBe("answer");
  const answer = await operations.engine().ask({ text: "bridge" });
  operations.observer.answered(who, { answerId: "a1", answer, seconds: 0.002 });
  expect((await operations.fairUse.decide(asking)).kind).toBe("refuse");
  operations.observer.turnedAway(who, "bridge again", "refused");
  await operations.state.set("key", 1, 60_000);
  const metrics = await metricsOf(url);
  expect(metrics).toContain(`talks_questions_total{platform="slack",outcome="${answer.outcome}"} 1`);
  expect(metrics).toContain('talks_questions_total{platform="slack",outcome="refused"} 1');
  expect(metrics).toContain("talks_corpus_articles 1");
  await operations.close();
  expect(readFileSync(join(dir, "state", "state.jsonl"), "utf8")).toContain('"key"');
  const [today = ""] = new Date().toISOString().split("T");
  expect(readFileSync(join(dir, "state", "questions", `${today}.jsonl`), "utf8").split("\n")).toHaveLength(3);
  await expect(fetch(url)).rejects.toThrow();
});

test("a changed corpus is served and counted", async () => {
  const { operations, url, dir } = await run();
  write(dir, "b", "2025-03-02");
  await vi.waitFor(async () => expect((await operations.engine().coverage()).articles).toHaveLength(2), 2000);
  expect(await metricsOf(url)).toContain("talks_corpus_articles 2");
});

test("readiness and metrics follow the platforms", async () => {
  const { operations, url } = await run();
  const seen = async () => {
    const readiness = await fetch(`${url}/readyz`);
    return { status: readiness.status, slack: /"slack":"(\w+)"/.exec(await readiness.text())?.[1] };
  };
  operations.platforms("slack", { kind: "starting" });
  expect(await seen()).toEqual({ status: 503, slack: "starting" });
  operations.platforms("slack", { kind: "connected" });
  expect(await seen()).toEqual({ status: 200, slack: "ready" });
  expect(await metricsOf(url)).toContain('talks_platform_connected{platform="slack"} 1');
  operations.platforms("slack", { kind: "refused", why: "bad token" });
  expect(await seen()).toEqual({ status: 503, slack: "failed" });
  expect(await metricsOf(url)).toContain('talks_platform_connected{platform="slack"} 0');
});

test("what cannot be opened is an error, and nothing stays open behind it", async () => {
  const dir = folder();
  const options = await optionsFor(dir);
  await expect(openOperations({ ...options, corpusDir: join(dir, "nowhere") }, createRecordedLog())).rejects.toThrow(
    "Cannot read the articles folder",
  );
  const taken = createServer().listen(options.opsPort ?? 0, "127.0.0.1");
  onTestFinished(() => void taken.close());
  await expect(openOperations(options, createRecordedLog())).rejects.toThrow("EADDRINUSE");
});

test("where no more questions are stored, those that were expire as they would have", async () => {
  const options = await optionsFor(folder());
  const questions = join(options.stateDir, "questions");
  mkdirSync(questions, { recursive: true });
  for (const name of ["2020-01-01.jsonl", "days"]) writeFileSync(join(questions, name), "7\n");
  const operations = await openOperations({ ...options, questionLogDays: null }, createRecordedLog());
  await operations.close();
  expect(readdirSync(questions)).toEqual(["days"]);
});
