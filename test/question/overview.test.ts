import { describe, expect, test } from "vitest";
import { needOf } from "../../src/question/kinds.ts";
import { overviewAskedFor } from "../../src/question/overview.ts";
import { tokenize } from "../../src/text/tokenize.ts";

/** The overview that a question asks for and what it is to be of: "newest: bridge". */
function read(question: string): string | null {
  const tokens = tokenize(question);
  const overview = overviewAskedFor(tokens, needOf(tokens));
  const topic = tokens.filter((_, at) => !overview?.spent.has(at)).map(({ word }) => word);
  return overview && [overview.kind, ...topic].join(" ");
}

describe("an overview is asked for by", () => {
  test.each([
    ["latest", "newest"],
    ["any news on the bridge?", "newest bridge"],
    ["what's new with the ferry", "newest ferry"],
    ["what happened this week", "newest"],
    ["what happened in Lund this week", "newest lund"],
    ["summarise", "gist"],
    ["summarise the bridge row", "gist bridge row"],
    ["the bridge trial in one sentence", "gist bridge trial"],
    ["what is this all about", "gist"],
    ["state of play?", "state"],
    ["what's the state of the talks", "state talks"],
    ["where do things stand at the harbour", "state harbour"],
    ["how are the talks going", "state talks"],
    ["what does each side want", "sides"],
    ["where do they disagree", "sides"],
    ["what are the sticking points", "sides"],
    ["what do the two sides say about the toll", "sides toll"],
    ["timeline of the strike", "timeline strike"],
    ["what happened to the bridge, in order", "timeline bridge"],
    ["who wrote the Gazette article", "heads gazette"],
    ["who is the author of this piece", "heads"],
    ["who reported this first", "first"],
  ])("“%s”: %s", (question, overview) => {
    expect(read(question)).toBe(overview);
  });

  test.each([
    "how many are on board by the latest count",
    "what was the latest offer",
    "what happened to the bridge",
    "what happened when the dam broke",
    "where does Lind stand",
    "when does the state of emergency end",
    "which language should get official status",
    "what did Lind tell the news",
    "who wrote the letter to the king",
    "new bridge",
  ])("nothing in “%s”", (question) => {
    expect(read(question)).toBeNull();
  });

  test("a stretch of time, which is counted in days", () => {
    const daysOf = (question: string) => overviewAskedFor(tokenize(question), "any")?.days;
    expect(daysOf("what happened this week")).toBe(7);
    expect(daysOf("latest news today")).toBe(1);
    expect(daysOf("latest news")).toBeNull();
  });
});
