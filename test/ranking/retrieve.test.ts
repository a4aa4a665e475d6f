import { describe, expect, test } from "vitest";
import { buildCorpusIndex } from "../../src/indexing/corpus-index.ts";
import { parseQuestion } from "../../src/question/parse-question.ts";
import { createSpeller } from "../../src/question/spelling.ts";
import { allowedBy, retrieve } from "../../src/ranking/retrieve.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

/** Paragraphs with some words, and as many others as are given. */
const paragraphs = (words: string, count: number) =>
  Array.from({ length: count }, (_, at) => `The ${words} of pier ${at + 1} stood in the wind.`);

function found(question: string, body: readonly string[]): readonly string[] {
  const index = buildCorpusIndex(corpusOf(story("port", body.join("\n\n"))));
  const query = parseQuestion({ text: question }, index, createSpeller(index.vocabulary));
  return retrieve(query, index, allowedBy(query, index)).map(({ paragraph }) =>
    body.join("\n\n").slice(paragraph.start, paragraph.end),
  );
}

const count = (texts: readonly string[], word: string) => texts.filter((text) => text.includes(word)).length;

describe("of the paragraphs that hold one of a question's words are looked at", () => {
  test("twenty at most", () => {
    expect(found("tell me about the crane", paragraphs("crane", 40))).toHaveLength(20);
  });

  test("more where an answer has several parts", () => {
    expect(found("which cranes are there", paragraphs("crane", 40)).length).toBeLessThanOrEqual(20);
    expect(found("list the cranes", paragraphs("crane", 40))).toHaveLength(28);
  });

  test("those that hold more of them first", () => {
    const texts = found("crane tower ladder", [
      ...paragraphs("crane", 15),
      ...paragraphs("tower", 8),
      "The crane and the tower were sold.",
      "The ladder of the crane and the tower was sold.",
    ]);
    expect(texts.slice(0, 2)).toEqual([
      "The ladder of the crane and the tower was sold.",
      "The crane and the tower were sold.",
    ]);
  });

  test("none that hold the commonest word alone, where the others lead to enough", () => {
    const texts = found("crane ladder", [...paragraphs("crane", 30), ...paragraphs("ladder", 11)]);
    expect([count(texts, "ladder"), count(texts, "crane")]).toEqual([11, 0]);
  });

  test("also those that hold the commonest word alone, where the others lead to few", () => {
    const texts = found("crane ladder", [...paragraphs("crane", 30), ...paragraphs("ladder", 3)]);
    expect([count(texts, "ladder"), count(texts, "crane")]).toEqual([3, 17]);
  });

  test("the commonest word counts in those that the others find", () => {
    const texts = found("crane ladder", [
      ...paragraphs("crane", 30),
      ...paragraphs("ladder", 11),
      "A ladder to a crane.",
    ]);
    expect(texts[0]).toBe("A ladder to a crane.");
  });
});
