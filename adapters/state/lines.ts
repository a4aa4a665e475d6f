import { type FileHandle, open, readdir, realpath, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { openRegular } from "./regular-file.ts";

/** A line of a file, in bytes; it ends before its line break. */
export interface Extent {
  readonly offset: number;
  readonly length: number;
}

/** A line that was read; none is empty. */
export interface Line extends Extent {
  readonly bytes: Buffer;
  /** Whether some of it was filled. */
  readonly isWiped: boolean;
  /** Whether a line break ends it, which only the last line can lack. */
  readonly isEnded: boolean;
}

/**
 * What a line that is to be gone is filled with. JSON has no raw control characters, so that a line in which one stands is
 * known to have been given up, also where a crash left the filling half done.
 */
const WIPED = 0x18;
const LINE_BREAK = 0x0a;

/** The lines of what was read from a file. */
export function* linesOf(content: Buffer): Generator<Line> {
  for (let offset = 0; offset < content.length; ) {
    const lineBreak = content.indexOf(LINE_BREAK, offset);
    const isEnded = lineBreak >= 0;
    const bytes = content.subarray(offset, isEnded ? lineBreak : content.length);
    const { length } = bytes;
    if (length > 0) yield { offset, length, bytes, isWiped: bytes.includes(WIPED), isEnded };
    offset += length + 1;
  }
}

/** Writes all of the bytes at a position of an open file. */
export async function writeFully(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** Fills lines of an open file, so that their words are gone from it and all others stay where they are. */
export async function wipeLines(handle: FileHandle, extents: readonly Extent[]): Promise<void> {
  for (const { offset, length } of extents) await writeFully(handle, Buffer.alloc(length, WIPED), offset);
}

/** Fills the lines of a file that are to be gone, while others may add to it; resolves with how many they were. */
export async function wipeWhere(path: string, isDoomed: (line: string) => boolean): Promise<number> {
  const handle = await openRegular(path, "changing");
  try {
    const lines = [...linesOf(await handle.readFile())];
    const doomed = lines.filter(({ bytes, isWiped }) => !isWiped && isDoomed(bytes.toString()));
    await wipeLines(handle, doomed);
    await handle.datasync();
    return doomed.length;
  } finally {
    await handle.close();
  }
}

/** The text of a regular file. */
export async function readRegular(path: string): Promise<Buffer> {
  const handle = await openRegular(path, "reading");
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

const DAY_MS = 86_400_000;

/** Damaged lines are kept so long, in which somebody can look at them. */
const DAMAGED_FOR_MS = 30 * DAY_MS;

const OWNER_ONLY = 0o600;

/** Copies lines of the file at `path` into one beside it; resolves with its path when it is on the disk. */
export async function putAside(path: string, lines: readonly Line[]): Promise<string> {
  const aside = `${asidePrefix(path)}${new Date().toISOString().replaceAll(":", "-")}`;
  const copy = await open(aside, "wx", OWNER_ONLY);
  try {
    for (const { bytes } of lines) {
      await copy.appendFile(bytes);
      await copy.appendFile("\n");
    }
    await copy.sync();
  } finally {
    await copy.close();
  }
  return aside;
}

/** Removes the files with damaged lines of `path` that are too old. */
export async function removeOldDamage(path: string): Promise<void> {
  for (const aside of await damagedFiles(path)) {
    const time = Date.parse(aside.slice(asidePrefix(path).length).replace(/T(\d+)-(\d+)-/, "T$1:$2:"));
    if (time <= Date.now() - DAMAGED_FOR_MS) await rm(aside, { force: true });
  }
}

/** Removes damaged lines in which an id stands, made of letters and digits; resolves with how many. */
export async function wipeDamage(path: string, id: string): Promise<number> {
  let wiped = 0;
  for (const aside of await damagedFiles(await realpath(path).catch(() => path)))
    wiped += await wipeWhere(aside, (line) => line.split(/[^\p{L}\p{N}]+/u).includes(id));
  return wiped;
}

async function damagedFiles(path: string): Promise<readonly string[]> {
  const dir = dirname(path);
  const names = await readdir(dir).catch(() => []);
  return names.map((name) => join(dir, name)).filter((found) => found.startsWith(asidePrefix(path)));
}

function asidePrefix(path: string): string {
  return join(dirname(path), `${basename(path)}.damaged-`);
}
