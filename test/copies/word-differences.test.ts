import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordDifferences } from "../../src/copies/word-differences.ts";

describe("two texts differ in", () => {
  test.each([
    ["a word", "We talk about dark lines.", "We talk about red lines.", [["dark", "red"]]],
    ["a number", "Seventeen people drowned.", "Seven people drowned.", [["Seventeen", "Seven"]]],
    [
      "several places, in order",
      "Sorrenia opened the bay.",
      "Velmark closed the bay.",
      [["Sorrenia opened", "Velmark closed"]],
    ],
    [
      "places apart",
      "It would rise by 38 boats.",
      "It would fall by 45 boats.",
      [
        ["rise", "fall"],
        ["38", "45"],
      ],
    ],
    ["the last words", "They will meet in June.", "They will meet in May.", [["June", "May"]]],
  ])("%s", (_, here, there, differences) => {
    expect(wordDifferences(here, there)).toEqual(differences.map(([a, b]) => ({ here: a, there: b })));
  });

  test.each([
    ["they are the same", "We have time.", "We have time."],
    ["only case, quotation marks and spaces differ", "“We Have\u00a0 time”", "we have 'time'"],
    ["one only says more", "We have time.", "We have a lot of time."],
    ["they have next to nothing in common", "The old bell rang over the town that night.", "Nobody came."],
    ["there is nothing", "", ""],
  ])("nothing that could be shown where %s", (_, here, there) => {
    expect(wordDifferences(here, there)).toEqual([]);
  });
});

test("differences are words of the two texts", () => {
  const text = fc.array(fc.constantFrom("red", "dark", "lines", "5,000", "“we", "talk”", "—"), { maxLength: 15 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [here, there] = [a.join(" "), b.join(" ")];
      return wordDifferences(here, there).every(
        (one) => one.here !== "" && one.there !== "" && here.includes(one.here) && there.includes(one.there),
      );
    }),
  );
});
