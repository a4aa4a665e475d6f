import type { Json, State } from "../conversation/state.ts";

/** What a key has come to. */
export type Change =
  | { readonly kind: "set"; readonly value: Json; readonly expiresAt: number }
  | { readonly kind: "claimed"; readonly value: Json; readonly expiresAt: number }
  | { readonly kind: "deleted" };

/** What a shared state was not told while it was away. */
export interface MissedChanges {
  note(key: string, change: Change): void;
  isBehind(): boolean;
  /** Tells it some of them; rejects where it does not take them, and keeps those. */
  catchUp(): Promise<void>;
}

/** Of more than so many, the oldest are let go. */
const MAX_CHANGES = 100_000;
const TOLD_AT_ONCE = 1000;

/** Keeps the last change of each key for `shared`; `onTold` hears of each that it was told, unless there is a newer one. */
export function createMissedChanges(shared: State, onTold: (key: string, change: Change) => void): MissedChanges {
  const changes = new Map<string, Change>();
  const tell = async (key: string, change: Change) => {
    changes.delete(key);
    try {
      await apply(shared, key, change);
      if (!changes.has(key)) onTold(key, change);
    } catch (error) {
      if (!changes.has(key)) changes.set(key, change);
      throw error;
    }
  };
  return {
    note(key, change) {
      const [oldest] = changes.size >= MAX_CHANGES ? changes.keys() : [];
      if (oldest !== undefined) changes.delete(oldest);
      changes.set(key, change);
    },
    isBehind: () => changes.size > 0,
    async catchUp() {
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
