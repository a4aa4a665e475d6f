import { join } from "node:path";
import { createEntryState, type Entry, type State } from "../conversation/state.ts";
import { createTurns } from "../conversation/turns.ts";
import type { Log } from "../log.ts";
import { createFolderLock, type FolderLock, FolderTakenError, StateError } from "./folder-lock.ts";
import { removeOldDamage } from "./lines.ts";
import { type OpenedState, openStateFile } from "./open-state-file.ts";
import { NotRegularError } from "./regular-file.ts";
import { removeUnfinished } from "./replace-file.ts";
import { createStateFile } from "./state-file.ts";

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
async function clean({ path, entries }: OpenedState, writer: ReturnType<typeof createStateWriter>): Promise<void> {
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

/** After a failure that took so long, as on a full disk, nobody waits for another try soon. */
const SLOW_FAILURE_MS = 200;
const PAUSE_MS = 10_000;

/**
 * Brings entries, which change as they like, to the file that they were read from; without one it is made. What it does resolves
 * also where the disk takes nothing, which is logged once.
 */
function createStateWriter({ path, entries, ...opened }: OpenedState, lock: FolderLock, log: Log) {
  let { file, hasDead } = opened;
  let dirty = new Set<string>();
  let next: Promise<void> | null = null;
  let pausedUntil = 0;
  let isReported = false;
  const turns = createTurns();
  const inTurn = (work: () => Promise<void>) => turns.take(path, work);
  const live = (entry: Entry | undefined) => (entry && entry.expiresAt > Date.now() ? entry : null);

  const dismiss = async () => {
    const before = file;
    file = null;
    await before?.close();
  };
  const writeWhole = async () => {
    await lock.ensure();
    const whole = await createStateFile(
      path,
      [...entries].filter(([, entry]) => live(entry) !== null),
    );
    await dismiss().catch(() => {});
    file = whole;
    hasDead = false;
  };
  const write = async (keys: ReadonlySet<string>) => {
    try {
      const changes = [...keys].map((key) => [key, live(entries.get(key))] as const);
      await (file ? file.write(changes) : writeWhole());
    } catch (error) {
      if (file === null) throw error;
      // A file that takes none, or was moved away, is replaced by a whole one.
      await dismiss().catch(() => {});
      await writeWhole();
    }
  };
  const commit = async () => {
    next = null;
    const keys = dirty;
    dirty = new Set();
    const began = performance.now();
    if (began < pausedUntil) return;
    try {
      await write(keys);
      if (isReported) log.info(`The state is kept in ${path} again.`);
      isReported = false;
    } catch (error) {
      if (performance.now() - began > SLOW_FAILURE_MS) pausedUntil = performance.now() + PAUSE_MS;
      if (!isReported) log.error(`The state cannot be written to ${path}; it is kept in memory alone.`, { error });
      isReported = true;
    }
  };
  const schedule = () => {
    next ??= inTurn(commit);
    return next;
  };
  return {
    /** Writes what is under this key now; what comes while a write is under way goes all together into the next one. */
    changed(key: string): Promise<void> {
      dirty.add(key);
      return schedule();
    },
    /** Gives back the room of lines that are gone, and tries again where the disk took nothing. */
    async tidy(): Promise<void> {
      if (file === null) return schedule();
      if (!hasDead && !file.isWasteful()) return;
      await inTurn(writeWhole).catch((error: unknown) =>
        log.warn(`The state in ${path} cannot be written anew; this will be tried again.`, { error }),
      );
    },
    close: () => inTurn(dismiss),
  };
}
