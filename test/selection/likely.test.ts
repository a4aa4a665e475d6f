import { describe, expect, test } from "vitest";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { textOf } from "../../src/indexing/passages.ts";
import type { RankedPassage } from "../../src/ranking/rank.ts";
import { pickLikely } from "../../src/selection/likely.ts";
import { joinPassages } from "../../src/selection/ranked-passages.ts";
import type { ShowTogether } from "../../src/selection/voices.ts";
import { rankedWith } from "../fixtures/ranked-passages.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

type IsTold = (one: RankedPassage, shown: RankedPassage) => boolean;
const isNew: IsTold = () => false;
const asOne: ShowTogether = (best, pieces) => [joinPassages(best, pieces)];

/** What is chosen of a story whose passages have these scores, in units of five. */
async function pick(body: string, scores: readonly number[], isTold: IsTold = isNew): Promise<string[]> {
  const paragraphs = await buildCorpusIndex(corpusOf(story("a", body))).paragraphsOf("a");
  return pickLikely(
    rankedWith(
      scores.map((score) => 5 * score),
      paragraphs,
    ),
    isTold,
    asOne,
  ).map(({ paragraph, passage }) => textOf(paragraph, passage));
}

const APART = "The bridge is old.\n\nThe ferry is new.\n\nThe school is big.\n\nThe tower is high.";
const TOGETHER = "The bridge is old. The ferry is new. The school is big. The tower is high.";

describe("the passages that most likely hold the answer are", () => {
  test("the one that is far better than all others", async () => {
    expect(await pick(APART, [0.1, 1, 0.1, 0.1])).toEqual(["The ferry is new."]);
  });

  test("several, best first, where none is sure", async () => {
    expect(await pick(APART, [0.98, 1, 0.99, 0.1])).toEqual([
      "The ferry is new.",
      "The school is big.",
      "The bridge is old.",
    ]);
  });

  test("never more than three", async () => {
    expect(await pick(APART, [1, 1, 1, 1])).toHaveLength(3);
  });

  test("none where there are none", async () => {
    expect(pickLikely([], isNew, asOne)).toEqual([]);
  });
});

describe("a passage", () => {
  test("grows by its neighbours where they are nearly as likely, in the order of the article", async () => {
    expect(await pick(TOGETHER, [0.1, 0.95, 1, 0.1])).toEqual(["The ferry is new. The school is big."]);
    expect(await pick(TOGETHER, [0.1, 1, 0.95, 0.95])).toEqual([
      "The ferry is new. The school is big. The tower is high.",
    ]);
  });

  test("does not grow by a neighbour that adds next to nothing", async () => {
    expect(await pick(TOGETHER, [0.1, 1, 0.1, 0.1])).toEqual(["The ferry is new."]);
  });

  test("does not grow over a gap, nor into the next paragraph", async () => {
    expect(await pick(TOGETHER, [1, 0.1, 0.95, 0.1])).toEqual(["The bridge is old.", "The school is big."]);
    expect(await pick(APART, [1, 0.95, 0.1, 0.1])).toEqual(["The bridge is old.", "The ferry is new."]);
  });

  test("that says what is shown already is left out, and others come in its place", async () => {
    const repeats: IsTold = ({ paragraph }) => paragraph.position === 1;
    expect(await pick(APART, [1, 0.99, 0.98, 0.1], repeats)).toEqual(["The bridge is old.", "The school is big."]);
  });
});

describe("nobody is made to read too much:", () => {
  const long = (words: number) => `${"word ".repeat(words - 1)}end.`;
  const wordsIn = (texts: readonly string[]) => texts.map((text) => text.split(" ").length);

  test("the first passage does not grow beyond eighty words", async () => {
    const body = [long(45), long(30), long(20)].join(" ");
    expect(wordsIn(await pick(body.replaceAll("word", "Word"), [1, 1, 1]))[0]).toBeLessThanOrEqual(80);
    expect(wordsIn(await pick(body.replaceAll("word", "Word"), [1, 1, 1]))[0]).toBeGreaterThan(45);
  });

  test("all together have no more than a hundred and thirty words", async () => {
    const counts = wordsIn(await pick([long(60), long(60), long(60)].join("\n\n"), [1, 1, 1]));
    expect(counts).toEqual([60, 60]);
  });

  test("but the best passage is shown however long it is", async () => {
    expect(wordsIn(await pick([long(150), long(10)].join("\n\n"), [1, 0.99]))).toEqual([150]);
  });

  test("a long passage has to be likelier than a short one", async () => {
    expect(await pick(["The bridge is old.", long(70), "The ferry is new."].join("\n\n"), [1, 0.5, 0.5])).toEqual([
      "The bridge is old.",
      "The ferry is new.",
    ]);
  });
});
