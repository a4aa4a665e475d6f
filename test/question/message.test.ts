import { describe, expect, test } from "vitest";
import { readMessage } from "../../src/question/message.ts";

const asked = (text: string) => readMessage(text).questions;

describe("what stands around a question is no part of it", () => {
  test.each([
    ["good evening all 👋 any idea how many drowned?", "how many drowned?"],
    ["saw this https://news.example/a?b=c - is the bridge really closed??", "is the bridge really closed??"],
    ["sorry to ask again, need it for the 6pm news: who said it was safe?", "who said it was safe?"],
    ["hi, what did Brandt say? thanks in advance", "what did Brandt say?"],
    ["help me find quotes by Brandt on the bridge please", "quotes by Brandt on the bridge"],
    ["I wonder what Brandt said", "what Brandt said"],
    ["could you tell me when it opens", "when it opens"],
    ["tell us who pays", "who pays"],
    [":wave: what did Brandt say :pray:", "what did Brandt say"],
  ])("“%s” asks “%s”", (text, question) => {
    expect(asked(text)).toEqual([question]);
  });

  test.each([
    "what is the fee for the second crossing",
    "will the us join?",
    "the Evening Post article",
    "Gazette: who wrote it",
    "after the talks failed, what did Brandt say",
    "what about the 12:30 ferry",
    "what did Brandt say about Hill, whose sister owns the ferry?",
    "when and where do they meet?",
    "tell me more",
    "all sides",
  ])("“%s” asks nothing less", (text) => {
    expect(asked(text).join(" ").replace(/\W/g, "")).toBe(text.replace(/\W/g, ""));
  });

  test.each(["thanks!", "hello there", "ok, cheers", "👋👋"])("“%s” asks nothing", (text) => {
    expect(asked(text)).toEqual([""]);
  });
});

describe("several questions in one message are read one by one", () => {
  test.each([
    ["who pays for the bridge, and when does it open?", ["who pays for the bridge", "and when does it open?"]],
    ["did Brandt resign? what did he say?", ["did Brandt resign?", "what did he say?"]],
    ["Who won? And who came second?", ["Who won?", "And who came second?"]],
    ["did Brandt agree to the plan and did Hill reject it", ["did Brandt agree to the plan", "and did Hill reject it"]],
  ])("“%s”", (text, questions) => {
    expect(asked(text)).toEqual(questions);
  });
});

describe("what a message says beside its question", () => {
  test("is kept where it names somebody", () => {
    expect(readMessage("I read that Brandt met Hill. What did they agree on?")).toEqual({
      questions: ["What did they agree on?"],
      aside: "Brandt met Hill.",
    });
  });

  test("may be another message that it quotes", () => {
    const { questions, aside } = readMessage("> Brandt: the bridge is safe\nwhat else did he say?");
    expect(questions).toEqual(["what else did he say?"]);
    expect(aside).toContain("Brandt: the bridge is safe");
  });
});
