import type { State } from "../conversation/state.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import type { MissedChanges } from "./missed-changes.ts";

/** What a state with a fallback is made of. */
export interface Fallback {
  readonly shared: State;
  /** What this process has to itself. */
  readonly spare: State;
  readonly breaker: CircuitBreaker;
  /** What the shared one is told when it works again. */
  readonly missed: MissedChanges;
}

/** What this process has told the shared one, it knows by itself for so long; Slack delivers nothing again after it. */
const KNOWN_MS = 60 * 60_000;

/**
 * A state that goes on in the spare one where the shared one fails or hangs, so that people get their answers. What changes
 * there is handed back afterwards. That also undoes what the shared one was told before it hung and does late: a question
 * that was answered meanwhile does not stand in it as one to be answered.
 *
 * While the shared one is away, each process decides alone about a claim, so that two may get it. That is as safe as it
 * can be, since the other choice is to answer nobody: it takes an event that two processes are delivered within the
 * outage. One process does nothing twice, and follows its conversations on, as it also keeps to itself for a while what it
 * has told the shared one.
 */
export function createFallbackState({ shared, spare, breaker, missed }: Fallback): State {
  return {
    get: (key) =>
      breaker.attempt(
        () => shared.get(key),
        () => spare.get(key),
      ),
    set: (key, value, ttlMs) =>
      breaker.attempt(
        async () => {
          await shared.set(key, value, ttlMs);
          await spare.set(key, value, Math.min(ttlMs, KNOWN_MS));
        },
        () => {
          missed.note(key, { kind: "set", value, expiresAt: Date.now() + ttlMs });
          return spare.set(key, value, ttlMs);
        },
      ),
    replace: (key, value) =>
      breaker.attempt(
        () => shared.replace(key, value),
        () => spare.replace(key, value),
      ),
    async delete(key) {
      await spare.delete(key);
      await breaker.attempt(
        () => shared.delete(key),
        async () => missed.note(key, { kind: "deleted" }),
      );
    },
    keys: (prefix) =>
      breaker.attemptAtLeisure(
        () => shared.keys(prefix),
        () => spare.keys(prefix),
      ),
    claim: (key, ttlMs, value = true) =>
      breaker.attempt(
        async () => {
          const isMine = await shared.claim(key, ttlMs, value);
          await spare.claim(key, Math.min(ttlMs, KNOWN_MS), value);
          return isMine;
        },
        async () => {
          const isMine = await spare.claim(key, ttlMs, value);
          if (isMine) missed.note(key, { kind: "claimed", value, expiresAt: Date.now() + ttlMs });
          return isMine;
        },
      ),
    async close() {
      breaker.close();
      await Promise.allSettled([shared.close(), spare.close()]);
    },
  };
}
