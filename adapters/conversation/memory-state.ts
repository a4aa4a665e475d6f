import type { State } from "./state.ts";

/** Far more than a busy workspace needs in a month; at the limit the entry that was written first makes room. */
const MAX_ENTRIES = 100_000;

const SWEEP_EVERY_MS = 60_000;

interface Entry {
  /** JSON, so that what comes back is a copy and no richer than what a file or a database would give. */
  readonly json: string;
  readonly expiresAt: number;
}

/** A state that lives as long as the process. `now` is the clock, in milliseconds. */
export function createMemoryState(now: () => number = Date.now): State {
  const entries = new Map<string, Entry>();
  let sweptAt = now();

  const live = (key: string): Entry | null => {
    const entry = entries.get(key);
    if (entry && entry.expiresAt > now()) return entry;
    entries.delete(key);
    return null;
  };
  const write = (key: string, value: unknown, ttlMs: number): void => {
    if (now() - sweptAt > SWEEP_EVERY_MS) {
      for (const [old, entry] of entries) if (entry.expiresAt <= now()) entries.delete(old);
      sweptAt = now();
    }
    entries.delete(key);
    const [first] = entries.size >= MAX_ENTRIES ? entries.keys() : [];
    if (first !== undefined) entries.delete(first);
    entries.set(key, { json: JSON.stringify(value), expiresAt: now() + ttlMs });
  };

  return {
    async get(key) {
      const entry = live(key);
      return entry ? JSON.parse(entry.json) : null;
    },
    async set(key, value, ttlMs) {
      write(key, value, ttlMs);
    },
    async replace(key, value) {
      const entry = live(key);
      if (entry) entries.set(key, { ...entry, json: JSON.stringify(value) });
    },
    async delete(key) {
      entries.delete(key);
    },
    async keys(prefix) {
      return [...entries.keys()].filter((key) => key.startsWith(prefix) && live(key) !== null);
    },
    async claim(key, ttlMs, value = true) {
      if (live(key)) return false;
      write(key, value, ttlMs);
      return true;
    },
    async close() {
      entries.clear();
    },
  };
}
