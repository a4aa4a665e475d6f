import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../log.ts";

/**
 * What a failed call means: the platform asks to wait; it has a passing fault, and nobody knows whether the call was
 * carried out; or trying again changes nothing.
 */
export type Trouble =
  | { readonly kind: "rate-limit"; readonly waitMs: number }
  | { readonly kind: "passing" }
  | { readonly kind: "final" };

/** Pauses after the first, the second … passing fault; `null` to try no more. */
export type Pauses = (faults: number) => number | null;

const BRIEF_MS = [300, 1_000, 3_000];
const LASTING_MS = [300, 1_000, 2_000, 5_000, 10_000, 15_000];

/** For what somebody waits for right now. */
export const BRIEFLY: Pauses = (faults) => BRIEF_MS[faults - 1] ?? null;

/** For an answer, which is wanted also after some minutes. */
export const LASTINGLY: Pauses = (faults) => LASTING_MS[Math.min(faults, LASTING_MS.length) - 1] ?? null;

/** Not at all: only a rate limit is waited out. */
export const NEVER: Pauses = () => null;

/**
 * Whether a call may have been carried out before: `repeated` after a passing fault, which is seldom; `taken-up` from a
 * process that ended, which is likely.
 */
export type Attempt = "first" | "repeated" | "taken-up";

/** How a call is tried again. */
interface Retries {
  readonly troubleOf: (error: unknown) => Trouble;
  readonly log?: Log;
  readonly pauses: Pauses;
  /** The time, in milliseconds since 1970, after which no try begins. */
  readonly deadline: number;
  readonly attempt?: Attempt;
  /** Ends the waiting: the call rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Calls until the platform has answered. Rejects with the last error where trying again is of no use, or no time is left.
 */
export async function retry<T>(
  call: (attempt: Attempt) => Promise<T>,
  { troubleOf, log, pauses, deadline, attempt = "first", signal }: Retries,
): Promise<T> {
  let faults = 0;
  for (;;) {
    try {
      return await call(attempt === "first" && faults > 0 ? "repeated" : attempt);
    } catch (error) {
      signal?.throwIfAborted();
      const trouble = troubleOf(error);
      if (trouble.kind === "final") throw error;
      if (trouble.kind === "passing") faults += 1;
      const pause = trouble.kind === "passing" ? pauses(faults) : trouble.waitMs;
      if (pause === null || Date.now() + pause > deadline) throw error;
      if (trouble.kind === "passing") log?.warn("A call failed; trying again.", { error: nameOf(error) });
      await wait(pause, undefined, signal && { signal });
    }
  }
}

/** Never the message of an error, which may hold what people said. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
