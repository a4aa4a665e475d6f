import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createThesaurus } from "../../src/thesaurus/thesaurus.ts";

const thesaurus = createThesaurus();
const wordsFor = (word: string) => thesaurus.related(word).map((related) => related.word);
const strengthOf = (word: string, related: string) =>
  thesaurus.related(word).find((one) => one.word === related)?.strength ?? 0;

describe("words that say nearly the same", () => {
  test.each([
    ["lawsuit", "case", "a synonym"],
    ["atomic", "nuclear", "a synonym of another sense"],
    ["optimistic", "upbeat", "a similar adjective"],
    ["economic", "economy", "the noun that an adjective is of"],
    ["mediate", "mediator", "a word derived from it"],
    ["caretaker", "steward", "the kind of thing that it is"],
    ["holland", "netherlands", "a name, folded"],
  ])("%s is also %s: %s", (word, other) => {
    expect(wordsFor(word)).toContain(other);
  });

  test.each([
    ["penalties", "punishment", "a plural in -ies"],
    ["lawsuits", "case", "a plural in -s"],
    ["quitting", "resign", "a doubled consonant"],
    ["tried", "attempt", "a past form in -ied"],
    ["fought", "struggle", "an irregular past form"],
    ["children", "kid", "an irregular plural"],
    ["crises", "situation", "a Greek plural"],
    ["taken", "occupy", "a participle in -en"],
  ])("%s is looked up as what it is a form of, and finds %s: %s", (word, other) => {
    expect(wordsFor(word)).toContain(other);
  });

  test("a phrase of two words has related phrases of two words, and single ones", () => {
    expect(wordsFor("power station")).toEqual(expect.arrayContaining(["power plant", "powerhouse"]));
    expect(wordsFor("power stations")).toContain("power plant");
  });

  test("no phrase is longer than two words, and none has a hyphen", () => {
    const all = ["mediation", "hand", "government", "agreement"].flatMap(wordsFor);
    expect(all.filter((word) => word.split(" ").length > 2 || word.includes("-"))).toEqual([]);
  });

  test("a synonym is nearer than the kind of thing, and a common sense nearer than a rare one", () => {
    expect(strengthOf("lawsuit", "suit")).toBeGreaterThan(strengthOf("lawsuit", "proceeding"));
    expect(strengthOf("penalty", "punishment")).toBeGreaterThan(strengthOf("penalty", "fine"));
  });

  test("the nearest come first, the word itself never, and never more than forty", () => {
    for (const word of ["hand", "take", "line", "fought"]) {
      const related = thesaurus.related(word);
      const strengths = related.map(({ strength }) => strength);
      expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
      expect(Math.max(...strengths)).toBeLessThan(1);
      expect(Math.min(...strengths)).toBeGreaterThan(0);
      expect(related.length).toBeLessThanOrEqual(40);
      expect(wordsFor(word)).not.toContain(word);
    }
  });

  test("another thesaurus answers the same", () => {
    expect(createThesaurus().related("guarantee")).toEqual(thesaurus.related("guarantee"));
  });
});

describe("whether a word is English", () => {
  test.each("world lost weather positions stopped bigger happily fought colour kilowatt a zymotic".split(" "))(
    "%s is",
    (word) => {
      expect(thesaurus.isWord(word)).toBe(true);
    },
  );

  test.each(["zelenskyy", "sanktions", "ocupied", "", " ", "слово", "__proto__", "a\nb", "(", "2014"])(
    "%j is not",
    (text) => {
      expect(thesaurus.isWord(text)).toBe(false);
      expect(thesaurus.related(text)).toEqual([]);
    },
  );
});

describe("a word is mostly a noun", () => {
  test.each(["bridge", "ships", "vote", "mayor", "children"])("%s", (word) => {
    expect(thesaurus.isNoun(word)).toBe(true);
  });

  test.each([
    ["where it is more often a verb", "accept"],
    ["where it is more often a verb, in another form", "went"],
    ["where it is an adjective", "happy"],
    ["where it is no word", "zelenskyy"],
  ])("not %s", (_, word) => {
    expect(thesaurus.isNoun(word)).toBe(false);
  });
});

describe("an adjective is of", () => {
  test.each([
    ["portuguese", "portugal"],
    ["dutch", "netherlands"],
    ["swiss", "switzerland"],
    ["atomic", "atom"],
  ])("%s: %s", (adjective, root) => {
    expect(thesaurus.rootsOf(adjective).map((word) => word.replace(/^the /, ""))).toContain(root);
  });

  test.each(["happy", "portugal", "swim", "quickly", "zelenskyy", ""])("nothing: %s", (word) => {
    expect(thesaurus.rootsOf(word)).toEqual([]);
  });
});

describe("without its files", () => {
  test("it knows no word where the folder is missing", () => {
    const without = createThesaurus("/nowhere");
    expect(without.isWord("world")).toBe(false);
    expect(without.related("world")).toEqual([]);
    expect(without.isNoun("world")).toBe(false);
    expect(without.rootsOf("dutch")).toEqual([]);
  });

  test("it knows no word where the files hold something else", () => {
    const folder = mkdtempSync(join(tmpdir(), "thesaurus-"));
    for (const kind of ["index", "data"])
      for (const part of ["noun", "verb", "adj", "adv"])
        writeFileSync(join(folder, `${kind}.${part}`), "world n\nworld n 9 word\n\n");
    expect(createThesaurus(folder).related("world")).toEqual([]);
  });
});
