import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_SENTENCE, segmentEnds, splitSentences } from "../../src/text/sentences.ts";

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

describe("a text that nobody ends with a full stop", () => {
  const words = Array.from({ length: 3000 }, (_, at) => `word${at}`);

  test("is cut between words, into pieces that can be shown, and loses none", () => {
    const pieces = sentencesOf(words.join(" "));
    expect(pieces.flatMap((piece) => piece.split(" "))).toEqual(words);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_SENTENCE);
  });

  test("is cut between lines where it has some", () => {
    const lines = Array.from({ length: 300 }, (_, at) => `and line ${at} goes on`);
    expect(sentencesOf(lines.join("\n")).every((piece) => /^and line \d.* on$/s.test(piece))).toBe(true);
  });

  test.each([
    ["of one word", "a".repeat(9999)],
    ["of signs of two halves each", "😀".repeat(4999)],
  ])("is cut between characters where it is %s", (_, text) => {
    const pieces = sentencesOf(text);
    expect(pieces.join("")).toBe(text);
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
  });
});

describe("the ends of Unicode's sentences", () => {
  const whole = new Intl.Segmenter("en", { granularity: "sentence" });
  const sign = fc.constantFrom(
    ..."A|b| |  |.|!|?|\n|\r\n|,|)|”|“|'|1|Mr|U.S.| The |\u0301|。|他|ا|؟|।|—|;|:|\u2028|\u00a0|\u0085|…|😀|word ".split(
      "|",
    ),
  );

  test("are the same, little by little, as all at once", () => {
    const text = fc.array(sign, { minLength: 500, maxLength: 3000 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(text, (any) => {
        const ends = Array.from(whole.segment(any), ({ index, segment }) => index + segment.length);
        expect(segmentEnds(any)).toEqual(ends);
      }),
      { numRuns: 100 },
    );
  });
});
