import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { parseQuestion } from "../../src/question/parse-question.ts";
import { createSpeller } from "../../src/question/spelling.ts";
import { harbourCorpus } from "../fixtures/corpora.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const { lexicon } = buildCorpusIndex(harbourCorpus());
const speller = createSpeller(lexicon.vocabulary);
const read = (text: string, ...earlier: string[]) => parseQuestion({ text, earlier }, lexicon, speller);

describe("what no article and no dictionary has a word of", () => {
  test.each(["asdf", "qwrt zzxy", "Zorvane?"])("“%s” is a question of its own", (question) => {
    const query = read(question, "what did Brandt say about the quays?");
    expect(query.subject).toBeNull();
    expect(query.missing).not.toEqual([]);
  });

  test("goes on where it says so", () => {
    expect(read("and asdf?", "what did Brandt say about the quays?").subject).not.toBeNull();
  });
});

describe("after where one party stands", () => {
  test.each(["and Sorrenia?", "and Sorrenia's?", "but Sorrenia?"])("“%s” asks where the other does", (question) => {
    expect(read(question, "what does Velmark want?")).toMatchObject({
      intent: "position",
      stance: "wants",
      subject: { label: "Sorrenia" },
    });
  });

  test("what the other refuses is asked after what the one refuses", () => {
    expect(read("and Sorrenia's?", "what does Velmark refuse?").stance).toBe("refuses");
  });

  test("“what about” another party asks where that one does", () => {
    expect(read("what about Sorrenia?", "what does Velmark want?").subject).toMatchObject({ label: "Sorrenia" });
  });

  test("“what about” an organisation asks where the same party stands to it", () => {
    const query = read("what about the Maritime Accident Board?", "what does Velmark want?");
    expect(query.subject).toMatchObject({ label: "Velmark" });
    expect(query.terms.filter(({ role }) => role === "asked").map(({ name }) => name?.name)).toEqual([
      "Maritime Accident Board",
    ]);
  });

  test("the first party is no longer looked for", () => {
    const names = read("and Sorrenia's?", "what does Velmark want?").terms.map(({ name }) => name?.name);
    expect(names).toContain("Sorrenia");
    expect(names).not.toContain("Velmark");
  });
});

describe("“what about X?” after somebody's words about another", () => {
  const town = createEngine(
    corpusOf(
      story(
        "town",
        [
          "Mayor Clara Brandt spoke about Tom Hill. “Hill is a stubborn man,” Brandt said.",
          "Mayor Clara Brandt spoke about Eva Storm, too. “Storm is a brave captain,” Brandt said.",
          "“The bridge will bring cars,” Tom Hill said.",
          "Far away, Leo Ansty stood on the pier. “Hill owes me a boat,” Ansty said.",
        ].join("\n\n"),
      ),
    ),
  );
  const askAfter = async (text: string) =>
    (await town.ask({ text, earlier: ["what did Brandt say about Tom Hill"] })).passages[0];

  test("asks what the same one said about X", async () => {
    expect(await askAfter("what about Eva Storm?")).toMatchObject({ speaker: "Clara Brandt" });
    expect((await askAfter("what about Eva Storm?"))?.text).toContain("brave captain");
  });

  test("asks for X's own words on it where the same one said nothing about X", async () => {
    expect(await askAfter("what about Leo Ansty?")).toMatchObject({ speaker: "Leo Ansty" });
    expect((await askAfter("what about Leo Ansty?"))?.text).toContain("owes me a boat");
  });
});

describe("a number of the same is asked for", () => {
  test("by another name alone", () => {
    const query = read("and Sorrenia?", "how many trawlers does Velmark have?");
    expect(query).toMatchObject({ intent: "fact", need: "number", counted: "trawler" });
    expect(query.terms.map(({ name }) => name?.name)).toContain("Sorrenia");
  });
});

describe("a question that has a word for everything", () => {
  const earlier = "how many trawlers does Velmark have?";

  test("keeps the one before it in the background, where it leads to no passage that its own words do not lead to", () => {
    const { terms } = read("when was the harbour in Quillmouth built", earlier);
    const background = terms.filter(({ role }) => role === "context");
    expect(background.map(({ text }) => text)).toContain("trawlers");
    for (const { alternatives } of background)
      for (const { strength } of alternatives) expect(strength).toBeLessThanOrEqual(0.5);
  });

  test("is read alone for the meaning of a passage, and behind the one before it for that of all around", () => {
    const text = "and how old are they?";
    expect(read(text, earlier)).toMatchObject({ bare: text, inFull: `${earlier} ${text}`, leansOn: { bare: earlier } });
  });
});

describe("“he” and “she” mean", () => {
  test("whom the question before asks about, as a speaker where words are asked for", () => {
    expect(read("what did she say?", "who is Tamsin Eldergate?")).toMatchObject({
      intent: "statement",
      subject: { label: "Tamsin Eldergate" },
    });
  });

  test("nobody whose words are wanted where something of theirs is asked for", () => {
    const query = read("where is her office?", "what did Eldergate say about the quota?");
    expect(query).toMatchObject({ intent: "fact", subject: null });
    expect(query.terms.map(({ name }) => name?.name)).toContain("Tamsin Eldergate");
  });

  test("a name over several questions", () => {
    const query = read(
      "how long was she there?",
      "who is Tamsin Eldergate?",
      "where did she study?",
      "and after that?",
    );
    expect(query.terms.map(({ name }) => name?.name)).toContain("Tamsin Eldergate");
  });
});

describe("more of the same is what comes next", () => {
  const town = createEngine(
    corpusOf(
      story(
        "town",
        [
          "“We have lost a good bridge,” Clara Brandt said at the station.",
          "“Lorries must wait for the ferry,” Brandt told the council in March.",
          "“My brother never owned a boat,” Brandt said with a laugh.",
          "“Schools will stay open in winter,” Brandt promised parents.",
          "“Nobody pays tolls on Sundays,” Brandt said when she was asked about money.",
          "“Orm is a village of saints,” Brandt said at the fair.",
        ].join("\n\n"),
      ),
    ),
  );
  const first = "what did Brandt say";
  const placesAfter = async (text: string, ...earlier: string[]) =>
    (await town.ask({ text, earlier })).passages.map(({ start }) => start);

  test.each(["tell me more", "what else did she say?", "go on", "more please"])("“%s”", async (text) => {
    const shown = await placesAfter(first);
    const next = await placesAfter(text, first);
    expect(next.length).toBeGreaterThan(0);
    expect(next.filter((place) => shown.includes(place))).toEqual([]);
  });

  test("until there is no more", async () => {
    const answer = await town.ask({ text: "more", earlier: [first, "more", "more", "more", "more"] });
    expect(answer).toMatchObject({ outcome: "none", lead: "There is no more on that." });
  });
});
