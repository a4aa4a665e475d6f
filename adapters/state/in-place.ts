import type { FileHandle } from "node:fs/promises";
import { openRegular } from "./regular-file.ts";
import { type Extent, scanLines, WIPED } from "./scan-lines.ts";

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
    const doomed: Extent[] = [];
    await scanLines(handle, ({ bytes, isWiped, offset, length }) => {
      if (!isWiped && bytes !== null && isDoomed(bytes.toString())) doomed.push({ offset, length });
    });
    await wipeLines(handle, doomed);
    await handle.datasync();
    return doomed.length;
  } finally {
    await handle.close();
  }
}
