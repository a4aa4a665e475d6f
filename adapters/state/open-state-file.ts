import { isUtf8 } from "node:buffer";
import { type FileHandle, realpath } from "node:fs/promises";
import * as v from "valibot";
import type { Entry } from "../conversation/state.ts";
import type { Log } from "../log.ts";
import { messageOf } from "../operator-error.ts";
import { StateError } from "./folder-lock.ts";
import { type Extent, type Line, linesOf, putAside, wipeLines } from "./lines.ts";
import { openRegular } from "./regular-file.ts";
import { type Layout, type StateFile, useStateFile } from "./state-file.ts";

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

/**
 * Reads the state at `path`; a file that may not be changed is only read. Damaged lines are put aside, and the others kept.
 * @throws StateError where it cannot be read; nothing has been changed then.
 */
export async function openStateFile(path: string, mayChange: boolean, log: Log): Promise<OpenedState> {
  try {
    const opened = await open(path, mayChange);
    return opened ? await read(await realpath(path), opened, log) : { path, entries: new Map(), ...NOTHING };
  } catch (error) {
    throw new StateError(
      `The state in ${path} cannot be read (${messageOf(error)}). Mend that, or move it away to begin without it; nothing was changed.`,
    );
  }
}

const NOTHING = { file: null, hasDead: false };

interface OpenFile {
  readonly handle: FileHandle;
  readonly mayChange: boolean;
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

async function read(path: string, { handle, mayChange }: OpenFile, log: Log): Promise<OpenedState> {
  let file: StateFile | null = null;
  try {
    const found = readEntries(await handle.readFile());
    const { entries, hasDead, damaged, tail } = found;
    if (damaged.length > 0) {
      const [aside, lines] = [await putAside(path, damaged), damaged.length];
      log.warn(`Damaged lines of the state in ${path} were put aside into ${aside}; all others are kept.`, { lines });
    }
    if (mayChange && tail?.isCutShort)
      log.info(`The last line of the state in ${path} was cut short by a crash, before it counted; it was left out.`);
    file = mayChange ? await adopt(path, handle, found).catch(() => null) : null;
    return { path, entries, file, hasDead };
  } finally {
    if (file === null) await handle.close();
  }
}

interface Found {
  readonly entries: Map<string, Entry>;
  readonly layout: Layout;
  /** Lines that say nothing, though they are whole. */
  readonly damaged: readonly Line[];
  readonly hasDead: boolean;
  /** The last line, where its line break is missing; a crash may have cut it short before anybody was promised anything. */
  readonly tail: (Extent & { readonly isSound: boolean; readonly isCutShort: boolean }) | null;
}

/** Reads all lines, of which the last one of a key counts. */
function readEntries(content: Buffer): Found {
  const [now, entries, places] = [Date.now(), new Map<string, Entry>(), new Map<string, Extent>()];
  const damaged: Line[] = [];
  let [wasted, hasDead, tail]: [number, boolean, Found["tail"]] = [0, false, null];
  for (const line of linesOf(content)) {
    const { offset, length, isEnded, isWiped, bytes } = line;
    const entry = isWiped ? null : parseEntry(bytes);
    const isCutShort = !isEnded && entry === null && (isWiped || bytes.indexOf('["') === 0);
    if (!isEnded) tail = { offset, length, isSound: entry !== null, isCutShort };
    if (isWiped) wasted += length;
    else if (entry === null && !isCutShort) damaged.push(line);
    if (entry === null) continue;
    const { key, json, expiresAt } = entry;
    hasDead ||= expiresAt <= now || places.has(key);
    entries.delete(key);
    places.delete(key);
    if (expiresAt <= now) continue;
    entries.set(key, { json, expiresAt });
    places.set(key, { offset, length });
  }
  return { entries, layout: { places, size: content.length, wasted }, damaged, hasDead, tail };
}

const LINE = v.pipe(v.string(), v.parseJson(), v.looseTuple([v.string(), v.string(), v.number()]));

function parseEntry(bytes: Buffer): (Entry & { readonly key: string }) | null {
  const { success, output } = v.safeParse(LINE, isUtf8(bytes) ? bytes.toString() : "");
  if (!success) return null;
  const [key, json, expiresAt] = output;
  return { key, json, expiresAt };
}

/** Takes out of the file what is no line. Rejects where it cannot be written as it is, so that a new one is made of it. */
async function adopt(path: string, handle: FileHandle, { layout, damaged, tail }: Found): Promise<StateFile> {
  const { size } = layout;
  await wipeLines(handle, damaged);
  if (tail?.isSound) await handle.write("\n", size);
  else if (tail) await handle.truncate(tail.offset);
  return useStateFile(path, handle, { ...layout, size: tail?.isSound ? size + 1 : (tail?.offset ?? size) });
}
