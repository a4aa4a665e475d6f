import * as v from "valibot";
import type { Answer, Question } from "../../src/index.ts";
import { QUESTION } from "./asked.ts";
import type { ChatOptions, Who } from "./chat-adapter.ts";

/** An answer and the short id under which its buttons find it again. */
export interface SavedAnswer {
  readonly id: string;
  readonly question: Question;
  readonly answer: Answer;
}

/** Asks the engine, and finds an answer again when one of its buttons is pressed. */
export type Answering = ReturnType<typeof createAnswering>;

/** Buttons work this long. */
export const ANSWER_TTL_MS = 30 * 24 * 60 * 60_000;

/**
 * An answer is kept as the question that produced it, since the engine gives the same answer to the same question;
 * after a change of the corpus the buttons of an old message show what the new corpus says.
 */
export function createAnswering({ engine, state, observer, log }: Omit<ChatOptions, "fairUse">) {
  const answerTo = async (question: Question, asker: Who | null): Promise<Answer> => {
    try {
      return await engine().ask(question);
    } catch (error) {
      if (asker) observer.turnedAway(asker, question.text, "failed");
      throw error;
    }
  };
  const find = async (id: string) => parseQuestion(await state.get(stateKey(id)));
  return {
    /** What was asked for an answer; `null` where the id has expired or names nothing. */
    find,
    /**
     * The question counts as asked by `asker`; by nobody, where it was counted before. Throws where the engine does.
     * An answer that cannot be kept is given all the same; then its buttons do not find it.
     */
    async ask(question: Question, asker: Who | null, id: string): Promise<SavedAnswer> {
      const begin = performance.now();
      const answer = await answerTo(question, asker);
      const seconds = (performance.now() - begin) / 1000;
      if (asker) observer.answered(asker, { answerId: id, answer, seconds });
      await state
        .set(stateKey(id), JSON.parse(JSON.stringify(question)), ANSWER_TTL_MS)
        .catch((error: unknown) => log.error("An answer could not be kept for its buttons.", { error }));
      return { id, question, answer };
    },
    /** The same answer once more; `null` as above. */
    async recall(id: string): Promise<SavedAnswer | null> {
      const question = await find(id);
      return question && { id, question, answer: await engine().ask(question) };
    },
  };
}

const stateKey = (id: string) => `answer:${id}`;

/** Reads a question that was kept; `null` for anything else. */
export function parseQuestion(value: unknown): Question | null {
  const { success, output } = v.safeParse(QUESTION, value);
  return success ? output : null;
}
