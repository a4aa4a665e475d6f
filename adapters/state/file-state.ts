import { join } from "node:path";
import { createEntryState } from "../conversation/memory-state.ts";
import type { State } from "../conversation/state.ts";
import type { Log } from "../log.ts";
import { removeOldDamage } from "./damaged-lines.ts";
import { createFolderLock, type FolderLock, FolderTakenError } from "./folder-lock.ts";
import { type OpenedState, openStateFile } from "./open-state-file.ts";
import { NotRegularError } from "./regular-file.ts";
import { removeUnfinished } from "./replace-file.ts";
import { StateError } from "./state-error.ts";
import { createStateWriter, type StateWriter } from "./state-writer.ts";

/** The file of the state in a folder. */
export function stateFileIn(dir: string): string {
  return join(dir, "state.jsonl");
}

/**
 * The state of one process, in memory and in a file of `dir`: a line of JSON for each entry, on the disk before it counts, so
 * that it survives restarts and crashes. What is replaced, deleted or expired is overwritten where it stands, so that no words
 * of it stay and the other lines need not be written again; once in a while all of them are, without the gaps. While the folder
 * cannot be written everything goes on in memory; this is said once, and the whole is written as soon as it can be.
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
  const file = stateFileIn(dir);
  const opened = await openStateFile(file, lock.isHeld(), log);
  const { entries, path } = opened;
  const writer = createStateWriter(opened, lock, log);
  const report = (error: unknown) => log.warn(`What ought to be gone could not be removed beside ${file}.`, { error });
  if (lock.isHeld()) await removeUnfinished(path).catch(report);
  // What ought to be gone from a file that is there is so soon; a start is not the time.
  if (opened.file === null) await writer.tidy();
  let cleaning = Promise.resolve();
  const timer = setInterval(() => {
    cleaning = cleaning.then(() => clean(opened, writer)).catch(report);
  }, SWEEP_MS).unref();
  return {
    ...createEntryState(entries, writer.changed),
    async close() {
      clearInterval(timer);
      await cleaning;
      await writer.close();
      await lock.release();
    },
  };
}

/** How long what has expired stays on the disk, at most. */
const SWEEP_MS = 20_000;
/** Nobody whose question is to be kept waits for more than so many. */
const SWEPT_AT_ONCE = 500;

/** Takes away what has expired. */
async function clean({ path, entries }: OpenedState, writer: StateWriter): Promise<void> {
  const isExpired = (key: string) => (entries.get(key)?.expiresAt ?? Number.POSITIVE_INFINITY) <= Date.now();
  const expired = [...entries.keys()].filter(isExpired);
  for (let begin = 0; begin < expired.length; begin += SWEPT_AT_ONCE) {
    // Some may have been told anew meanwhile.
    const keys = expired.slice(begin, begin + SWEPT_AT_ONCE).filter(isExpired);
    for (const key of keys) entries.delete(key);
    await Promise.all(keys.map(writer.changed));
  }
  await writer.tidy();
  await removeOldDamage(path);
}
