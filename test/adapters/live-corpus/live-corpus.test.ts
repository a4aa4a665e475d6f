import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  createLiveCorpus,
  type LiveCorpus,
  type LiveCorpusOptions,
} from "../../../adapters/live-corpus/live-corpus.ts";
import { createEngine, loadCorpus } from "../../../src/index.ts";
import { createRecordedLog, type RecordedLog } from "../state/recorded-log.ts";

const SERVED_WITHIN_MS = 2000;

function write(dir: string, id: string, title: string): void {
  const front = `title: "${title}"\noutlet: null\nauthor: null\npublished: null\nurl: null`;
  writeFileSync(join(dir, "articles", `${id}.md`), `---\n${front}\n---\nThe ${title} of ${id} was opened on Monday.\n`);
}

function corpusDir(...ids: readonly string[]): string {
  const dir = mkdtempSync(join(tmpdir(), "talks-live-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  mkdirSync(join(dir, "articles"));
  for (const id of ids) write(dir, id, "bridge");
  return dir;
}

interface Live {
  readonly corpus: LiveCorpus;
  readonly log: RecordedLog;
}

async function serve(dir: string, options: Partial<LiveCorpusOptions> = {}): Promise<Live> {
  const log = createRecordedLog();
  const corpus = await createLiveCorpus({ dir, log, ...options });
  onTestFinished(() => corpus.close());
  return { corpus, log };
}

async function titles({ corpus }: Live): Promise<Readonly<Record<string, string | null>>> {
  return Object.fromEntries((await corpus.engine().coverage()).articles.map(({ id, title }) => [id, title]));
}

async function soon(live: Live, expected: Readonly<Record<string, string>>): Promise<void> {
  await vi.waitFor(async () => expect(await titles(live)).toEqual(expected), {
    timeout: SERVED_WITHIN_MS,
    interval: 10,
  });
}

describe("within two seconds", () => {
  test("an article that is added, changed or removed is served so", async () => {
    const dir = corpusDir("a", "b");
    const live = await serve(dir);
    write(dir, "c", "tunnel");
    await soon(live, { a: "bridge", b: "bridge", c: "tunnel" });
    write(dir, "a", "ferry");
    await soon(live, { a: "ferry", b: "bridge", c: "tunnel" });
    rmSync(join(dir, "articles", "b.md"));
    await soon(live, { a: "ferry", c: "tunnel" });
    expect(live.log.lines).toEqual(Array(3).fill("info: The corpus was read anew."));
  });

  test("an article is served that an editor writes aside and renames", async () => {
    const dir = corpusDir("a");
    const live = await serve(dir);
    const file = join(dir, "articles", "a.md");
    renameSync(file, `${file}~`);
    write(dir, "a", "ferry");
    rmSync(`${file}~`);
    await soon(live, { a: "ferry" });
  });

  test("a burst of changes is served, as few times as can be", async () => {
    const dir = corpusDir("a");
    const live = await serve(dir);
    const ids = Array.from({ length: 50 }, (_, n) => `n${n}`);
    for (const id of ids) write(dir, id, "tunnel");
    await soon(live, { a: "bridge", ...Object.fromEntries(ids.map((id) => [id, "tunnel"])) });
    expect(live.log.lines.length).toBeLessThanOrEqual(3);
  });

  test("changes are served also while others go on and on", async () => {
    const dir = corpusDir("a");
    const live = await serve(dir);
    write(dir, "b", "tunnel");
    let n = 0;
    const noise = setInterval(() => write(dir, "noise", `${n++}`), 30);
    onTestFinished(() => clearInterval(noise));
    await vi.waitFor(async () => expect(await titles(live)).toHaveProperty("b"), {
      timeout: SERVED_WITHIN_MS,
      interval: 10,
    });
  });

  test("a folder is served that takes the place of the old one", async () => {
    const dir = corpusDir("a");
    const next = corpusDir("b");
    const live = await serve(dir);
    renameSync(join(dir, "articles"), join(dir, "old"));
    cpSync(join(next, "articles"), join(dir, "articles"), { recursive: true });
    await soon(live, { b: "bridge" });
    write(dir, "c", "tunnel");
    await soon(live, { b: "bridge", c: "tunnel" });
  });
});

describe("a broken file", () => {
  test("is reported once, and its last good version stays in service", async () => {
    const dir = corpusDir("a", "b");
    const live = await serve(dir);
    writeFileSync(join(dir, "articles", "a.md"), "no front matter");
    write(dir, "c", "tunnel");
    await soon(live, { a: "bridge", b: "bridge", c: "tunnel" });
    write(dir, "b", "ferry");
    await soon(live, { a: "bridge", b: "ferry", c: "tunnel" });
    const faults = live.log.lines.filter((line) => line.startsWith("warn"));
    expect(faults).toEqual([
      `warn: The corpus has a fault: ${join(dir, "articles", "a.md")}:1: does not begin with a front matter (---)`,
    ]);
    rmSync(join(dir, "articles", "a.md"));
    await soon(live, { b: "ferry", c: "tunnel" });
  });

  test("at the start is reported and left out", async () => {
    const dir = corpusDir("a");
    writeFileSync(join(dir, "articles", "broken.md"), "no front matter");
    const live = await serve(dir);
    expect(await titles(live)).toEqual({ a: "bridge" });
    expect(live.log.lines).toEqual([expect.stringMatching(/^warn: .*broken\.md:1: does not begin/)]);
  });

  test("is served again when it is mended", async () => {
    const dir = corpusDir("a", "b");
    const live = await serve(dir);
    writeFileSync(join(dir, "articles", "a.md"), "no front matter");
    await vi.waitFor(() => expect(live.log.lines).toHaveLength(2), SERVED_WITHIN_MS);
    write(dir, "a", "ferry");
    await soon(live, { a: "ferry", b: "bridge" });
  });
});

test("a folder that is emptied leaves the last corpus in service", async () => {
  const dir = corpusDir("a");
  const onFailed = vi.fn();
  const live = await serve(dir, { onFailed });
  rmSync(join(dir, "articles"), { recursive: true });
  await vi.waitFor(() => expect(onFailed).toHaveBeenCalled(), SERVED_WITHIN_MS);
  expect(await titles(live)).toEqual({ a: "bridge" });
  expect(live.log.lines).toEqual(["error: The changed corpus cannot be served; the one before it stays in service."]);
});

test("a folder without articles cannot be served", async () => {
  await expect(serve(corpusDir())).rejects.toThrow("No article could be read");
});

test("an engine that was given out answers from its own corpus, whatever changes meanwhile", async () => {
  const dir = corpusDir("a");
  const live = await serve(dir);
  const old = live.corpus.engine();
  const before = await old.ask({ text: "bridge" });
  rmSync(join(dir, "articles", "a.md"));
  write(dir, "b", "ferry");
  await soon(live, { b: "ferry" });
  expect(await old.ask({ text: "bridge" })).toEqual(before);
});

test("the old engine serves until the new one is built, and it may be built elsewhere", async () => {
  const dir = corpusDir("a");
  let finish = () => {};
  let builds = 0;
  const live = await serve(dir, {
    build: async (corpus) => {
      builds += 1;
      if (builds > 1)
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
      return createEngine(corpus);
    },
  });
  write(dir, "a", "ferry");
  await vi.waitFor(() => expect(builds).toBe(2), SERVED_WITHIN_MS);
  expect(await titles(live)).toEqual({ a: "bridge" });
  finish();
  await soon(live, { a: "ferry" });
});

test("no answer of a thousand mixes two corpora while fifty articles change", async () => {
  const ids = Array.from({ length: 50 }, (_, n) => `n${n}`);
  const dir = corpusDir(...ids);
  const served: ReadonlyMap<string, string>[] = [];
  const live = await serve(dir, {
    onServed: ({ corpus }) => served.push(new Map(corpus.articles.map(({ id, body }) => [id, body]))),
  });
  let asked = 0;
  for (const [at, id] of ids.entries()) {
    write(dir, id, `version ${at}`);
    for (let n = 0; n < 20; n++) {
      const answer = await live.corpus.engine().ask({ text: `What was opened on Monday? ${id}` });
      const passages = [...answer.passages, ...answer.more];
      const isOf = (corpus: ReadonlyMap<string, string>) =>
        passages.every(({ article, text, start, end }) => corpus.get(article.id)?.slice(start, end) === text);
      expect(served.some(isOf)).toBe(true);
      asked += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(asked).toBe(1000);
  await vi.waitFor(
    () => expect(served.at(-1)).toEqual(new Map(loadCorpus(dir).corpus.articles.map(({ id, body }) => [id, body]))),
    SERVED_WITHIN_MS,
  );
  expect(served.length).toBeGreaterThan(1);
});
