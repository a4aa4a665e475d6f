import { availableParallelism } from "node:os";
import type { Vector } from "../../src/index.ts";
import type { Log } from "../log.ts";
import { createEncoderThread } from "./in-thread.ts";
import { describeWay } from "./way.ts";

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
