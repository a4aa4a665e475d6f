import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const firstOf = async (body: string, question: string) =>
  (await createEngine(corpusOf(story("a", body))).ask({ text: question })).passages[0]?.text ?? "";

const GATES = [
  "The keeper left the gates of the dam open, and nobody closed the gates behind the keeper.",
  "The gates of the dam were open for nine hours.",
  "The school has a new bell.",
].join("\n\n");

describe("an answer begins with the passage that has most of the question", () => {
  test("where no figure is asked for", async () => {
    expect(await firstOf(GATES, "did the keeper leave the gates of the dam open")).toContain("The keeper left");
  });

  test("and where a figure is asked for, but none is told on the matter", async () => {
    const body = "The keeper left the gates of the dam open.\n\nThe school has had a bell for 27 years.";
    expect(await firstOf(body, "how long did the keeper leave the gates of the dam open")).toContain("The keeper left");
  });
});
