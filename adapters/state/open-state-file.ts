import { type FileHandle, realpath } from "node:fs/promises";
import type { Log } from "../log.ts";
import { putAside } from "./damaged-lines.ts";
import { wipeLines } from "./in-place.ts";
import { type Entry, type ReadState, readState } from "./read-state.ts";
import { openRegular } from "./regular-file.ts";
import { StateError } from "./state-error.ts";
import { type StateFile, useStateFile } from "./state-file.ts";

/** What was found at a path. */
export interface OpenedState {
  /** Where links lead to, so that a new file takes the place of the old one and not of its link. */
  readonly path: string;
  readonly entries: Map<string, Entry>;
  /** `null` where there is none, or it cannot be written as it is. */
  readonly file: StateFile | null;
  /** Whether lines stand in it that have expired or were replaced. */
  readonly hasDead: boolean;
}

/** How a file of the state is opened; one that may not be changed is only read. */
export interface OpenOptions {
  readonly mayChange: boolean;
  readonly log: Log;
  readonly now: number;
}

/**
 * Reads the state at `path`. Damaged lines are put aside, and the others kept.
 * @throws StateError where it cannot be read; nothing has been changed then.
 */
export async function openStateFile(path: string, { mayChange, log, now }: OpenOptions): Promise<OpenedState> {
  try {
    const opened = await open(path, mayChange);
    if (opened === null) return { path, entries: new Map(), file: null, hasDead: false };
    return await read(await realpath(path), opened, log, now);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StateError(
      `The state in ${path} cannot be read (${why}). Mend that, or move it away to begin without it; nothing was changed.`,
    );
  }
}

interface OpenFile {
  readonly handle: FileHandle;
  readonly mayChange: boolean;
}

async function read(path: string, { handle, mayChange }: OpenFile, log: Log, now: number): Promise<OpenedState> {
  let file: StateFile | null = null;
  try {
    const found = await readState(handle, now);
    if (found.damaged.length > 0) {
      const aside = await putAside(path, handle, found.damaged, now);
      log.warn(`Damaged lines of the state in ${path} were put aside into ${aside}; all others are kept.`, {
        lines: found.damaged.length,
      });
    }
    file = mayChange ? await adopt(path, handle, found, log) : null;
    return { path, entries: found.entries, file, hasDead: found.hasDead };
  } finally {
    if (file === null) await handle.close();
  }
}

/** `null` where there is no file. One that may only be read is read all the same. */
async function open(path: string, mayChange: boolean): Promise<OpenFile | null> {
  try {
    return { handle: await openRegular(path, mayChange ? "changing" : "reading"), mayChange };
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    if (mayChange && isCode(error, "EACCES", "EPERM", "EROFS")) return open(path, false);
    throw error;
  }
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}

/** Takes out of the file what is no line; `null` where it cannot be written as it is, so that a new one is made of it. */
async function adopt(path: string, handle: FileHandle, found: ReadState, log: Log): Promise<StateFile | null> {
  const { layout, damaged, tail } = found;
  const begin = (size: number) => useStateFile(path, handle, { ...layout, size });
  try {
    await wipeLines(handle, damaged);
    if (tail === null) return begin(layout.size);
    if (tail.isSound) {
      await handle.write("\n", layout.size);
      return begin(layout.size + 1);
    }
    log.info(`The last line of the state in ${path} was cut short by a crash, before it counted; it was left out.`);
    await handle.truncate(tail.offset);
    return begin(tail.offset);
  } catch {
    return null;
  }
}
