import { describe, expect, test } from "vitest";
import type { Speech } from "../../src/index.ts";
import type { GoldStatement } from "./gold-statements.ts";
import { reportOnStatements } from "./report.ts";
import { judgeStatements, statementFiguresOf } from "./score-statements.ts";

const TEXT = "The old bridge will open in May, Mayor Clara Brandt said, and it is “safe as houses”.";

const marked = (quote: string, speaker: string | null, speech: Speech = "reported"): GoldStatement => {
  const start = TEXT.indexOf(quote);
  if (start < 0) throw new Error(`The text has no “${quote}”.`);
  return { start, end: start + quote.length, speaker, speech };
};
const judge = (statements: GoldStatement[], found: GoldStatement[], ignored: GoldStatement[] = []) =>
  judgeStatements({ id: "t1", text: TEXT, statements, ignored }, found);
const resultsOf = (...given: Parameters<typeof judge>) => judge(...given).map(({ result }) => result);

const opening = marked("The old bridge will open in May", "Clara Brandt");

describe("a statement", () => {
  test("is found where half of the words are shared, and missed where fewer are", () => {
    expect(resultsOf([opening], [marked("old bridge will open in May,", "Brandt")])).toEqual(["found"]);
    expect(resultsOf([opening], [marked("open in May", "Brandt")])).toEqual(["missed", "extra"]);
  });

  test("is found whether or not its quotation marks are part of it", () => {
    const safe = marked("safe as houses", null, "direct");
    expect(resultsOf([safe], [marked("“safe as houses”.", null, "direct")])).toEqual(["found"]);
  });

  test("is not found by one that is found already", () => {
    const whole = marked("The old bridge will open in May", "Brandt");
    const most = marked("bridge will open in May", "Brandt");
    expect(resultsOf([opening], [most, whole])).toEqual(["found", "extra"]);
  });

  test("is paired with the one of its own kind where two are near", () => {
    const clause = marked("it is “safe as houses”", "Clara Brandt");
    const quotation = marked("safe as houses", "Clara Brandt", "direct");
    const wrongSpeaker = marked("it is “safe as houses”", "Tom Hill");
    const verdicts = judge([quotation, clause], [wrongSpeaker, quotation]);
    expect(verdicts.map(({ speech, hasSpeaker }) => [speech, hasSpeaker])).toEqual([
      ["direct", true],
      ["reported", false],
    ]);
  });

  test("is one too many where no reader marked it, unless readers differ about it", () => {
    const safe = marked("safe as houses", null, "direct");
    expect(resultsOf([], [safe])).toEqual(["extra"]);
    expect(resultsOf([], [safe], [safe])).toEqual([]);
    expect(resultsOf([], [safe], [marked("and it is “safe as houses”", null)])).toEqual([]);
    expect(resultsOf([], [safe], [marked("houses", null)])).toEqual(["extra"]);
  });
});

describe("the speaker is", () => {
  const verdictOn = (speaker: string | null, found: string | null) =>
    judge([{ ...opening, speaker }], [{ ...opening, speaker: found }])[0];

  test.each([
    ["a surname", "Clara Brandt", "Brandt"],
    ["a title more", "Clara Brandt", "Mayor Clara Brandt"],
    ["an article less", "the Mayor", "Mayor"],
    ["a possessive", "Brandt", "Brandt’s"],
    ["nobody, and the text leaves it open", null, null],
  ])("right with %s", (_, speaker, found) => {
    expect(verdictOn(speaker, found)).toMatchObject({ result: "found", hasSpeaker: true, miss: null });
  });

  test.each([
    ["the first name alone", "Clara Brandt", "Clara"],
    ["somebody else of that surname", "Clara Brandt", "Eva Brandt"],
    ["a title alone", "Clara Brandt", "the mayor"],
    ["nobody", "Clara Brandt", null],
    ["somebody where the text leaves it open", null, "Brandt"],
  ])("wrong with %s", (_, speaker, found) => {
    const verdict = verdictOn(speaker, found);
    expect(verdict).toMatchObject({ result: "found", hasSpeaker: false });
    expect(verdict?.miss).toContain(`spoken by ${found ?? "nobody"}, not reported, ${speaker ?? "nobody"}`);
  });
});

describe("the figures of statements", () => {
  const safe = marked("safe as houses", "Clara Brandt", "direct");

  test("count what is missed and what is too many alike", () => {
    const found = judge([opening, safe], [opening, marked("Mayor Clara Brandt", null)]);
    expect(statementFiguresOf(found)).toEqual({ marked: 2, found: 2, spanF1: 0.5, speakerF1: 0.5 });
  });

  test("count a wrong speaker as not found only where speakers are asked for", () => {
    const found = judge([opening, safe], [opening, { ...safe, speaker: "Tom Hill" }]);
    expect(statementFiguresOf(found)).toMatchObject({ spanF1: 1, speakerF1: 0.5 });
  });

  test("are none where there is nothing to find", () => {
    expect(statementFiguresOf([])).toEqual({ marked: 0, found: 0, spanF1: null, speakerF1: null });
  });

  test("are reported by kind of speech and over all, with every miss", () => {
    const report = reportOnStatements("town", judge([opening, safe], [opening]));
    expect(report).toMatch(/^direct +1 +0 +0\.0 %/m);
    expect(report).toMatch(/^reported +1 +1 +100\.0 %/m);
    expect(report).toMatch(/^all +2 +1 +66\.7 %/m);
    expect(report).toContain("missed direct, Clara Brandt: safe as houses");
    expect(report).not.toContain("The old bridge");
  });
});
