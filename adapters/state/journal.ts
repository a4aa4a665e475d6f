import { setImmediate as nextTurn } from "node:timers/promises";
import type { Log } from "../log.ts";
import { removeOldDamage } from "./damaged-lines.ts";
import type { FolderLock } from "./folder-lock.ts";
import { openStateFile } from "./open-state-file.ts";
import type { Entry } from "./read-state.ts";
import { removeUnfinished } from "./state-file.ts";
import { createStateWriter, type StateWriter } from "./state-writer.ts";

/** A store for Keyv that keeps everything in memory and in one file. */
export interface Journal {
  readonly opts: Record<string, never>;
  get<Value>(key: string): Promise<Value | undefined>;
  /** Resolves once the entry is on the disk, or once it is known that the disk takes nothing. */
  set(key: string, value: unknown, ttlMs?: number): Promise<void>;
  /** Resolves once the entry is gone from the disk. */
  delete(key: string): Promise<boolean>;
  /** How long an entry still holds, in milliseconds; 0 where there is none. */
  ttlOf(key: string): number;
  /** The keys that begin with `prefix` and have not expired. */
  keys(prefix: string): readonly string[];
  clear(): Promise<void>;
  on(): Journal;
  disconnect(): Promise<void>;
}

/**
 * Opens the journal in `file`: a line of JSON for each entry, on the disk before it counts. What is replaced, deleted or
 * expired is overwritten where it stands, so that no words of it stay and the other lines need not be written again; once
 * in a while all of them are, aside and renamed, without the gaps. While the file cannot be written, everything goes on in
 * memory; this is said once, and the whole is written as soon as it can be.
 * @throws StateError where the file cannot be read; nothing has been changed then.
 */
export async function openJournal(
  file: string,
  lock: FolderLock,
  log: Log,
  now: () => number = Date.now,
): Promise<Journal> {
  const { entries, ...opened } = await openStateFile(file, { mayChange: lock.isHeld(), log, now: now() });
  const report = (error: unknown) => log.warn(`What ought to be gone could not be removed beside ${file}.`, { error });
  const writer = createStateWriter({ ...opened, lock, log, entries, now });
  if (lock.isHeld()) await removeUnfinished(opened.path).catch(report);
  // What ought to be gone from a file that is there is so soon; a start is not the time.
  if (opened.file === null) await writer.tidy();
  const cleaning = beginCleaning({ path: opened.path, entries, writer, report, now });
  const remove = async (key: string): Promise<boolean> => {
    if (!entries.delete(key)) return false;
    await writer.changed(key);
    return true;
  };
  const journal: Journal = {
    opts: {},
    // A store of Keyv answers with what was put in, which only Keyv knows the type of.
    get: async <Value>(key: string) => entries.get(key)?.value as Value | undefined,
    async set(key, value, ttlMs) {
      entries.set(key, { value, expiresAt: ttlMs === undefined ? Number.MAX_SAFE_INTEGER : now() + ttlMs });
      await writer.changed(key);
    },
    delete: remove,
    ttlOf: (key) => Math.max(0, (entries.get(key)?.expiresAt ?? 0) - now()),
    keys: (prefix) =>
      [...entries].flatMap(([key, { expiresAt }]) => (key.startsWith(prefix) && expiresAt > now() ? [key] : [])),
    async clear() {
      await Promise.all([...entries.keys()].map(remove));
    },
    on: () => journal,
    async disconnect() {
      await cleaning.stop();
      await writer.close();
    },
  };
  return journal;
}

/** How long what has expired stays on the disk, at most. */
const SWEEP_MS = 20_000;
const LOOKED_AT_ONCE = 20_000;
/** Nobody whose question is to be kept waits for more than so many. */
const SWEPT_AT_ONCE = 500;

interface Cleaned {
  readonly path: string;
  readonly entries: Map<string, Entry>;
  readonly writer: StateWriter;
  readonly report: (error: unknown) => void;
  readonly now: () => number;
}

/** Takes away what has expired, again and again until it is stopped. */
function beginCleaning({ path, entries, writer, report, now }: Cleaned): { stop(): Promise<void> } {
  const clean = async () => {
    const expired = await findExpired(entries, now());
    for (let begin = 0; begin < expired.length; begin += SWEPT_AT_ONCE) {
      // Some may have been told anew meanwhile.
      const keys = expired.slice(begin, begin + SWEPT_AT_ONCE).filter((key) => isExpired(entries.get(key), now()));
      for (const key of keys) entries.delete(key);
      await Promise.all(keys.map(writer.changed));
    }
    await writer.tidy();
    await removeOldDamage(path, now());
  };
  let cleaning = Promise.resolve();
  const timer = setInterval(() => {
    cleaning = cleaning.then(clean).catch(report);
  }, SWEEP_MS).unref();
  return {
    async stop() {
      clearInterval(timer);
      await cleaning;
    },
  };
}

async function findExpired(entries: ReadonlyMap<string, Entry>, now: number): Promise<readonly string[]> {
  const expired: string[] = [];
  let looked = 0;
  for (const [key, entry] of entries) {
    if (isExpired(entry, now)) expired.push(key);
    looked += 1;
    if (looked % LOOKED_AT_ONCE === 0) await nextTurn();
  }
  return expired;
}

function isExpired(entry: Entry | undefined, now: number): boolean {
  return entry !== undefined && entry.expiresAt <= now;
}
