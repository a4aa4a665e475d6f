import { describe, expect, it } from "vitest";
import { isOpenQuestion } from "../../../adapters/conversation/addressed.ts";

describe("a plain message in a thread that the command opened", () => {
  it.each([
    "what did Lavrov say",
    "What about Trump?",
    "and Zelenskyy?",
    "And what did he say about NATO",
    "who controls the plant",
    "why?",
    "ok, and when was that?",
    "does russia want peace",
    "how many articles mention Macron",
    "which outlet reported the five-hour meeting?",
    "What do we know about the plan?",
    "can you tell me what Lavrov said",
    "tell me about the ceasefire",
    "Thanks! And what does Kyiv offer?",
    "А что сказал Лавров?",
    "Is the plant part of the deal? Thanks",
    "Which articles say so?",
    "Source: ArcaMax what did the US propose?",
    "From: Lavrov what about NATO?",
  ])("%j is a question to the bot", (text) => {
    expect(isOpenQuestion(text)).toBe(true);
  });

  it.each([
    "",
    "thanks",
    "interesting",
    "lol what",
    "really?",
    "who cares",
    "what a mess",
    "how nice",
    "Anna, what do you think?",
    "hey Bob did Lavrov say that?",
    "<@U0ANNA> what did Lavrov say?",
    "@anna what did Lavrov say?",
    "<!here> what did Lavrov say?",
    "are you coming to lunch?",
    "does anyone know when the meeting starts?",
    "should we ask legal?",
    "what should I write?",
    "I wonder what Lavrov said",
    "when I get home I will read it",
    "which is why it failed",
    "is good",
    "That is what Lavrov said.",
    "see https://example.com/what?",
    `${"word ".repeat(70)}?`,
  ])("%j is left alone", (text) => {
    expect(isOpenQuestion(text)).toBe(false);
  });
});
