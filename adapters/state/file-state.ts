import { join } from "node:path";
import { Keyv } from "keyv";
import type { State } from "../conversation/state.ts";
import { createTurns } from "../conversation/turns.ts";
import type { Log } from "../log.ts";
import { createFolderLock, type FolderLock, FolderTakenError } from "./folder-lock.ts";
import { openJournal } from "./journal.ts";
import { NotRegularError } from "./regular-file.ts";
import { StateError } from "./state-error.ts";

/** The file of the state in a folder. */
export function stateFileIn(dir: string): string {
  return join(dir, "state.jsonl");
}

/**
 * The state of one process, in a file of `dir`. It survives restarts and crashes; while the folder cannot be written it
 * lives in memory, which is logged once.
 * @throws FolderTakenError where another process has the folder, StateError where what is in it cannot be read.
 */
export async function openFileState(dir: string, log: Log): Promise<State> {
  const lock = createFolderLock(dir, log);
  try {
    await take(lock, dir);
    return await openLocked(dir, lock, log);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A folder that cannot be written is served from all the same; the first write tells. */
async function take(lock: FolderLock, dir: string): Promise<void> {
  await lock.ensure().catch((error: unknown) => {
    if (error instanceof FolderTakenError) throw error;
    if (error instanceof NotRegularError)
      throw new StateError(`The state in ${dir} cannot be locked: ${error.message}.`);
  });
}

async function openLocked(dir: string, lock: FolderLock, log: Log): Promise<State> {
  const store = await openJournal(stateFileIn(dir), lock, log);
  const keyv = new Keyv<unknown>({ store, useKeyPrefix: false, throwOnErrors: true });
  const turns = createTurns();
  // Keyv takes longer to set than to delete.
  const inTurn = (key: string, change: () => Promise<unknown>) => turns.take(key, async () => void (await change()));
  const get = async (key: string) => (await keyv.get(key)) ?? null;
  return {
    get,
    set: (key, value, ttlMs) => inTurn(key, () => keyv.set(key, value, ttlMs)),
    replace: (key, value) =>
      inTurn(key, async () => {
        const ttlMs = store.ttlOf(key);
        if (ttlMs > 0) await keyv.set(key, value, ttlMs);
      }),
    delete: (key) => inTurn(key, () => keyv.delete(key)),
    keys: async (prefix) => store.keys(prefix),
    claim: (key, ttlMs, value = true) =>
      turns.take(key, async () => {
        if ((await get(key)) !== null) return false;
        await keyv.set(key, value, ttlMs);
        return true;
      }),
    async close() {
      await store.disconnect();
      await lock.release();
    },
  };
}
