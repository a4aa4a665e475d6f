import { expect, test } from "vitest";
import { createDescriptions, describedBy } from "../../src/names/descriptions.ts";
import { createNameBook } from "../../src/names/name-book.ts";
import { stem } from "../../src/text/stem.ts";
import { tokenize } from "../../src/text/tokenize.ts";

const book = createNameBook(
  ["Ana Ruiz", "Tom Hill", "Eva Lind"].map((name) => ({ kind: "person", name, aliases: [], roles: [], side: null })),
);

/** Whom the words of a description mean, after some text was read. */
function meant(words: string, text: string): (string | undefined)[] {
  const descriptions = createDescriptions();
  const tokens = tokenize(text);
  descriptions.read(text, tokens, book.inArticle(tokens));
  return describedBy(words.split(" ").map(stem), descriptions.described).map((id) => book.names[id]?.name);
}

test.each([
  ["the title before a name", "labour minister", "Labour Minister Ana Ruiz spoke.", ["Ana Ruiz"]],
  ["what follows a name between commas", "former keeper", "Ana Ruiz, a former keeper of the dam, spoke.", ["Ana Ruiz"]],
  ["whose somebody is", "lawyer ruiz", "Ruiz’s lawyer, Tom Hill, spoke.", ["Tom Hill"]],
])("somebody is described by %s", (_, words, text, people) => {
  expect(meant(words, text)).toEqual(people);
});

test.each([
  ["what stands before another name", "labour", "The Labour spokesman Tom Hill urged Ana Ruiz.", ["Tom Hill"]],
  ["who is against them", "critics", "Critics of Ana Ruiz spoke.", []],
  ["what the sentence before says", "minister", "He is a minister. Ana Ruiz spoke.", []],
])("nobody is described by %s", (_, words, text, people) => {
  expect(meant(words, text)).toEqual(people);
});
