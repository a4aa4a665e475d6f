import type { FileHandle } from "node:fs/promises";
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
