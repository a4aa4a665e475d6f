import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "../log.ts";

/** Work that follows changes in the background, once for all that came while it was done before. */
export type Settling = ReturnType<typeof createSettling>;

/** Runs `settle` when it is asked for, at most half of the time, until `signal` says stop. */
export function createSettling(settle: () => Promise<void>, signal: AbortSignal, log: Log) {
  let isAsked = false;
  let running: Promise<void> | null = null;

  const run = async () => {
    while (isAsked && !signal.aborted) {
      isAsked = false;
      const began = performance.now();
      try {
        await settle();
      } catch (error) {
        if (!signal.aborted)
          log.error("The index could not settle; it is tried again after the next change.", { error });
      }
      if (isAsked) await delay(performance.now() - began, undefined, { signal }).catch(() => {});
    }
    running = null;
  };
  return {
    /** Says that there is something to settle. */
    ask(): void {
      isAsked = true;
      running ??= run();
    },
    /** Resolves once nothing is being settled. */
    over: async () => void (await running),
  };
}
