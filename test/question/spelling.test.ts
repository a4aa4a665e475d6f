import { describe, expect, test } from "vitest";
import { createVocabulary } from "../../src/indexing/vocabulary.ts";
import { createSpeller } from "../../src/question/spelling.ts";
import { stem } from "../../src/text/stem.ts";

function spellerOf(text: string) {
  const vocabulary = createVocabulary();
  for (const word of text.split(" ")) vocabulary.countWord(word, stem(word));
  return createSpeller(vocabulary);
}

const speller = spellerOf("lavrov kremlin ceasefire negotiations mediator strait harbour harbour harbor boats 5000");

describe("a word that the articles do not have is read as theirs with", () => {
  test.each([
    ["two letters swapped", "lavorv", "lavrov"],
    ["the first two swapped", "alvrov", "lavrov"],
    ["a letter left out", "kremln", "kremlin"],
    ["a letter too many", "ceasefiire", "ceasefire"],
    ["two slips in a long word", "negociatons", "negotiations"],
    ["a slip in a word of questions", "whatt", "what"],
  ])("%s", (_, typed, meant) => {
    expect(speller.correct(typed)).toBe(meant);
  });

  test("a form that they lack, by what its other forms have in common", () => {
    expect(spellerOf("accusing").correct("acuse")).toBe("accusing");
    expect(spellerOf("accusing").correct("acquire")).toBeNull();
  });

  test("a whole word, where one is near, before one that shares its beginning", () => {
    expect(spellerOf("accusing accusing accusing abuse").correct("acuse")).toBe("abuse");
  });

  test("the commoner of two that are as near", () => {
    expect(speller.correct("harbbur")).toBe("harbour");
  });
});

describe("a word stays what it is", () => {
  test.each([
    ["where nothing is near it", "macron"],
    ["where it begins otherwise", "gavrov"],
    ["where it is too short to guess", "bot"],
    ["where it is a number", "5001"],
    ["with two slips in a short word", "bpatz"],
  ])("%s", (_, typed) => {
    expect(speller.correct(typed)).toBeNull();
  });
});
