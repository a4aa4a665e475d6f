import type { Answer, Engine, Question } from "../../../src/index.ts";
import { answer, article, passage } from "../../fixtures/answers.ts";

/** An engine whose answers are written down, and which tells what it was asked. */
export interface TownEngine extends Engine {
  readonly asked: readonly Question[];
}

const SPOKEN = ["one", "two", "three", "four", "five", "six"].map((word) =>
  passage({ text: `“The bridge is passage ${word},” she said.` }),
);

/** Answers every question with two passages and has four more; the question "nothing" has no answer, and "fail" breaks it. */
export function createTownEngine(): TownEngine {
  const asked: Question[] = [];
  return {
    asked,
    coverage: async () => ({
      articles: [article(), article({ id: "harbour-courier", outlet: "Evening Courier", title: null, url: null })],
      outlets: ["Port Gazette", "Evening Courier"],
      speakers: ["Clara Brandt"],
      since: "2025-03-02",
      until: "2025-03-05",
      undated: 0,
      examples: ["what did Brandt say", "who pays for the bridge", "when does the bridge open"],
    }),
    async ask(question) {
      asked.push(question);
      if (question.text === "fail") throw new Error("The engine broke.");
      return answerTo(question.text);
    },
    context: async ({ text }) => [
      { text: "The paragraph before.", mark: null },
      { text: `So it was. ${text} And on.`, mark: { start: 11, end: 11 + text.length } },
    ],
    completeQuestion: async () => [],
    completeSpeaker: async () => [],
    citable: async () => ({ places: [], cautions: [] }),
    completeSource: async () => [],
  };
}

function answerTo(question: string): Answer {
  if (question === "nothing")
    return answer({ question, outcome: "none", lead: "No article here answers that.", passages: [] });
  const suggestions = ["who pays for the bridge"];
  return answer({ question, passages: SPOKEN.slice(0, 2), more: SPOKEN.slice(2), suggestions });
}
