import type { Vector } from "../../src/index.ts";
import type { Log } from "../log.ts";
import { createEncoderThread } from "./in-thread.ts";
import { describeWay } from "./way.ts";

/** Makes the vectors of questions, for passages that somebody else has encoded. */
export interface QuestionEncoder {
  /** The vector of a question; `null` where there is no encoder here. Never rejects. */
  encode(question: string): Promise<Vector | null>;
  /** Loads it, where that was not done yet: `null`, or why there is none, as the end of a sentence. */
  whyNot(): Promise<string | null>;
  isUp(): boolean;
  close(): Promise<void>;
}

const REMEMBERED_QUESTIONS = 200;

/** An encoder on this machine; it is loaded when it is first needed, and where it cannot be, that is logged once. */
export function createQuestionEncoder(log: Pick<Log, "warn">): QuestionEncoder {
  const thread = createEncoderThread((why) => log.warn(describeWay(why)));
  return {
    encode: rememberQuestions((text) => thread.awaiting(thread.encode({ role: "query", text }))),
    whyNot: thread.whyNot,
    isUp: thread.isReady,
    close: thread.close,
  };
}

/** Remembers what came of the latest questions: one is asked several times on the way to an answer. */
export function rememberQuestions<Result>(
  ask: (question: string) => Promise<Result>,
): (question: string) => Promise<Result> {
  const questions = new Map<string, Promise<Result>>();
  return (text) => {
    const known = questions.get(text) ?? ask(text);
    questions.delete(text);
    questions.set(text, known);
    for (const oldest of questions.keys()) if (questions.size > REMEMBERED_QUESTIONS) questions.delete(oldest);
    return known;
  };
}
