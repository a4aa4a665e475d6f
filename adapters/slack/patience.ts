import { setTimeout as wait } from "node:timers/promises";
import { RespondError, webApi } from "@slack/bolt";
import type { Log } from "../log.ts";

/** Whoever asked is still there after a few minutes of Slack's rate limits, but not after hours. */
const PATIENCE_MS = 15 * 60_000;

/** Pauses before a call is tried again that met a fault of the network or of Slack's. */
const PAUSES_MS = [300, 1_000, 3_000];

/** How a call is repeated. */
export interface Patience<T> {
  readonly log: Log;
  /** Looks for the result of a call that may have reached Slack although its confirmation was lost. */
  readonly findEffect?: () => Promise<T | null>;
}

/**
 * Calls Slack until it has answered: a rate limit is waited out as Slack asks, a broken connection or a fault of
 * Slack's is tried again a few times. Bolt's client would do both, but it holds back every other call while it waits,
 * and it would post a message twice whose confirmation was lost.
 */
export async function callPatiently<T>(call: () => Promise<T>, { log, findEffect }: Patience<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let faults = 0; ; ) {
    try {
      return await call();
    } catch (error) {
      const pauseMs = pauseAfter(error, faults);
      if (pauseMs === null || Date.now() + pauseMs > deadline) throw error;
      await wait(pauseMs);
      if (isRateLimit(error)) continue;
      log.warn("Slack did not answer; trying again.", { error });
      faults += 1;
      // Where it cannot be looked up, a message that comes twice is better than none.
      const effect = await findEffect?.().catch(() => null);
      if (effect) return effect;
    }
  }
}

function pauseAfter(error: unknown, faults: number): number | null {
  if (error instanceof webApi.WebAPIRateLimitedError) return Math.max(1, error.retryAfter) * 1_000;
  if (isRateLimit(error)) return 1_000;
  return isPassingFault(error) ? (PAUSES_MS[faults] ?? null) : null;
}

function isRateLimit(error: unknown): boolean {
  const isTooMany = error instanceof RespondError && error.statusCode === 429;
  return isTooMany || error instanceof webApi.WebAPIRateLimitedError;
}

function isPassingFault(error: unknown): boolean {
  if (error instanceof webApi.WebAPIHTTPError || error instanceof RespondError) return error.statusCode >= 500;
  // A `respond` that finds no connection fails with the TypeError of `fetch`.
  return error instanceof webApi.WebAPIRequestError || error instanceof TypeError;
}
