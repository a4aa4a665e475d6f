import { describe, expect, it } from "vitest";
import { parseRequest } from "../../../adapters/conversation/request.ts";

describe("the text after the command", () => {
  it.each(["", "   ", "help", " HELP ", "?", "private", "private: "])("%j asks for help", (text) => {
    expect(parseRequest(text)).toEqual({ kind: "help", isNothingAsked: false });
  });

  it.each(["sources", "Sources?", "articles"])("%j asks for the articles", (text) => {
    expect(parseRequest(text)).toEqual({ kind: "sources" });
  });

  it("is cut where somebody pastes a whole article, as only its beginning is read", () => {
    expect(parseRequest("word ".repeat(10_000))).toMatchObject({ kind: "question", text: "word ".repeat(400) });
  });

  it.each([
    ["what did Lavrov say", "what did Lavrov say"],
    ["  help Ukraine how? ", "help Ukraine how?"],
    ["sources of the drones", "sources of the drones"],
    ["privately, what did Putin say", "privately, what did Putin say"],
  ])("%j is a question for everyone", (text, question) => {
    expect(parseRequest(text)).toEqual({ kind: "question", text: question, audience: "everyone" });
  });

  it.each(["private what did Lavrov say", "Private: what did Lavrov say"])("%j is for the asker alone", (text) => {
    expect(parseRequest(text)).toEqual({ kind: "question", text: "what did Lavrov say", audience: "asker" });
  });
});
