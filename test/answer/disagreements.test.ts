import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const OTHER_NEWS = [
  story(
    "bells",
    "The old bell of the priory will ring again in autumn.\n\nIt cracked in the winter of the great frost.",
  ),
  story("bread", "Bakers sell a loaf called the Sandbag.\n\nIt is heavy and salty."),
];

/** The disagreements in an answer from articles of one sentence each. */
function disagreements(question: string, ...sentences: readonly string[]) {
  const stories = sentences.map((sentence, at) => story(`story-${at}`, sentence));
  return createEngine(corpusOf(...stories, ...OTHER_NEWS)).ask({ text: question }).disagreements;
}

describe("two sources that disagree are set side by side", () => {
  test.each([
    [
      "on a number",
      "how many crew members drowned",
      [
        "Seven crew members of the trawler Grey Annika drowned.",
        "Eight crew members of the trawler Grey Annika drowned.",
      ],
      ["Seven", "Eight"],
    ],
    [
      "on a date",
      "when was the strait closed",
      [
        "Sorrenia closed the strait to foreign vessels on Sept. 2.",
        "Sorrenia closed the strait to foreign vessels on Sept. 4.",
      ],
      ["Sept. 2", "Sept. 4"],
    ],
    [
      "on a name",
      "who does the power plant belong to",
      ["The power plant at Lind belongs to Velmark.", "The power plant at Lind belongs to Sorrenia."],
      ["Velmark", "Sorrenia"],
    ],
    [
      "on whether it is so",
      "did the board reject the plan",
      [
        "The harbour board has rejected the plan of the mayor.",
        "The harbour board has not rejected the plan of the mayor.",
      ],
      ["not"],
    ],
  ])("%s", (_, question, sentences, points) => {
    const [found, ...others] = disagreements(question, ...sentences);
    expect(found?.passages.map(({ text }) => text).sort()).toEqual([...sentences].sort());
    for (const point of points) expect(found?.about).toContain(point);
    expect(others).toEqual([]);
  });
});

describe("two sources do not disagree", () => {
  test.each([
    [
      "where one is a copy of the other",
      "how many jobs depend on herring",
      ["About 4,200 jobs on the coast depend on herring.", "About 4200 jobs on the coast depend on herring."],
    ],
    [
      "where they tell of different things",
      "how many crew members drowned",
      ["Seven crew members of the trawler drowned.", "The cannery employs 2,900 people in the old town."],
    ],
  ])("%s", (_, question, sentences) => {
    expect(disagreements(question, ...sentences)).toEqual([]);
  });
});
