/** Plain data that survives a trip through JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * What has to be remembered between two messages: threads, delivered events, feedback, installations. Everything
 * expires. Values are data from outside when they come back: parse them before use.
 */
export interface State {
  get(key: string): Promise<unknown>;
  set(key: string, value: Json, ttlMs: number): Promise<void>;
  /** Changes what is under a key, which expires when it would have; does nothing where there is none. */
  replace(key: string, value: Json): Promise<void>;
  delete(key: string): Promise<void>;
  /** The keys that begin with `prefix`; what expires meanwhile may be among them. */
  keys(prefix: string): Promise<readonly string[]>;
  /**
   * Sets a key that has no value yet, to `true` where nothing else is given. True for exactly one caller per key until it
   * expires, across processes that share the state.
   */
  claim(key: string, ttlMs: number, value?: Json): Promise<boolean>;
  close(): Promise<void>;
}

/** What is kept under a key: the JSON of `{ value }`, and until when it holds, in milliseconds since 1970. */
export interface Entry {
  readonly json: string;
  readonly expiresAt: number;
}

/**
 * A state over entries in memory. What comes back is a copy, and no richer than what a database would give.
 * @param changed is waited for after each change of a key.
 */
export function createEntryState(
  entries: Map<string, Entry>,
  changed: (key: string) => Promise<void>,
  now: () => number = Date.now,
): Omit<State, "close"> {
  const live = (key: string): Entry | null => {
    const entry = entries.get(key);
    return entry && entry.expiresAt > now() ? entry : null;
  };
  const write = (key: string, value: Json, expiresAt: number): Promise<void> => {
    // The last that is written stands last.
    entries.delete(key);
    entries.set(key, { json: JSON.stringify({ value }), expiresAt });
    return changed(key);
  };
  return {
    async get(key) {
      const entry = live(key);
      return entry ? JSON.parse(entry.json).value : null;
    },
    set: (key, value, ttlMs) => write(key, value, now() + ttlMs),
    async replace(key, value) {
      const entry = live(key);
      if (entry) await write(key, value, entry.expiresAt);
    },
    async delete(key) {
      if (entries.delete(key)) await changed(key);
    },
    keys: async (prefix) => [...entries.keys()].filter((key) => key.startsWith(prefix) && live(key) !== null),
    async claim(key, ttlMs, value = true) {
      if (live(key)) return false;
      await write(key, value, now() + ttlMs);
      return true;
    },
  };
}

/** Far more than a busy workspace needs in a month; at the limit the entry that was written first makes room. */
const MAX_ENTRIES = 100_000;

const SWEEP_EVERY_MS = 60_000;

/** A state that lives as long as the process. `now` is the clock, in milliseconds. */
export function createMemoryState(now: () => number = Date.now): State {
  const entries = new Map<string, Entry>();
  let sweptAt = now();
  const makeRoom = async () => {
    if (now() - sweptAt > SWEEP_EVERY_MS) {
      for (const [key, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(key);
      sweptAt = now();
    }
    const [first] = entries.size > MAX_ENTRIES ? entries.keys() : [];
    if (first !== undefined) entries.delete(first);
  };
  return { ...createEntryState(entries, makeRoom, now), close: async () => entries.clear() };
}
