import { describe, expect, test } from "vitest";
import type { Question } from "../../src/index.ts";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { parseQuestion } from "../../src/question/parse-question.ts";
import { createSpeller } from "../../src/question/spelling.ts";
import { retrieve } from "../../src/ranking/retrieve.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

/** Paragraphs with some words, and as many others as are given. */
const paragraphs = (words: string, count: number) =>
  Array.from({ length: count }, (_, at) => `The ${words} of pier ${at + 1} stood in the wind.`);

async function found(
  question: string | Question,
  ...bodies: readonly (readonly string[])[]
): Promise<readonly string[]> {
  const stories = bodies.map((body, at) => story(`port-${at}`, body.join("\n\n"), { outlet: `Port ${at}` }));
  const index = buildCorpusIndex(corpusOf(...stories));
  const asked = typeof question === "string" ? { text: question } : question;
  const query = parseQuestion(asked, index.lexicon, createSpeller(index.lexicon.vocabulary));
  return (await retrieve(query, null, index)).map(({ paragraph }) => paragraph.text);
}

const count = (texts: readonly string[], word: string) => texts.filter((text) => text.includes(word)).length;

describe("of the paragraphs that hold one of a question's words are looked at", () => {
  test("forty at most", async () => {
    expect(await found("tell me about the crane", paragraphs("crane", 60))).toHaveLength(40);
  });

  test("those that hold more of them first", async () => {
    const texts = await found("crane tower ladder", [
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

  test("none that hold the commonest word alone, where the others lead to enough", async () => {
    const texts = await found("crane ladder", [...paragraphs("crane", 30), ...paragraphs("ladder", 11)]);
    expect([count(texts, "ladder"), count(texts, "crane")]).toEqual([11, 0]);
  });

  test("also those that hold the commonest word alone, where the others lead to few", async () => {
    const texts = await found("crane ladder", [...paragraphs("crane", 60), ...paragraphs("ladder", 3)]);
    expect([count(texts, "ladder"), count(texts, "crane")]).toEqual([3, 37]);
  });

  test("the commonest word counts in those that the others find", async () => {
    const both = "The ladder of crane 50 stood in the wind.";
    const texts = await found("crane ladder", [...paragraphs("crane", 30), ...paragraphs("ladder", 11), both]);
    expect(texts[0]).toBe(both);
  });

  test("a name leads to no more than the word that it is", async () => {
    const named = Array.from({ length: 6 }, (_, at) => `Then Ada Tornquist came to pier ${at + 1} in the wind.`);
    const texts = await found("Tornquist crane", [...paragraphs("crane", 60), ...named]);
    expect([count(texts, "Tornquist"), count(texts, "crane")]).toEqual([6, 34]);
  });

  test("in a question that goes on, the word it asks for is not the one left out", async () => {
    const body = [...paragraphs("crane", 30), ...paragraphs("ladder", 11)];
    const texts = await found({ text: "And the crane?", earlier: ["What about the ladder?"] }, body);
    expect(count(texts, "crane")).toBeGreaterThan(0);
  });

  test("two prints of what many outlets print, and as many others as without them", async () => {
    const told = [
      "The crane of the northern pier was struck by lightning, and its driver climbed down unhurt.",
      "A new crane will cost nine million crowns, which the town hopes to have saved by autumn.",
    ];
    const texts = await found("crane lightning crowns", told, told, told, told, paragraphs("crane", 60));
    expect([count(texts, "lightning"), count(texts, "crowns"), count(texts, "wind")]).toEqual([2, 2, 36]);
  });

  test("where only some articles may answer, any of the words", async () => {
    const texts = await found(
      { text: "crane ladder", source: "Port 1" },
      [...paragraphs("crane", 30), ...paragraphs("ladder", 11)],
      paragraphs("crane", 5),
    );
    expect([texts.length, count(texts, "crane")]).toEqual([5, 5]);
  });
});
