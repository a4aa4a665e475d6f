import { describe, expect, test } from "vitest";
import { needOf, stanceOf } from "../../src/question/kinds.ts";
import { tokenize } from "../../src/text/tokenize.ts";

describe("a question asks for", () => {
  test.each([
    ["a place", "which country did he visit when the bombs fell", "place"],
    ["a time", "when did he visit the country where it rains", "time"],
    ["a number", "how many died when the dam broke", "number"],
    ["a person", "who left when the dam broke", "person"],
    ["a reason", "why did they leave when it broke", "reason"],
  ])("%s by the question word that stands first: “%s”", (_, question, need) => {
    expect(needOf(tokenize(question))).toBe(need);
  });

  test.each([
    ["an hour", "what time does the ferry leave", "hour"],
    ["an hour", "at what time did the wall give way", "hour"],
    ["a day", "what day does the ferry leave", "time"],
    ["points", "what's in the proposal", "points"],
    ["points", "the terms of the truce", "points"],
    ["points", "what are the main sticking points", "points"],
    ["points", "what concessions would Lind make", "points"],
    ["points", "a summary, please", "points"],
    ["a name", "what is the name of the ship", "person"],
    ["a name", "what was the ship called", "person"],
    ["a list", "which two towns flooded", "list"],
    ["no place", "where does Lind stand", "any"],
  ])("%s: “%s”", (_, question, need) => {
    expect(needOf(tokenize(question))).toBe(need);
  });
});

describe("the stance that is asked for in", () => {
  test.each([
    ["what does Lind want", "wants"],
    ["what are the demands of Lind", "wants"],
    ["what does Lind refuse", "refuses"],
    ["what is Lind opposed to", "refuses"],
    ["what is Lind ready to give", "offers"],
    ["which concessions has Lind made", "offers"],
  ])("“%s” is: it %s", (question, stance) => {
    expect(stanceOf(tokenize(question))).toBe(stance);
  });

  test.each(["where does Lind stand", "what is the position of Lind"])("“%s” is any", (question) => {
    expect(stanceOf(tokenize(question))).toBeNull();
  });
});
