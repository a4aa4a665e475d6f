import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

/** What is shown of a story with these paragraphs. */
const shownFor = async (question: string, ...paragraphs: string[]) =>
  (await createEngine(corpusOf(story("a", paragraphs.join("\n\n")))).ask({ text: question })).passages.map(
    ({ text }) => text,
  );

/** The articles know both parties by their names. */
const PARTIES = "They met in Lind, not in Tarn. The way to Lind is longer than the way to Tarn.";

describe("where a party stands is told", () => {
  test("by “it” after a sentence about the party", async () => {
    const shown = await shownFor("what does Lind want", "Lind has a long coast. It demands a new pier.", PARTIES);
    expect(shown).toContain("It demands a new pier.");
  });

  test("by one “it” after another", async () => {
    const story = "Lind has a long coast. It lies low. It is poor. It demands a new pier.";
    expect(await shownFor("what does Lind want", story, "Lind wants a lighthouse.", PARTIES)).toContain(
      "It demands a new pier.",
    );
  });

  test("not by an “it” that goes back to somebody else", async () => {
    const story = "Tarn has a long coast. It demands a new pier.";
    const shown = await shownFor("what does Lind want", story, "Lind wants a lighthouse.", PARTIES);
    expect(shown).toEqual(["Lind wants a lighthouse."]);
  });

  test("by “it” under a heading that names the party", async () => {
    const shown = await shownFor(
      "what does Lind want",
      "# The talks",
      "The talks took two days.",
      "# Lind’s position",
      "It demands a new pier.",
      "# Tarn’s position",
      "It demands an old castle.",
      PARTIES,
    );
    expect(shown[0]).toBe("It demands a new pier.");
    expect(shown).not.toContain("It demands an old castle.");
  });

  test("not by what somebody else wants of it", async () => {
    const shown = await shownFor(
      "what does Lind want",
      "Tarn pushed Lind to accept a toll.",
      "Lind wants a lighthouse.",
      PARTIES,
    );
    expect(shown).toEqual(["Lind wants a lighthouse."]);
  });

  test("in a clause of its own behind another party's", async () => {
    const answer = "Tarn has a castle, while Lind wants a lighthouse.";
    expect(
      (await shownFor("what does Lind want", "They saw the walls of Lind and want for nothing.", answer, PARTIES))[0],
    ).toBe(answer);
  });
});

describe("what a party refuses is told", () => {
  test.each([
    "Lind will not take the old pier.",
    "Lind ruled out the old pier.",
    "Lind said the old pier was unacceptable.",
  ])("without a verb of refusing: “%s”", async (answer) => {
    const shown = await shownFor(
      "what does Lind refuse",
      "Lind wants the new lighthouse and a castle.",
      answer,
      PARTIES,
    );
    expect(shown[0]).toBe(answer);
  });

  test("not by its silence", async () => {
    const shown = await shownFor(
      "what does Lind refuse",
      "Lind declined to comment on the old pier and the castle.",
      "Lind refuses the toll.",
      PARTIES,
    );
    expect(shown).toEqual(["Lind refuses the toll."]);
  });
});
