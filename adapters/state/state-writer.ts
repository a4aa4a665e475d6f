import { createTurns } from "../conversation/turns.ts";
import type { Log } from "../log.ts";
import type { FolderLock } from "./folder-lock.ts";
import { type Entry, formatEntry } from "./read-state.ts";
import { beginStateFile, type Lines, type NextStateFile, type StateFile } from "./state-file.ts";

/** Brings entries to the disk. What it does resolves also where the disk takes nothing, which is logged once. */
export interface StateWriter {
  /** Writes what is under this key now; what comes while a write is under way goes all together into the next one. */
  changed(key: string): Promise<void>;
  /**
   * Gives back the room of lines that are gone, while others are written, and tries again where the disk took nothing.
   */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** What a writer starts from. */
export interface WriterOptions {
  readonly path: string;
  readonly lock: FolderLock;
  readonly log: Log;
  /** What is to be on the disk; it changes as it likes. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The file as it is, where it can be written; otherwise the first write makes it. */
  readonly file: StateFile | null;
  /** Whether lines stand in the file that ought to be gone from it. */
  readonly hasDead: boolean;
  readonly now: () => number;
}

/** Room that is not worth a new file. */
const MIN_WASTE_BYTES = 1 << 20;
const CHUNK_CHARS = 1 << 18;

/** After a failure that took so long, as on a full disk, nobody waits for another try soon. */
const SLOW_FAILURE_MS = 200;
const PAUSE_MS = 10_000;

/** The writer of the file at `path`. */
export function createStateWriter({ path, lock, log, entries, now, ...options }: WriterOptions): StateWriter {
  let { file, hasDead } = options;
  let dirty = new Set<string>();
  let next: Promise<void> | null = null;
  /** What has changed since a new file was begun beside the one that is written. */
  let meanwhile: Set<string> | null = null;
  let pausedUntil = 0;
  let tidying = Promise.resolve();
  const turns = createTurns();
  const inTurn = (work: () => Promise<void>) => turns.take(path, work);
  const report = createReport(path, log);

  const linesOf = (keys: Iterable<string>): Lines =>
    [...keys].map((key) => {
      const entry = entries.get(key);
      return [key, entry && entry.expiresAt > now() ? formatEntry(key, entry) : null] as const;
    });
  const fill = async (whole: NextStateFile) => {
    for (const keys of chunks(entries)) await whole.add(linesOf(keys));
  };
  const dismiss = async () => {
    const before = file;
    file = null;
    await before?.close();
  };
  const use = async (whole: NextStateFile) => {
    await lock.ensure();
    await dismiss();
    file = await whole.takeOver();
    hasDead = false;
  };
  const writeWhole = async () => {
    await dismiss().catch(() => {});
    await lock.ensure();
    await withNextFile(path, async (whole) => {
      await fill(whole);
      await use(whole);
    });
  };
  const commit = async () => {
    next = null;
    const keys = dirty;
    dirty = new Set();
    for (const key of keys) meanwhile?.add(key);
    const began = performance.now();
    if (began < pausedUntil) return;
    try {
      if (!(await writeTo(file, linesOf(keys)))) await writeWhole();
      report.worked();
    } catch (error) {
      if (performance.now() - began > SLOW_FAILURE_MS) pausedUntil = performance.now() + PAUSE_MS;
      report.failed(error);
    }
  };
  const schedule = () => {
    next ??= inTurn(commit);
    return next;
  };
  const renew = async () => {
    const changed = new Set<string>();
    meanwhile = changed;
    try {
      await withNextFile(path, async (whole) => {
        await fill(whole);
        await inTurn(async () => {
          await whole.add(linesOf(changed));
          await use(whole);
        });
      });
    } catch (error) {
      log.warn(`The state in ${path} cannot be written anew; this will be tried again.`, { error });
    }
    meanwhile = null;
  };
  return {
    changed(key) {
      dirty.add(key);
      return schedule();
    },
    tidy() {
      tidying = tidying.then(async () => {
        if (file === null) await schedule();
        else if (hasDead || file.wasted > Math.max(MIN_WASTE_BYTES, file.size / 2)) await renew();
      });
      return tidying;
    },
    async close() {
      await tidying;
      await inTurn(dismiss);
    },
  };
}

/** Whether the lines are on the disk; a file that takes none, or was moved away, is replaced by a whole one. */
async function writeTo(file: StateFile | null, lines: Lines): Promise<boolean> {
  try {
    await file?.write(lines);
    return file !== null;
  } catch {
    return false;
  }
}

function* chunks(entries: ReadonlyMap<string, Entry>): Generator<readonly string[]> {
  let [keys, chars]: [string[], number] = [[], 0];
  for (const [key, { value }] of entries) {
    keys.push(key);
    chars += key.length + (typeof value === "string" ? value.length : 0);
    if (chars < CHUNK_CHARS) continue;
    yield keys;
    [keys, chars] = [[], 0];
  }
  yield keys;
}

async function withNextFile(path: string, work: (next: NextStateFile) => Promise<void>): Promise<void> {
  const next = await beginStateFile(path);
  try {
    await work(next);
  } catch (error) {
    await next.discard().catch(() => {});
    throw error;
  }
}

function createReport(path: string, log: Log) {
  let isReported = false;
  return {
    worked() {
      if (isReported) log.info(`The state is kept in ${path} again.`);
      isReported = false;
    },
    failed(error: unknown) {
      if (!isReported) log.error(`The state cannot be written to ${path}; it is kept in memory alone.`, { error });
      isReported = true;
    },
  };
}
