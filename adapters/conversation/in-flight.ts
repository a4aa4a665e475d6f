import { createTimeBudget } from "./timeout.ts";

/** The work that has begun and is not finished, so that a stop can wait for it. */
export interface InFlight {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves with true once nothing is in flight, with false where that takes longer than `limitMs`. */
  drain(limitMs: number): Promise<boolean>;
}

/** Counts work as it comes and goes; a failure of the work is its caller's to handle. */
export function createInFlight(): InFlight {
  const pending = new Set<Promise<unknown>>();

  const untilIdle = async (): Promise<boolean> => {
    while (pending.size > 0) await Promise.allSettled(pending);
    return true;
  };
  return {
    track(work) {
      pending.add(work);
      const done = () => void pending.delete(work);
      work.then(done, done);
      return work;
    },
    drain: (limitMs) => createTimeBudget(limitMs)(untilIdle(), false),
  };
}
