import { randomBytes } from "node:crypto";
import type { Answer, Engine, Question } from "../../src/index.ts";
import type { Observer, Who } from "./observer.ts";
import { isRecord, stringsOf } from "./parse-json.ts";
import type { Json, State } from "./state.ts";

/** An answer and the short id under which its buttons find it again. */
export interface SavedAnswer {
  readonly id: string;
  readonly question: Question;
  readonly answer: Answer;
}

/** Asks the engine, and finds an answer again when one of its buttons is pressed. */
export interface Answering {
  /**
   * The question counts as asked by `asker`; by nobody, where it was counted before. An `id` that was chosen before is what
   * the answer is recognized by after a crash.
   */
  ask(question: Question, asker: Who | null, id?: string): Promise<SavedAnswer>;
  /** The same answer once more; `null` where the id has expired or names nothing. */
  recall(id: string): Promise<SavedAnswer | null>;
}

/** Buttons work this long. */
export const ANSWER_TTL_MS = 30 * 24 * 60 * 60_000;

const ID_BYTES = 9;

/**
 * An answer is kept as the question that produced it, since the engine gives the same answer to the same question;
 * after a change of the corpus the buttons of an old message show what the new corpus says.
 */
export function createAnswering(engine: () => Engine, state: State, observer: Observer): Answering {
  const answerTo = (question: Question, asker: Who | null): Answer => {
    try {
      return engine().ask(question);
    } catch (error) {
      if (asker) observer.turnedAway(asker, question.text, "failed");
      throw error;
    }
  };
  return {
    async ask(question, asker, id = createAnswerId()) {
      const begin = performance.now();
      const answer = answerTo(question, asker);
      const seconds = (performance.now() - begin) / 1000;
      if (asker) observer.answered(asker, { answerId: id, answer, seconds });
      await state.set(stateKey(id), questionJson(question), ANSWER_TTL_MS);
      return { id, question, answer };
    },
    async recall(id) {
      const question = parseQuestion(await state.get(stateKey(id)));
      return question && { id, question, answer: engine().ask(question) };
    },
  };
}

/** An id of its own: 12 characters, so that a button's id stays far below every platform's limit. */
export function createAnswerId(): string {
  return randomBytes(ID_BYTES).toString("base64url");
}

const stateKey = (id: string) => `answer:${id}`;

const FILTERS = ["speaker", "source", "since", "until"] as const;

/** A question as it is kept. */
export function questionJson(question: Question): Json {
  const filters = FILTERS.map((name) => [name, question[name] ?? null] as const);
  return { text: question.text, earlier: question.earlier ?? [], ...Object.fromEntries(filters) };
}

/** Reads a question that was kept. */
export function parseQuestion(value: unknown): Question | null {
  if (!isRecord(value) || typeof value.text !== "string") return null;
  const filters = FILTERS.flatMap((name) => {
    const filter = value[name];
    return typeof filter === "string" ? [[name, filter] as const] : [];
  });
  return { text: value.text, earlier: stringsOf(value.earlier), ...Object.fromEntries(filters) };
}
