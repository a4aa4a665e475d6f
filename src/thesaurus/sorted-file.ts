import { fstatSync, openSync, readSync } from "node:fs";
import { remember } from "./remember.ts";

/** A text file too large to hold, of which single lines are read where they stand. */
export interface SortedFile {
  /** The line whose first word, up to a space, is `key`; the lines are in the order of their bytes. */
  find(key: string): string | null;
  /** The line that starts at a byte. */
  lineAt(offset: number): string;
}

const BLOCK = 4096;
/** The first steps of a search read the same blocks again and again; a quarter of a megabyte holds them. */
const BLOCKS_KEPT = 64;
const LINE_FEED = 10;

/** Opens a file of ASCII lines; it is never closed, as one is needed for as long as the program runs. */
export function openSortedFile(path: string): SortedFile {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  const blockAt = remember(BLOCKS_KEPT, (number: number) => {
    const block = Buffer.alloc(BLOCK);
    return block.subarray(0, readSync(file, block, 0, BLOCK, number * BLOCK));
  });
  const byteAt = (at: number) => blockAt(Math.floor(at / BLOCK))[at % BLOCK];
  const lineAt = (offset: number) => {
    let line = "";
    for (let at = offset; at < size; ) {
      const rest = blockAt(Math.floor(at / BLOCK)).subarray(at % BLOCK);
      const end = rest.indexOf(LINE_FEED);
      if (end >= 0) return line + rest.latin1Slice(0, end);
      line += rest.latin1Slice();
      at += rest.length;
    }
    return line;
  };
  const startOfLine = (within: number) => {
    let at = within;
    while (at > 0 && byteAt(at - 1) !== LINE_FEED) at--;
    return at;
  };
  return { lineAt, find: (key) => search(`${key} `, size, lineAt, startOfLine) };
}

function search(
  beginning: string,
  size: number,
  lineAt: (offset: number) => string,
  startOfLine: (within: number) => number,
): string | null {
  let [from, to] = [0, size];
  while (from < to) {
    const start = startOfLine(Math.floor((from + to) / 2));
    const line = lineAt(start);
    if (line.startsWith(beginning)) return line;
    if (line < beginning) from = start + line.length + 1;
    else to = start;
  }
  return null;
}
