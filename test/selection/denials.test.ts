import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const engine = createEngine(
  corpusOf(
    story(
      "debate",
      [
        "Brandt accused Hill of having sold the ferry to a friend in 2014. “You sold it for a song,” she said.",
        "Hill denied it: “That is not true and you know it.” He said the council had voted for the sale.",
        "The ferry carries cars and lorries across the Lind. It was built in Orm.",
      ].join("\n\n"),
    ),
  ),
);
const textsFor = async (text: string) => (await engine.ask({ text })).passages.map((passage) => passage.text);

describe("an accusation and its denial", () => {
  test.each(["did Hill sell the ferry to a friend?", "who sold the ferry to a friend"])(
    "stand together: “%s”",
    async (text) => {
      const texts = await textsFor(text);
      const accusation = texts.findIndex((one) => one.includes("accused Hill"));
      expect(accusation).toBeGreaterThanOrEqual(0);
      expect(texts[accusation + 1]).toContain("Hill denied it");
    },
  );

  test("are not shown where one speaker's words are asked for", async () => {
    const texts = await textsFor("what did Brandt say about the ferry");
    expect(texts.join()).not.toContain("Hill denied it");
  });

  test("are not looked for around a passage that accuses nobody", async () => {
    expect((await textsFor("where was the ferry built")).join()).not.toContain("denied");
  });
});
