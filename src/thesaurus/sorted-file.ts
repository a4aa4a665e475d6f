import { accessSync, constants, readFileSync } from "node:fs";

/** A text file whose lines are in the order of their bytes. */
export interface SortedFile {
  /** The line whose first word, up to a space, is `key`; the file is held from the first call on. */
  find(key: string): string | null;
}

const LINE_FEED = 10;

/** @param path of a file of ASCII lines. @throws where it cannot be read. */
export function openSortedFile(path: string): SortedFile {
  accessSync(path, constants.R_OK);
  let held: Buffer | null = null;
  return {
    find(key) {
      held ??= readWhole(path);
      const word = `${key} `;
      const start = firstLine(word, held);
      if (start >= held.length || compareStart(held, start, word) !== 0) return null;
      const end = held.indexOf(LINE_FEED, start);
      return held.toString("latin1", start, end < 0 ? held.length : end);
    },
  };
}

/** What cannot be read any more, of a disk that was taken away, is as good as not there. */
function readWhole(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Where the first line stands that is not before a text; the length where all of them are. Bytes are compared, no text is made. */
function firstLine(text: string, bytes: Buffer): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    let start = middle;
    while (start > low && bytes[start - 1] !== LINE_FEED) start--;
    if (compareStart(bytes, start, text) >= 0) high = start;
    else {
      low = middle;
      while (low < high && bytes[low++] !== LINE_FEED);
    }
  }
  return high;
}

/** How the bytes from a place on compare with a text, as far as it goes. */
function compareStart(bytes: Buffer, start: number, text: string): number {
  for (let at = 0; at < text.length; at++) {
    const difference = (bytes[start + at] ?? 0) - text.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return 0;
}
