import type { Entry } from "../conversation/memory-state.ts";
import { createTurns } from "../conversation/turns.ts";
import type { Log } from "../log.ts";
import type { FolderLock } from "./folder-lock.ts";
import type { OpenedState } from "./open-state-file.ts";
import { createStateFile } from "./state-file.ts";

/** Brings entries to the disk. What it does resolves also where the disk takes nothing, which is logged once. */
export interface StateWriter {
  /** Writes what is under this key now; what comes while a write is under way goes all together into the next one. */
  changed(key: string): Promise<void>;
  /** Gives back the room of lines that are gone, and tries again where the disk took nothing. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** After a failure that took so long, as on a full disk, nobody waits for another try soon. */
const SLOW_FAILURE_MS = 200;
const PAUSE_MS = 10_000;

/** The writer of entries, which change as they like, to the file that they were read from; without one it is made. */
export function createStateWriter({ path, entries, ...opened }: OpenedState, lock: FolderLock, log: Log): StateWriter {
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
    changed(key) {
      dirty.add(key);
      return schedule();
    },
    async tidy() {
      if (file === null) return schedule();
      if (!hasDead && !file.isWasteful()) return;
      await inTurn(writeWhole).catch((error: unknown) =>
        log.warn(`The state in ${path} cannot be written anew; this will be tried again.`, { error }),
      );
    },
    close: () => inTurn(dismiss),
  };
}
