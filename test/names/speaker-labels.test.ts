import { describe, expect, test } from "vitest";
import { createNameBook } from "../../src/names/name-book.ts";
import { labelsFitting, readLabels } from "../../src/names/speaker-labels.ts";
import { tokenize } from "../../src/text/tokenize.ts";

const people = [{ kind: "person", name: "Jon Power", aliases: [], roles: [], side: null }] as const;
const book = createNameBook(people, new Set(["critics", "power", "officials"]));
const labels = readLabels(
  ["Jon Power", "Critics", "the people familiar with the matter", "Lindish officials", "Greta Owens"],
  book,
);
const fitting = (words: string) =>
  labelsFitting(
    tokenize(words).filter(({ stop }) => !stop),
    labels,
  );

describe("a description means the labels", () => {
  test.each([
    ["of just these words", "jon power", ["Jon Power"]],
    ["of these words in another form", "the critic", ["Critics"]],
    ["of these words in another order", "officials lindish", ["Lindish officials"]],
  ])("%s", (_, words, same) => {
    expect(fitting(words)).toEqual({ same, longer: [], shorter: [] });
  });

  test("that say more", () => {
    expect(fitting("officials").longer).toEqual(["Lindish officials"]);
    expect(fitting("jon").longer).toEqual(["Jon Power"]);
  });

  test("that say less", () => {
    expect(fitting("the angry critics").shorter).toEqual(["Critics"]);
  });

  test.each(["jon powers", "powers", "greta owen", "owen"])("of no other name that has the same stem: %s", (words) => {
    expect([...fitting(words).same, ...fitting(words).longer]).toEqual([]);
  });
});
