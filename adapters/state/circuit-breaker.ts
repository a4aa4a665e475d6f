import { setTimeout as wait } from "node:timers/promises";
import { withTimeout } from "../conversation/timeout.ts";
import type { Log } from "../log.ts";

/** Stands before something shared that may hang: what takes too long goes on without it, until it works again. */
export type CircuitBreaker = ReturnType<typeof createCircuitBreaker>;

/** What the breaker stands before. */
export interface Shared {
  /** Does what shows that it works. */
  probe(): Promise<unknown>;
  /** Whether it has to be told something before it is used again. */
  isBehind(): boolean;
  /** Tells it. */
  catchUp(): Promise<void>;
}

/**
 * All that people wait for it, and not each time, since an answer asks its memory some ten times. A reply within `BRISK_MS`
 * is not counted, and patience comes back at `REGAIN` of the time that passes: ten calls one after the other take 2.2 s
 * at most, whether they hang or are slow.
 */
const PATIENCE_MS = 1300;
const BRISK_MS = 50;
const REGAIN = 0.1;

const LEISURE_MS = 30_000;

/** How often it is tried whether it works again, and how soon it has to reply then. */
const PROBE_EVERY_MS = 500;
const PROBE_MS = 250;

/** A breaker that logs the change once in each direction. */
export function createCircuitBreaker(shared: Shared, log: Log) {
  const patience = createPatience();
  const closing = new AbortController();
  let isOpen = false;

  const catchUp = async (): Promise<boolean> => {
    try {
      const began = performance.now();
      await shared.probe();
      if (performance.now() - began > PROBE_MS) return false;
      // Nothing may come between the last look and the change.
      while (shared.isBehind()) await shared.catchUp();
      isOpen = false;
      return true;
    } catch {
      return false;
    }
  };
  const open = async (error: unknown) => {
    if (isOpen) return;
    isOpen = true;
    log.error("The shared state does not work; this process goes on with a memory of its own.", { error });
    do await wait(PROBE_EVERY_MS, undefined, { ref: false, signal: closing.signal });
    while (!(await catchUp()));
    log.info("The shared state works again.");
  };
  const attempt = async <T>(limitMs: number, work: () => Promise<T>, spare: () => Promise<T>): Promise<T> => {
    try {
      return await withTimeout(work(), limitMs);
    } catch (error) {
      // Ends when it works again, or when the process does.
      open(error).catch(() => {});
      return spare();
    }
  };
  return {
    /** What `work` gives; what `spare` gives where that fails or takes too long, and at once until it works again. */
    async attempt<T>(work: () => Promise<T>, spare: () => Promise<T>): Promise<T> {
      if (isOpen) return spare();
      const began = idleMs();
      return attempt(patience.left(began), work, spare).finally(() => patience.waited(began, idleMs()));
    },
    /** The same for what takes its time, and for which no answer waits. */
    attemptAtLeisure: async <T>(work: () => Promise<T>, spare: () => Promise<T>): Promise<T> =>
      isOpen ? spare() : attempt(LEISURE_MS, work, spare),
    close: () => closing.abort(),
  };
}

/** A clock of the time in which this process had nothing to do: what it was busy with itself, nobody waited for. */
function idleMs(): number {
  return performance.eventLoopUtilization().idle;
}

/** Those who wait side by side wait once. */
function createPatience() {
  let left = PATIENCE_MS;
  let regainedAt = idleMs();
  let countedUntil = regainedAt;
  return {
    left(now: number): number {
      left = Math.min(PATIENCE_MS, left + REGAIN * (now - regainedAt));
      regainedAt = now;
      return Math.max(BRISK_MS, left);
    },
    waited(from: number, to: number): void {
      if (to - from > BRISK_MS) left -= Math.max(0, to - Math.max(from, countedUntil));
      countedUntil = Math.max(countedUntil, to);
    },
  };
}
