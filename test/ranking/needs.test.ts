import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

/** So that nothing is first only because an article begins with it. */
const START = "Snow fell. Then it stopped.\n\nThe sun came out, and that was that.";

/** What is shown first of a story with these paragraphs. */
const firstFor = async (question: string, ...paragraphs: string[]) =>
  (await createEngine(corpusOf(story("a", [START, ...paragraphs].join("\n\n")))).ask({ text: question })).passages[0]
    ?.text;

const END = "It rained all day, they said, and all night.";

describe("first comes a number of what is counted", () => {
  test.each([
    [
      "not of something else in the same sentence",
      "how many soldiers did the navy lose",
      "The navy did lose soldiers on 3 sides of the bay.",
      "The navy did lose 12 tired young soldiers at sea.",
    ],
    [
      "also in a word",
      "how many boats did the navy lose",
      "The navy did lose boats in 1953.",
      "The navy lost several dozen old boats.",
    ],
    [
      "also over an “of”",
      "how many pairs of slots did the airline offer",
      "The airline made an offer of slots, in pairs, in 2027.",
      "The airline made an offer of six daily pairs of landing slots.",
    ],
    [
      "also where more words stand between",
      "how many slots did the airline offer",
      "The airline made an offer of the slots in 2027.",
      "The airline made an offer of six pairs a day of the slots.",
    ],
    [
      "also where it comes last, behind “the number of”",
      "how many boats did the navy sink",
      "The navy did sink boats in 1953.",
      "The number of boats that the navy, they say, has sunk in two years has gone up to 40.",
    ],
    [
      "not of a part of it: “12 of the boats”",
      "how many boats did the navy sink",
      "The navy did sink, on 12 May, the old boats.",
      "The navy will sink 40 boats.",
    ],
  ])("%s", async (_, question, other, answer) => {
    expect(await firstFor(question, other, answer, END)).toBe(answer);
  });
});

describe("first comes a place", () => {
  // "Sorrenian" makes Sorrenia a place.
  const PLACES = "The Sorrenian fleet is far away from Sorrenia, and the Velmarkers are far away from Velmark.";

  test("that is named without an “in” or a “to”", async () => {
    const answer = "The rocket hit at dawn, reaching Sorrenia.";
    expect(await firstFor("where did the rocket hit", "The rocket hit at noon, reaching nobody.", answer, PLACES)).toBe(
      answer,
    );
  });

  test("that the question did not name itself", async () => {
    const answer = "The rocket from Sorrenia hit Velmark.";
    expect(
      await firstFor("where did the rocket from Sorrenia hit", "The rocket from Sorrenia hit nobody.", answer, PLACES),
    ).toBe(answer);
  });
});

describe("an ordinal answers", () => {
  test.each([
    ["in which year did the dam break", "The dam did break in the fourth year of the drought."],
    ["how long has the strike gone on", "The strike has gone on into its fifth week."],
  ])("%s", async (question, answer) => {
    const engine = createEngine(corpusOf(story("a", [START, answer, END].join("\n\n"))));
    expect((await engine.ask({ text: question })).outcome).toBe("answered");
  });
});

describe("first comes a time", () => {
  test.each([
    [
      "of day, where an hour is asked for",
      "at what time did the dam break",
      "The dam did break on Monday.",
      "The dam broke at 6:40.",
    ],
    [
      "of day in words",
      "what time did the dam break",
      "The dam did break in May.",
      "The dam broke shortly before midnight.",
    ],
  ])("%s", async (_, question, other, answer) => {
    expect(await firstFor(question, other, answer, END)).toBe(answer);
  });
});
