import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { termsOf, tokenize } from "../../src/text/tokenize.ts";

describe("two ways to write a word are found by each other:", () => {
  test.each([
    ["British and American spelling", "demilitarisation", "demilitarization"],
    ["a verb and its noun", "demilitarise", "demilitarization"],
    ["a verb's forms", "recognised", "recognizing"],
    ["irregular forms", "wrote", "written"],
    ["a plural that changes the word", "wives", "wife"],
    ["-our and -or", "neighbour", "neighbor"],
    ["-oeuvre and -euver", "manoeuvring", "maneuvers"],
    ["-oeuvra- and -euvera-", "manoeuvrable", "maneuverable"],
    ["-re and -er", "centres", "center"],
    ["doubled and single consonants", "travelling", "traveling"],
    ["-ence and -ense", "defence", "defense"],
    ["upper and lower case", "NATO", "nato"],
    ["accents and none", "São café", "Sao cafe"],
    ["a non-breaking hyphen", "full‑scale", "full-scale"],
    ["a hyphen and a space", "full-scale", "full scale"],
    ["hyphens between small words", "son‑in‑law", "son in law"],
    ["a possessive", "Zelenskyy’s", "Zelenskyy"],
    ["a straight possessive", "Zelenskyy's", "Zelenskyy’s"],
    ["a plural possessive", "the families'", "the families"],
    ["a separator of thousands", "5,000 soldiers", "5000 soldiers"],
    ["a separator in millions", "1,130,500", "1130500"],
    ["a number in words", "three brothers", "3 brothers"],
    ["a question typed in capitals", "WHAT DID HE SAY ABOUT THE DEAL", "what did he say about the deal"],
    ["full stops in an initialism", "U.S.", "US"],
    ["a possessive initialism", "the U.S.’s army", "the US army"],
    ["a ligature of typesetters", "ﬁnance", "finance"],
  ])("%s", (_, one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other));
    expect(termsOf(one)).not.toEqual([]);
  });
});

describe("two words stay apart:", () => {
  test.each([
    ["a country and a pronoun", "US", "us"],
    ["an organisation and a pronoun", "WHO", "who"],
    ["an organisation and an adjective", "policy", "police"],
    ["a number and one ten times as large", "5000", "50,000"],
    ["a decimal and a whole number", "3.8", "38"],
  ])("%s", (_, one, other) => {
    expect(termsOf(one)).not.toEqual(termsOf(other));
  });
});

describe("a number", () => {
  test("keeps its decimals", () => {
    expect(termsOf("up 3.5 percent")).toContain("3.5");
  });

  test("is apart from a unit that is written to it", () => {
    expect(termsOf("3.8m florins")[0]).toBe(termsOf("3.8 million florins")[0]);
    expect(termsOf("21m")[0]).toBe("21");
  });

  test("does not take the sentence's full stop along", () => {
    expect(termsOf("It cost 5,000.")).toContain("5000");
  });
});

describe("a word", () => {
  test("is known for too common to be searched for", () => {
    expect(termsOf("what did they say about the deal")).toEqual(termsOf("say deal"));
  });

  test("says whether it is written with a capital", () => {
    expect(tokenize("May we sail in May").map(({ capital }) => capital)).toEqual([true, false, false, false, true]);
  });

  test("knows where it stands, also where folding would change its length", () => {
    const text = "İzmir’s ﬁsh — 5,000 U.S. “boats”";
    const words = tokenize(text).map(({ start, end }) => text.slice(start, end));
    expect(words).toEqual(["İzmir’s", "ﬁsh", "5,000", "U.S.", "boats"]);
  });

  test("stands where it says in any text, in order, without overlap", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        let behind = 0;
        for (const { start, end, term } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(term).not.toBe("");
          behind = end;
        }
      }),
    );
  });
});
