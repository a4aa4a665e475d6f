import { describe, expect, test } from "vitest";
import { createEngine, type Passage } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const engine = createEngine(
  corpusOf(
    story(
      "bells",
      "The town has one bell.\n\nWhat happened\n\nIt is old. It cracked in the great frost.\n\nAdvertisement\n\nIt will ring again.\n\nNobody knows when.",
    ),
  ),
);
const found = (await engine.ask({ text: "when did it crack in the frost" })).passages[0];
const around = async (passage: Passage | undefined, width?: number) =>
  passage ? await engine.context(passage, width) : [];

describe("the context of a passage", () => {
  test("is the paragraphs beside its own, in order", async () => {
    expect((await around(found)).map(({ text }) => text)).toEqual([
      "The town has one bell.",
      "It is old. It cracked in the great frost.",
      "It will ring again.",
    ]);
  });

  test("marks where the passage stands", async () => {
    const marked = (await around(found)).map(({ text, mark }) => mark && text.slice(mark.start, mark.end));
    expect(marked).toEqual([null, found?.text, null]);
  });

  test("is its paragraph alone where nothing more is asked for", async () => {
    expect((await around(found, 0)).map(({ text }) => text)).toEqual(["It is old. It cracked in the great frost."]);
  });

  test("ends with the article", async () => {
    expect(await around(found, 9)).toHaveLength(4);
  });
});
