import { availableParallelism } from "node:os";
import type { Vector } from "../../src/index.ts";
import type { Log } from "../log.ts";
import { createEncoderThread, describeWay } from "./in-thread.ts";

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

/** Makes the vectors of many passages, several at a time. */
export interface PassageEncoder {
  /** The vector of a passage; `null` where there is no encoder here. Never rejects. */
  encode(text: string): Promise<Vector | null>;
  close(): Promise<void>;
}

/** More take memory, 90 MB each, for nodes that do not keep up. */
const MOST_THREADS = 4;

/** An encoder in a thread for each processor; it is loaded when it is first needed, and where it cannot be, that is logged once. */
export function createPassageEncoder(log: Pick<Log, "warn">): PassageEncoder {
  let isTold = false;
  const tell = (why: string) => {
    if (!isTold) log.warn(describeWay(why));
    isTold = true;
  };
  const threads = Array.from({ length: Math.min(availableParallelism(), MOST_THREADS) }, () =>
    createEncoderThread(tell),
  );
  let turn = 0;
  return {
    async encode(text) {
      const thread = threads[turn++ % threads.length];
      return thread ? thread.awaiting(thread.encode({ role: "passage", text })) : null;
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
