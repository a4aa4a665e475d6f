import { describe, expect, it } from "vitest";
import { asksForOne } from "../../src/question/asked-for.ts";
import type { Need } from "../../src/question/kinds.ts";
import { tokenize } from "../../src/text/tokenize.ts";

describe("a question asks for one thing", () => {
  it.each<[string, Need]>([
    ["Does the union want a vote?", "any"],
    ["Would Port City agree to a bridge?", "any"],
    ["Where did the mayor present her offer?", "place"],
    ["How many berths does the union demand?", "number"],
  ])("%s", (question, need) => {
    expect(asksForOne(tokenize(question), need)).toBe(true);
  });

  it.each<[string, Need]>([
    ["What does the union want?", "any"],
    ["Which rivers does Port City want to cross?", "any"],
    ["The union's position on the bridge", "any"],
    ["What are the terms?", "points"],
  ])("but not: %s", (question, need) => {
    expect(asksForOne(tokenize(question), need)).toBe(false);
  });
});
