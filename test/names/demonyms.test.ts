import { describe, expect, test } from "vitest";
import { findDemonyms } from "../../src/names/demonyms.ts";

describe("a place and its people are known for each other where a corpus has both:", () => {
  test.each([
    ["Sorrenia", "Sorrenian"],
    ["Sorrenia", "Sorrenians"],
    ["Canada", "Canadian"],
    ["Italy", "Italian"],
    ["Mexico", "Mexican"],
    ["England", "English"],
    ["Britain", "British"],
    ["Sweden", "Swedish"],
    ["China", "Chinese"],
    ["Vietnam", "Vietnamese"],
    ["Pakistan", "Pakistanis"],
    ["Iraq", "Iraqis"],
    ["Velmark", "Velmarkers"],
  ])("%s and %s", (place, people) => {
    expect(findDemonyms(new Set([place, people]))).toEqual(new Map([[place, [people]]]));
  });
});

describe("nobody is made a place's people", () => {
  test.each([
    ["by a word that only looks alike", ["Sorrenia", "Sorrow"]],
    ["by a place that the corpus does not have", ["Canadian", "Italians"]],
    ["by so short a name that many words begin like it", ["Ode", "Odeans"]],
  ])("%s", (_, words) => {
    expect(findDemonyms(new Set(words))).toEqual(new Map());
  });
});
