import { fstatSync, openSync, readSync } from "node:fs";
import { remember } from "./remember.ts";

/** A text file too large to hold, of which single lines are read where they stand. */
export interface SortedFile {
  /** The line whose first word, up to a space, is `key`; the lines are in the order of their bytes. */
  find(key: string): string | null;
  /** The line that starts at a byte; of a long one at least the first `enough` bytes. */
  lineAt(offset: number, enough: number): string;
}

const BLOCK = 1024;
/** The first steps of every search read the same blocks. */
const BLOCKS_KEPT = 512;
const LINE_FEED = 10;

/** Opens a file of ASCII lines; it stays open, as it is needed for as long as the program runs. */
export function openSortedFile(path: string): SortedFile {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  const blockAt = remember(BLOCKS_KEPT, (number: number) => readBlock(file, number));
  const lineAt = (offset: number, enough: number) => {
    let line = "";
    while (line.length < enough && offset + line.length < size) {
      const at = offset + line.length;
      const block = blockAt(Math.floor(at / BLOCK));
      const end = block.indexOf(LINE_FEED, at % BLOCK);
      line += block.toString("latin1", at % BLOCK, end < 0 ? block.length : end);
      if (end >= 0 || block.length < BLOCK) break;
    }
    return line;
  };
  const startOfLine = (within: number) => {
    let number = Math.floor(within / BLOCK);
    let feed = within % BLOCK === 0 ? -1 : blockAt(number).lastIndexOf(LINE_FEED, (within % BLOCK) - 1);
    while (feed < 0 && number > 0) feed = blockAt(--number).lastIndexOf(LINE_FEED);
    return number * BLOCK + feed + 1;
  };
  return { lineAt, find: (key) => search(`${key} `, size, lineAt, startOfLine) };
}

/** What cannot be read any more, of a disk that was taken away, is as good as not there. */
function readBlock(file: number, number: number): Buffer {
  const block = Buffer.allocUnsafe(BLOCK);
  try {
    return block.subarray(0, readSync(file, block, 0, BLOCK, number * BLOCK));
  } catch {
    return block.subarray(0, 0);
  }
}

function search(
  beginning: string,
  size: number,
  lineAt: SortedFile["lineAt"],
  startOfLine: (within: number) => number,
): string | null {
  let [from, to] = [0, size];
  while (from < to) {
    const start = startOfLine(Math.floor((from + to) / 2));
    const line = lineAt(start, size);
    if (line.startsWith(beginning)) return line;
    if (line < beginning) from = start + line.length + 1;
    else to = start;
  }
  return null;
}
