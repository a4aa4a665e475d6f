import { availableParallelism } from "node:os";
import type { Vector } from "../../src/index.ts";
import type { Log } from "../log.ts";
import { createEncoderThread, describeWay } from "./in-thread.ts";

const REMEMBERED_QUESTIONS = 200;

/**
 * Makes the vectors of questions, for passages that somebody else has encoded; it is loaded when it is first needed, and where it
 * cannot be, that is logged once.
 */
export function createQuestionEncoder(log: Pick<Log, "warn">) {
  const thread = createEncoderThread((why) => log.warn(describeWay(why)));
  return {
    /** The vector of a question; `null` where there is no encoder here. Never rejects. */
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

/** More take memory, 90 MB each, for nodes that do not keep up. */
const MOST_THREADS = 4;

/** Makes the vectors of many passages, in a thread for each processor; loaded, and logged where it cannot be, in the same way. */
export function createPassageEncoder(log: Pick<Log, "warn">) {
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
    /** The vector of a passage; `null` where there is no encoder here. Never rejects. */
    async encode(text: string): Promise<Vector | null> {
      const thread = threads[turn++ % threads.length];
      return thread ? thread.awaiting(thread.encode({ role: "passage", text })) : null;
    },
    async close(): Promise<void> {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
