import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { harbourCorpus } from "../fixtures/corpora.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const debate = story(
  "debate",
  [
    "Mayor Clara Brandt and her rival Tom Hill met on Wednesday for a debate about the bridge.",
    "Brandt demands a toll of two crowns for every lorry that crosses the bridge by night.",
    "Hill rejects any toll and offers to sell the harbour office to pay for the repairs.",
    "The moderator, Eva Storm, looked at her watch for most of the evening.",
  ].join("\n\n"),
);

describe("what each side wants", () => {
  const engine = createEngine(corpusOf(debate));

  test.each(["what does each side want", "where do they disagree", "what are the sticking points"])(
    "“%s” shows what either wants, under their names",
    async (text) => {
      const { outcome, parts, passages } = await engine.ask({ text });
      expect(outcome).toBe("answered");
      expect(parts.map(({ heading }) => heading).sort()).toEqual(["Clara Brandt", "Tom Hill"]);
      let at = 0;
      for (const { heading, passages: count } of parts) {
        const own = passages.slice(at, at + count).map((one) => one.text);
        expect(own[0]).toContain(heading === "Clara Brandt" ? "demands a toll" : "rejects any toll");
        at += count;
      }
    },
  );

  test("in a corpus that says who stands for whom is asked of the parties, not of their people", async () => {
    const { parts } = await createEngine(harbourCorpus()).ask({ text: "where do the two countries disagree?" });
    expect(parts.slice(0, 2).map(({ heading }) => heading)).toEqual(["Velmark", "Sorrenia"]);
  });

  test.each(["where do Velmark and Sorrenia disagree?", "how do velmark and sorrenia differ on the quota"])(
    "is asked of the parties that are named: “%s”",
    async (text) => {
      const { parts } = await createEngine(harbourCorpus()).ask({ text });
      expect(parts.map(({ heading }) => heading)).toEqual(["Velmark", "Sorrenia"]);
    },
  );
});
