import { describe, expect, test } from "vitest";
import { editDistance } from "../../src/text/edit-distance.ts";

describe("the distance between two spellings counts", () => {
  test.each([
    ["nothing for the same word", "lavrov", "lavrov", 0],
    ["a letter left out", "lavrov", "lavrv", 1],
    ["a letter too many", "lavrov", "lavvrov", 1],
    ["another letter", "lavrov", "lawrov", 1],
    ["two letters swapped once", "lavrov", "lavorv", 1],
    ["each change", "kitten", "sitting", 3],
  ])("%s", (_, a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
    expect(editDistance(b, a, 5)).toBe(distance);
  });

  test("no further than it is asked to", () => {
    expect(editDistance("harbour", "strait", 2)).toBe(3);
    expect(editDistance("sea", "seaworthiness", 2)).toBe(3);
  });
});
