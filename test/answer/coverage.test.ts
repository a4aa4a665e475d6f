import { describe, expect, test } from "vitest";
import { createEngine, sourceOf } from "../../src/index.ts";
import { harbourCorpus, reservoirCorpus, talksCorpus, withoutGlossary } from "../fixtures/corpora.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const harbour = createEngine(harbourCorpus());

describe("what a corpus covers", () => {
  test("is its articles, without their text", async () => {
    expect((await harbour.coverage()).articles).toEqual(harbourCorpus().articles.map(sourceOf));
  });

  test("is its outlets, each once", async () => {
    expect([...(await harbour.coverage()).outlets].sort()).toEqual(
      [...new Set(harbourCorpus().articles.flatMap(({ outlet }) => outlet ?? []))].sort(),
    );
  });

  test("is the time from the first dated article to the last, and how many have no date", async () => {
    const dates = harbourCorpus()
      .articles.flatMap(({ published }) => published ?? [])
      .sort();
    expect(await harbour.coverage()).toMatchObject({ since: dates[0], until: dates.at(-1), undated: 2 });
    const undated = createEngine(corpusOf(story("bells", "The bell cracked.")));
    expect(await undated.coverage()).toMatchObject({ since: null, until: null, undated: 1, outlets: [] });
  });

  test("is everybody whose words the articles report", async () => {
    const { speakers } = await harbour.coverage();
    expect(new Set(speakers).size).toBe(speakers.length);
    for (const name of ["Aldric Thornqvist", "Benedetta Sarvelli", "Nils Averbeck"]) expect(speakers).toContain(name);
    expect(speakers).not.toContain("Dario Pescarin");
  });

  test.each([
    ["talks", talksCorpus()],
    ["harbour", harbourCorpus()],
    ["harbour without glossary", withoutGlossary(harbourCorpus())],
    ["reservoir", reservoirCorpus()],
  ])("is shown by at least three questions, all of which it answers: %s", async (_, corpus) => {
    const engine = createEngine(corpus);
    const { examples } = await engine.coverage();
    expect(examples.length).toBeGreaterThanOrEqual(3);
    const answers = await Promise.all(examples.map((text) => engine.ask({ text })));
    expect(answers.filter(({ outcome }) => outcome !== "answered")).toEqual([]);
  });
});

describe("what has been typed is completed", () => {
  test("to speakers by any of their names, whatever the case", async () => {
    expect(await harbour.completeSpeaker("thorn", 5)).toEqual(["Aldric Thornqvist"]);
    expect(await harbour.completeSpeaker("BENE", 5)).toEqual(["Benedetta Sarvelli"]);
  });

  test("to outlets", async () => {
    expect(await harbour.completeSource("quill", 5)).toEqual(["Quillmouth Gazette"]);
  });

  test("to questions that are answered", async () => {
    const questions = await harbour.completeQuestion("what thornq", 5);
    expect(questions.length).toBeGreaterThan(0);
    for (const text of questions) {
      expect(text).toContain("Thornqvist");
      expect((await harbour.ask({ text })).outcome).toBe("answered");
    }
  });

  test("to anything with nothing typed, up to the limit", async () => {
    expect(await harbour.completeSpeaker("", 3)).toHaveLength(3);
    expect(await harbour.completeQuestion(" ", 2)).toHaveLength(2);
    expect(await harbour.completeSource("", 0)).toEqual([]);
  });

  test("to nothing where nothing fits", async () => {
    expect(await harbour.completeSpeaker("zzz", 5)).toEqual([]);
    expect((await harbour.completeQuestion("(.*", 5)).length).toBeLessThanOrEqual(5);
  });
});
