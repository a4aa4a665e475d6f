import { describe, expect, test } from "vitest";
import { ODD_TEXTS } from "../bench/odd-texts.ts";
import { createEngine } from "../src/index.ts";
import { annotateStatements } from "../src/speech/annotate-statements.ts";
import { splitSentences } from "../src/text/sentences.ts";
import { corpusOf, story } from "./fixtures/stories.ts";

/** Work that grows with the text takes about four times as long for four times as much, work that grows with its square sixteen times. */
const FOURFOLD = 8;
/** Less than this is mostly something else. */
const LEAST_SECONDS = 0.03;
const SHORT = 15_000;

/** How many times as long something takes for four times as much: in the time of this process, whatever else the machine does. */
async function growthOf(work: (length: number) => () => unknown): Promise<number> {
  const [short, long] = [work(SHORT), work(4 * SHORT)];
  // The first time it is compiled.
  const times: number[] = [];
  for (const act of [short, long, short, long]) times.push(await secondsFor(act));
  const [, , again = 0, longAgain = 0] = times;
  return Math.min(times[1] ?? 0, longAgain) / Math.max(LEAST_SECONDS, again);
}

async function secondsFor(act: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

const textOf = (name: string, length: number) => ODD_TEXTS[name]?.(length) ?? "";
const askAbout = (texts: readonly string[]) => async () => {
  const engine = createEngine(corpusOf(...texts.map((text, at) => story(`odd-${at}`, `It began.\n\n${text}\n`))));
  for (const question of ["what does Brandt want", "how many people died in 1999"]) {
    const [passage] = (await engine.ask({ text: question })).passages;
    if (passage) await engine.context(passage);
  }
};

describe("reading an article and asking about it takes no longer than its length makes it take", () => {
  test.each([
    "initials without end",
    "initials with spaces",
    "titles of nobody",
    "quotations, balanced",
    "short lines",
    "items of a list under a long announcement",
    "exclamations",
    "a name twice, over and over",
    "numbers",
  ])("where it is %s", async (name) => {
    expect(await growthOf((length) => askAbout([textOf(name, length)]))).toBeLessThan(FOURFOLD);
  });
});

describe("two prints of an article are compared in a time that grows with their length", () => {
  test.each(["quotations, closed only", "tolls"])("where it is %s", async (name) => {
    const growth = await growthOf((length) => askAbout([textOf(name, length), textOf(name, length)]));
    expect(growth).toBeLessThan(FOURFOLD);
  });
});

describe("in a time that grows with the text", () => {
  test.each([
    ["short lines", 2],
    ["short paragraphs", 8],
  ])("statements are found in %s", async (name, times) => {
    expect(await growthOf((length) => () => annotateStatements(textOf(name, times * length)))).toBeLessThan(FOURFOLD);
  });

  test.each(["short lines", "exclamations"])("sentences are found in %s", async (name) => {
    expect(await growthOf((length) => () => splitSentences(textOf(name, 2 * length)))).toBeLessThan(FOURFOLD);
  });
});
