import { join } from "node:path";
import { Keyv } from "keyv";
import type { State } from "../conversation/state.ts";
import { createTurns } from "../conversation/turns.ts";
import type { Log } from "../log.ts";
import { openJournal } from "./journal.ts";

/**
 * The state of one process, in a file of `dir`. It survives restarts and crashes; while the folder cannot be written it
 * lives in memory, which is logged once.
 */
export async function openFileState(dir: string, log: Log): Promise<State> {
  const store = await openJournal(join(dir, "state.jsonl"), log);
  const keyv = new Keyv<unknown>({ store, useKeyPrefix: false, throwOnErrors: true });
  const turns = createTurns();
  const get = async (key: string) => (await keyv.get(key)) ?? null;
  return {
    get,
    async set(key, value, ttlMs) {
      await keyv.set(key, value, ttlMs);
    },
    async delete(key) {
      await keyv.delete(key);
    },
    keys: async (prefix) => store.keys(prefix),
    claim: (key, ttlMs, value = true) =>
      turns.take(key, async () => {
        if ((await get(key)) !== null) return false;
        await keyv.set(key, value, ttlMs);
        return true;
      }),
    close: () => store.disconnect(),
  };
}
