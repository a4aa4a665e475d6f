import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const engine = createEngine(
  corpusOf(
    story(
      "bridge",
      [
        "Mayor Clara Brandt said that the bridge would be rebuilt. “His people love it,” Brandt said of Tom Hill.",
        "Two F16 jets flew over the bridge. The Covid-19 rules were lifted on the day when it opened.",
        "Colonel Tom Hill of Łódź drank a glass of Cœur d’Or. “The bridge will hold,” Hill said.",
      ].join("\n\n"),
    ),
  ),
);

describe("a first question that leans on nothing", () => {
  test.each([
    "what did he say",
    "why was she there?",
    "what was his fee",
    "why did they do that",
    "did it work?",
    "who said it",
  ])("“%s” says that nobody knows who or what is meant", async (text) => {
    const { outcome, lead } = await engine.ask({ text });
    expect(outcome).toBe("none");
    expect(lead).toMatch(/^I do not know wh(?:o|at) is meant by “(?:he|she|his|they|it)”/);
  });

  test.each([
    "who said his people love it?",
    "did Brandt say that it would be rebuilt",
    "is it true that the bridge was rebuilt",
  ])("“%s” is clear enough", async (text) => {
    expect((await engine.ask({ text })).lead ?? "").not.toContain("I do not know");
  });

  test("is clear behind another", async () => {
    expect((await engine.ask({ text: "what did she say", earlier: ["who is Clara Brandt?"] })).outcome).toBe(
      "answered",
    );
  });
});

describe("what is spelled in another way is found", () => {
  test.each([
    ["F-16", "F16"],
    ["covid19", "Covid-19"],
    ["who is from Lodz", "Łódź"],
    ["Coeur d'Or", "Cœur d’Or"],
  ])("“%s” finds %s", async (text, found) => {
    expect((await engine.ask({ text })).passages[0]?.text).toContain(found);
  });

  test.each(["what did Col. Hill say", "what did mr Hill say", "what did T. Hill say"])(
    "“%s” asks Hill",
    async (text) => {
      const { outcome, passages, missing } = await engine.ask({ text });
      expect(missing).toEqual([]);
      expect(outcome).toBe("answered");
      expect(passages[0]).toMatchObject({ speaker: "Tom Hill" });
    },
  );
});

describe("a question in another language gets an honest line and no list of words", () => {
  test.each([
    "Que a dit Brandt ?",
    "combien de ponts",
    "Was sagte Brandt über die Brücke?",
    "Wer hat gewonnen",
    "¿Qué dijo Brandt?",
    "cosa ha detto Brandt",
    "Що сказав Брандт?",
    "что сказал мэр",
  ])("“%s”", async (text) => {
    const { outcome, notices, missing } = await engine.ask({ text });
    expect(notices.join()).toContain("The articles are in English");
    expect(missing).toEqual([]);
    expect(outcome).not.toBe("answered");
  });

  test.each(["what did Le Pen say", "was Hill on the bridge", "the day on which it opened", "van de Berg"])(
    "“%s” is English",
    async (text) => {
      expect((await engine.ask({ text })).notices.join()).not.toContain("The articles are in English");
    },
  );
});
