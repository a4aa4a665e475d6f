import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OWN_CORPUS } from "../../../adapters/package-root.ts";
import { openEngine } from "../../../adapters/terminal/open-engine.ts";
import { corpusFolder } from "./corpus-folder.ts";
import { emptyFolder, runProgram } from "./run-program.ts";

const open = (corpus: string, cache: string | null) => openEngine(corpus, cache, "one question");
const QUESTION = { text: "when will the harbour reopen" };
const FRONT = "---\ntitle: null\noutlet: null\nauthor: null\npublished: null\nurl: null\n---\n";

/** The indexes in a folder. */
function indexesIn(cache: string): readonly string[] {
  return existsSync(cache) ? readdirSync(cache).filter((name) => /^\w+\.index$/.test(name)) : [];
}

/** A corpus of so much text that it is worth a file in the cache. */
function largeCorpus(): string {
  const paragraph = (boat: number) =>
    `Boat ${boat} was painted at mooring ${boat + 7}, its crew of ${boat + 13} said.\n\n`;
  const article = (from: number) => FRONT + Array.from({ length: 200 }, (_, n) => paragraph(from + n)).join("");
  return corpusFolder(Object.fromEntries(Array.from({ length: 45 }, (_, n) => [`boats-${n}.md`, article(1000 * n)])));
}

describe("a corpus in the terminal", () => {
  it("is kept in the cache where it is large, and answers alike from there and after the cache was damaged", async () => {
    const [corpus, cache] = [largeCorpus(), join(emptyFolder(), "cache")];
    const answer = await (await open(corpus, null)).ask(QUESTION);
    expect(await (await open(corpus, cache)).ask(QUESTION)).toEqual(answer);
    await expect.poll(() => indexesIn(cache)).toHaveLength(1);
    const file = join(cache, indexesIn(cache)[0] ?? "");
    const { mtimeMs } = statSync(file);
    expect(await (await open(corpus, cache)).ask(QUESTION)).toEqual(answer);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
    writeFileSync(file, readFileSync(file).subarray(0, 1000));
    expect(await (await open(corpus, cache)).ask(QUESTION)).toEqual(answer);
  }, 30_000);

  it.each([
    ["leaves no index behind below 10,000 characters", 7_000, 0],
    ["leaves one from there on", 10_000, 1],
  ])("%s", async (_, length, files) => {
    const line = "The ferry was painted again, its crew said, and so was the pier.\n\n";
    const corpus = corpusFolder({ "long.md": FRONT + line.repeat(length / line.length) });
    const cache = emptyFolder();
    const { code } = await runProgram(["ask", "--corpus", corpus, QUESTION.text], { env: { XDG_CACHE_HOME: cache } });
    expect(code).toBe(0);
    expect(indexesIn(join(cache, "talks"))).toHaveLength(files);
  });

  it("is answered alike from the articles and from what the question before kept of them", async () => {
    const [cache, corpus] = [emptyFolder(), join(emptyFolder(), "corpus")];
    cpSync(OWN_CORPUS, corpus, { recursive: true });
    const ask = () => runProgram(["ask", "--corpus", corpus, "what was said"], { env: { XDG_CACHE_HOME: cache } });
    const first = await ask();
    expect(indexesIn(join(cache, "talks"))).toHaveLength(1);
    expect(await ask()).toEqual(first);
  }, 30_000);

  it("is answered where nothing can be cached", async () => {
    const cache = join(emptyFolder(), "file");
    writeFileSync(cache, "");
    expect((await (await open(largeCorpus(), cache)).ask(QUESTION)).outcome).toBe("answered");
  }, 30_000);
});
