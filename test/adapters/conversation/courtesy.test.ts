import { describe, expect, it } from "vitest";
import { readCourtesy } from "../../../adapters/conversation/request.ts";

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
