import { describe, expect, it } from "vitest";
import { parseRequest, readCourtesy } from "../../../adapters/conversation/request.ts";

describe("the text after the command", () => {
  it.each(["", "   ", "help", " HELP ", "?", "private", "private: "])("%j asks for help", (text) => {
    expect(parseRequest(text)).toEqual({ request: { kind: "help", isNothingAsked: false }, isPrivate: false });
  });

  it.each(["sources", "Sources?", "articles"])("%j asks for the articles", (text) => {
    expect(parseRequest(text)).toEqual({ request: { kind: "sources" }, isPrivate: false });
  });

  it("is cut where somebody pastes a whole article, as only its beginning is read", () => {
    expect(parseRequest("word ".repeat(10_000))).toMatchObject({
      request: { question: { text: "word ".repeat(400) } },
    });
  });

  it.each([
    ["what did Lavrov say", "what did Lavrov say"],
    ["  help Ukraine how? ", "help Ukraine how?"],
    ["sources of the drones", "sources of the drones"],
    ["privately, what did Putin say", "privately, what did Putin say"],
  ])("%j is a question for everyone", (text, question) => {
    expect(parseRequest(text)).toEqual({
      request: { kind: "question", question: { text: question } },
      isPrivate: false,
    });
  });

  it.each(["private what did Lavrov say", "Private: what did Lavrov say"])("%j is for the asker alone", (text) => {
    expect(parseRequest(text)).toEqual({
      request: { kind: "question", question: { text: "what did Lavrov say" } },
      isPrivate: true,
    });
  });
});

describe("a message that asks nothing", () => {
  it.each([
    ..."thanks!|Thank you so much|thx|ok|okay great|cool!!|Nice|got it|good to know, thanks|👍|🙏🙏 :tada:|lol|yes".split(
      "|",
    ),
    ..."That's very helpful, thank you!|no worries, thanks|never mind|sorry, my bad|bye|sooo coool|Perfect.|hahahaha".split(
      "|",
    ),
    ..."Good night and thanks again|ah ok|fair enough, noted|Makes sense.".split("|"),
  ])("%j closes", (message) => expect(readCourtesy(message)).toBe("thanks"));

  it.each(["hi", "Hello!", "hey there", "Good morning everyone", "hi Talks", "hellooo"])("%j greets", (message) =>
    expect(readCourtesy(message)).toBe("greeting"),
  );

  it.each([
    ..."|?|thanks, and Zelenskyy?|what did Lavrov say|ok and when was that|no comment|Crimea|why|thanks to whom".split(
      "|",
    ),
    ..."is that right|is it good|right?|hi, who owns the plant|good relations|great powers|Nice attack|24:10|more|👍 why".split(
      "|",
    ),
    ..."late thanks giving|that one|the night train".split("|"),
  ])("%j may be a question", (message) => expect(readCourtesy(message)).toBeNull());
});
