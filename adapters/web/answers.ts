import type { Answer, Engine, Question } from "../../src/index.ts";
import { createAnswerId } from "../conversation/asked.ts";
import type { Decision, FairUse, Observer } from "../conversation/chat-adapter.ts";
import { MAX_EARLIER } from "./page.ts";

/** Answers people by the rules of the chats. */
export interface Answers {
  /** The answer to a question, or why there is none. */
  ask(question: Question, person: string): Promise<Answer | string>;
  /** Why somebody may not open one more page; `null` where they may. */
  refuses(person: string): Promise<string | null>;
}

/** What answering needs. */
export interface AnswersOptions {
  readonly engine: () => Engine;
  readonly fairUse: FairUse;
  readonly observer: Observer;
}

const WEB = "web";

/** Asks the engine for people on the web, who are counted by their addresses. */
export function createAnswers({ engine, fairUse, observer }: AnswersOptions): Answers {
  const decide = async (person: string, demand: "answer" | "trifle") =>
    refusalOf(await fairUse.decide({ platform: WEB, person, channels: [], isDirect: true, isAddressed: true, demand }));
  return {
    refuses: (person) => decide(person, "trifle"),
    async ask(question, person) {
      const who = { platform: WEB, person };
      const refusal = await decide(person, "answer");
      if (refusal !== null) {
        observer.turnedAway(who, question.text, "refused");
        return refusal;
      }
      const begin = performance.now();
      try {
        const answer = await engine().ask(question);
        observer.answered(who, { answerId: createAnswerId(), answer, seconds: (performance.now() - begin) / 1000 });
        return answer;
      } catch (error) {
        observer.turnedAway(who, question.text, "failed");
        throw error;
      }
    },
  };
}

function refusalOf(decision: Decision): string | null {
  return decision.kind === "refuse" ? decision.message : null;
}

/** The question of an address, `null` where it holds none: `q`, and those asked before it in `after`, oldest first. */
export function questionIn(query: URLSearchParams): Question | null {
  const text = query.get("q")?.trim() ?? "";
  if (text === "") return null;
  const earlier = query.getAll("after").slice(-MAX_EARLIER);
  return earlier.length > 0 ? { text, earlier } : { text };
}
