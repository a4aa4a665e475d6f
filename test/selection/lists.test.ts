import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const shownFor = async (question: string, ...paragraphs: string[]) =>
  (await createEngine(corpusOf(story("a", paragraphs.join("\n\n")))).ask({ text: question })).passages.map(
    ({ text }) => text,
  );

const ITEMS = [
  "- Every ship pays a toll at Lind.",
  "- The lighthouse keeps its lamp.",
  "- Nobody fishes by night.",
] as const;
const POINTS = ITEMS.map((item) => item.slice(2));
const END = "It rained for the rest of the day.";
const QUESTION = "what are the terms of the harbour treaty";

describe("a list that is announced is shown", () => {
  test("behind what announces it, item by item, in its order", async () => {
    expect(await shownFor(QUESTION, "The terms of the harbour treaty are:", ...ITEMS, END)).toEqual([
      "The terms of the harbour treaty are:",
      ...POINTS,
    ]);
  });

  test("with the sentence before the colon, where that tells what it is a list of", async () => {
    const opening = "The harbour treaty has new terms. They are these:";
    expect((await shownFor(QUESTION, `It was late. ${opening}`, ...ITEMS, END)).slice(0, 4)).toEqual([
      opening,
      ...POINTS,
    ]);
  });

  test("as far as it goes", async () => {
    expect(await shownFor(QUESTION, "The terms of the harbour treaty are:", ITEMS[0], ITEMS[1], END)).toEqual([
      "The terms of the harbour treaty are:",
      POINTS[0],
      POINTS[1],
    ]);
  });
});

describe("no list is shown", () => {
  test("where nothing announces it", async () => {
    const shown = await shownFor(QUESTION, "The terms of the harbour treaty are known.", ...ITEMS, END);
    expect(shown[0]).toBe("The terms of the harbour treaty are known.");
    expect(shown).not.toContain(POINTS[2]);
  });

  test("where what answers stands long before the colon", async () => {
    const shown = await shownFor(
      QUESTION,
      "The terms of the harbour treaty are old. It was late. They ate:",
      ...ITEMS,
      END,
    );
    expect(shown).not.toContain(POINTS[2]);
  });

  test("behind one of its own items", async () => {
    const shown = await shownFor("who pays a toll at Lind", "The terms of the harbour treaty are:", ...ITEMS, END);
    expect(shown[0]).toBe(POINTS[0]);
    expect(shown).not.toContain(POINTS[1]);
  });
});
