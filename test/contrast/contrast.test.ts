import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildCorpusIndex, createEngine, createEngineOver } from "../../src/index.ts";
import { readQuestionSets } from "../evaluation/question-sets.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const OTHER_NEWS = [
  story(
    "bells",
    "The old bell of the priory will ring again in autumn.\n\nIt cracked in the winter of the great frost.",
  ),
  story("bread", "Bakers sell a loaf called the Sandbag.\n\nIt is heavy and salty."),
];

/** The disagreements in an answer from articles of one sentence each. */
async function disagreements(question: string, ...sentences: readonly string[]) {
  const stories = sentences.map((sentence, at) => story(`story-${at}`, sentence));
  return (await createEngine(corpusOf(...stories, ...OTHER_NEWS)).ask({ text: question })).disagreements;
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
  ])("%s", async (_, question, sentences, points) => {
    const [found, ...others] = await disagreements(question, ...sentences);
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
  ])("%s", async (_, question, sentences) => {
    expect(await disagreements(question, ...sentences)).toEqual([]);
  });
});

describe("an engine without this stage", () => {
  const sets = readQuestionSets().filter(({ name }) => name === "harbour" || name === "outbreak");

  test.each(sets)(
    "gives the same answers to the questions of $name, one source at a time",
    async ({ corpus, questions }) => {
      const index = buildCorpusIndex(corpus);
      const [whole, without] = [createEngineOver(index), createEngineOver(index, { contrasts: false })];
      const asked = questions.map(({ question, earlier }) => ({
        text: question,
        earlier,
      }));
      const answers = await Promise.all(asked.map((question) => whole.ask(question)));
      expect(answers.filter(({ disagreements }) => disagreements.length > 0).length).toBeGreaterThan(1);
      expect(await Promise.all(asked.map((question) => without.ask(question)))).toEqual(
        answers.map((answer) => ({ ...answer, disagreements: [] })),
      );
    },
  );

  test("sets nothing side by side that one with it does", async () => {
    const sentences = [
      "Seven crew of the trawler Grey Annika drowned.",
      "Eight crew of the trawler Grey Annika drowned.",
    ];
    const corpus = corpusOf(...sentences.map((sentence, at) => story(`story-${at}`, sentence)), ...OTHER_NEWS);
    const ask = (contrasts: boolean) => createEngine(corpus, { contrasts }).ask({ text: "how many crew drowned" });
    expect((await ask(true)).disagreements).toHaveLength(1);
    expect((await ask(false)).disagreements).toEqual([]);
  });

  test("is easily made, as nothing but the straight line of a question knows it", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const importing = files.filter(
      (file) => !file.startsWith("contrast") && /from "[./]+\/contrast\//.test(readFileSync(join("src", file), "utf8")),
    );
    expect(importing).toEqual(["engine.ts"]);
  });
});
