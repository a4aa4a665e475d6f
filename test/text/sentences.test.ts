import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "../../src/text/sentences.ts";

const sentencesOf = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("a sentence goes on behind", () => {
  test.each([
    ["an initialism", "The U.S. will demand it."],
    ["an initialism before a name", "The U.S. State Department declined."],
    ["initials", "John F. Kennedy spoke."],
    ["initials with spaces", "© 2025 Bloomberg L. P. and others."],
    ["a title", "Mr. Smith met Dr. Jones and Lt. Dario Pescarin."],
    ["a month", "It closed on Sept. 2 and opened on Nov. 15."],
    ["a company's ending", "Acme Inc. of Lind failed."],
    ["the time of day", "She came at 5 p.m. and left."],
    ["a decimal point", "Prices rose 3.5 percent."],
    ["three dots", "Wait... what are you doing?"],
    ["a question that somebody asks in it", "“Did you see it?” asked Ana Ruiz."],
    ["a quotation that it tells the speaker of", "“It is gone!” she said."],
  ])("%s", (_, text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });
});

describe("a sentence ends", () => {
  test.each([
    ["before the next", "Russia agreed. Kyiv did not.", ["Russia agreed.", "Kyiv did not."]],
    ["behind a closing quotation mark", "He said: “No.” Then he left.", ["He said: “No.”", "Then he left."]],
    [
      "behind an initialism",
      "He moved to the U.S. The move was quick.",
      ["He moved to the U.S.", "The move was quick."],
    ],
    ["behind the time of day", "It was 8 a.m. The bell rang.", ["It was 8 a.m.", "The bell rang."]],
    ["behind each mark", "What? No! Yes…", ["What?", "No!", "Yes…"]],
    [
      "inside a quotation of several",
      "“It is gone. We are late,” she said.",
      ["“It is gone.", "We are late,” she said."],
    ],
    ["at the end of the text", "No full stop", ["No full stop"]],
  ])("%s", (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

describe("the sentences of any text", () => {
  test("hold all of it but white space, in order", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."aB1.?!,;:“”‘’'\" \n\t\u00a0–U.S.é🙂"), maxLength: 120 }),
        (text) => {
          let at = 0;
          for (const { start, end } of splitSentences(text)) {
            expect(text.slice(at, start).trim()).toBe("");
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe("");
        },
      ),
    );
  });

  test("stand where an offset puts them", () => {
    expect(splitSentences(" One. Two.", 100)).toEqual([
      { start: 101, end: 105 },
      { start: 106, end: 110 },
    ]);
  });
});
