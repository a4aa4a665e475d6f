import type { Engine, Question } from "../../../src/index.ts";
import { answer, article, passage } from "../../fixtures/answers.ts";

/** An engine with one answer for everything, so that what is shown depends on Discord alone; it notes what it is asked. */
export interface HarbourEngine extends Engine {
  readonly asked: readonly Question[];
}

/** The words of the first passage, which tell the answer from other messages. */
export const FIRST_WORDS = "We will open the bridge in May";

const EXAMPLES = ["What did Brandt say?", "Who pays for the bridge?", "When does it open?"];

/** Makes the engine; `copies` is how often the answer's further passages are repeated. */
export function harbourEngine(fields: Parameters<typeof answer>[0] = {}): HarbourEngine {
  const asked: Question[] = [];
  const startingWith = (list: readonly string[]) => async (typed: string, limit: number) =>
    list.filter((entry) => entry.toLowerCase().startsWith(typed.toLowerCase())).slice(0, limit);
  return {
    asked,
    coverage: async () => ({
      articles: [article()],
      outlets: ["Port Gazette"],
      speakers: ["Clara Brandt"],
      since: "2025-03-02",
      until: "2025-03-02",
      undated: 0,
      examples: EXAMPLES,
    }),
    async ask(question) {
      asked.push(question);
      const more = [2, 3, 4, 5, 6].map((n) => passage({ text: `Passage ${n}.` }));
      return answer({ question: question.text, more, suggestions: EXAMPLES.slice(1), ...fields });
    },
    context: async ({ text }) => [
      { text: "The paragraph before.", mark: null },
      { text: `Around: ${text}`, mark: { start: 8, end: 8 + text.length } },
    ],
    completeQuestion: startingWith(EXAMPLES),
    completeSpeaker: startingWith(["Clara Brandt"]),
    citable: async () => ({ places: [], cautions: [] }),
    completeSource: startingWith(["Port Gazette"]),
  };
}
