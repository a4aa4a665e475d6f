import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const engine = createEngine(
  corpusOf(
    story(
      "talks",
      [
        "Envoys of the mayor, Tom Hill and Eva Storm, held long talks with the harbour board on the ferry, as critics said the draft was weak.",
        "The draft is a gift to the harbour board, critics said.",
      ].join("\n\n"),
    ),
  ),
);

describe("a passage bears the name of somebody without one", () => {
  test("not where the question is about what the article tells, and their words only stand near", async () => {
    const { passages } = await engine.ask({ text: "who held talks with the harbour board on the ferry" });
    expect(passages[0]?.text).toContain("Tom Hill and Eva Storm");
    expect(passages[0]?.speaker).toBeNull();
  });

  test("where it is about their words", async () => {
    const { passages } = await engine.ask({ text: "is the draft a gift" });
    expect(passages[0]).toMatchObject({ speaker: "critics" });
  });
});
