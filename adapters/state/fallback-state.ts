import { createMemoryState, type Json, type State } from "../conversation/state.ts";
import type { Log } from "../log.ts";
import { createCircuitBreaker } from "./circuit-breaker.ts";

/** The state that several processes share. */
export interface SharedState {
  readonly state: State;
  /** Shows that it takes what it is told, and how soon. */
  probe(): Promise<unknown>;
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
export function createFallbackState(given: SharedState, log: Log) {
  const { state: shared, probe } = given;
  /** What this process has to itself. */
  const spare = createMemoryState();
  const missed = createMissedChanges(given, spare);
  const breaker = createCircuitBreaker({ probe, ...missed }, log);
  const inEither = <T>(work: (either: State) => Promise<T>): Promise<T> =>
    breaker.attempt(
      () => work(shared),
      () => work(spare),
    );
  const state: State = {
    get: (key) => inEither((either) => either.get(key)),
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
    replace: (key, value) => inEither((either) => either.replace(key, value)),
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
  return { state, breaker };
}

/** What a key has come to. */
type Change =
  | { readonly kind: "set"; readonly value: Json; readonly expiresAt: number }
  | { readonly kind: "claimed"; readonly value: Json; readonly expiresAt: number }
  | { readonly kind: "deleted" };

/** Of more than so many, the oldest are let go. */
const MAX_CHANGES = 100_000;
const TOLD_AT_ONCE = 1000;

/** Keeps the last change of each key, which `shared` is told when it works again. */
function createMissedChanges({ state: shared }: SharedState, spare: State) {
  const changes = new Map<string, Change>();
  const tell = async (key: string, change: Change) => {
    changes.delete(key);
    try {
      await apply(shared, key, change);
      // Claims stay known to this process; what else it was told is old as soon as others may change it.
      if (!changes.has(key) && change.kind !== "claimed") await spare.delete(key);
    } catch (error) {
      if (!changes.has(key)) changes.set(key, change);
      throw error;
    }
  };
  return {
    note(key: string, change: Change): void {
      const [oldest] = changes.size >= MAX_CHANGES ? changes.keys() : [];
      if (oldest !== undefined) changes.delete(oldest);
      changes.set(key, change);
    },
    isBehind: () => changes.size > 0,
    /** Tells it some of them; rejects where it does not take them, and keeps those. */
    async catchUp(): Promise<void> {
      await Promise.all([...changes].slice(0, TOLD_AT_ONCE).map(([key, change]) => tell(key, change)));
    },
  };
}

async function apply(shared: State, key: string, change: Change): Promise<void> {
  if (change.kind === "deleted") return shared.delete(key);
  const ttlMs = change.expiresAt - Date.now();
  if (ttlMs <= 0) return;
  if (change.kind === "claimed") await shared.claim(key, ttlMs, change.value);
  else await shared.set(key, change.value, ttlMs);
}
