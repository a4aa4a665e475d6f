import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readable } from "../../src/text/readable.ts";
import { tokenize } from "../../src/text/tokenize.ts";

describe("a text is read", () => {
  test.each([
    ["past soft hyphens", "har\u00ADbour", "harbour"],
    ["past zero-width spaces", "har\u200Bbour", "harbour"],
    ["past joiners and non-joiners", "har\u200C\u200D\u2060bour", "harbour"],
    ["past marks of writing direction", "\u202Aharbour\u202C \u2066dam\u2069\u200E", "harbour dam"],
    ["past byte order marks", "\uFEFFharbour", "harbour"],
    ["with a letter and its accent as one", "cafe\u0301", "café"],
    ["with an accent behind a soft hyphen", "ca\u00ADfe\u0301", "café"],
  ])("%s", (_, text, read) => {
    expect(readable(text).text).toBe(read);
  });

  test("as it is, mostly", () => {
    expect(readable("“Naïve” café — 5,000").text).toBe("“Naïve” café — 5,000");
  });
});

/** What nobody sees, and letters whose accents are characters of their own. */
const unseen = fc.constantFrom("\u00AD", "\u200B", "\u200D", "\uFEFF", "\u202E", "\u2060");
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(..."abc é. “".split("")) },
  unseen,
  fc.constantFrom("e\u0301", "o\u0308\u0323"),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

describe("whatever invisible stands in a text,", () => {
  test("a span of what is read is that text in the original, and begins and ends with something to see", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (original, one, other) => {
        const read = readable(original);
        const [start = 0, end = 0] = [one, other].map((at) => at % (read.text.length + 1)).sort((a, b) => a - b);
        const isInside = [start, end].some((at) => /^\p{M}/u.test(read.text.slice(at)));
        if (start === end || isInside) return;
        const span = read.original({ start, end });
        const cited = original.slice(span.start, span.end);
        expect(readable(cited).text).toBe(read.text.slice(start, end));
        for (const edge of [cited[0], cited.at(-1)]) expect(readable(edge ?? "").text).not.toBe("");
      }),
      { numRuns: 1000 },
    );
  });

  test("its words are the same, each where it stands", () => {
    fc.assert(
      fc.property(text, (original) => {
        const tokens = tokenize(original);
        const seen = tokenize(readable(original).text);
        expect(tokens.map(({ word, term, capital }) => ({ word, term, capital }))).toEqual(
          seen.map(({ word, term, capital }) => ({ word, term, capital })),
        );
        for (const { word, start, end } of tokens) expect(tokenize(original.slice(start, end))[0]?.word).toBe(word);
      }),
    );
  });
});
