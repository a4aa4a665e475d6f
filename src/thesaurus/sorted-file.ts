import { fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { remember } from "./remember.ts";

/** A text file whose lines are in the order of their bytes. */
export interface SortedFile {
  /** The line whose first word, up to a space, is `key`; the file is held from the first call on. */
  find(key: string): string | null;
  /** The line that starts at a byte; of a long one at least the first `enough` bytes. */
  lineAt(offset: number, enough: number): string;
}

const BLOCK = 1024;
/** Synsets that lead to each other often stand in the same blocks. */
const BLOCKS_KEPT = 512;
const LINE_FEED = 10;
const SPACE = 32;

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
  let whole: Buffer | null = null;
  return {
    lineAt,
    find(key) {
      whole ??= readWhole(path);
      return findLine(key, whole);
    },
  };
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

function readWhole(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Looks for the line of a word by halving the file, comparing bytes: most look-ups find nothing, so no text is made. */
function findLine(key: string, bytes: Buffer): string | null {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    let start = (low + high) >>> 1;
    while (start > low && bytes[start - 1] !== LINE_FEED) start--;
    const order = compareFirstWord(bytes, start, key);
    if (order === 0) return lineFrom(bytes, start);
    if (order > 0) high = start;
    else {
      const end = bytes.indexOf(LINE_FEED, (low + high) >>> 1);
      low = end < 0 ? high : end + 1;
    }
  }
  return null;
}

/** How the first word of the line that starts at a byte, with the space behind it, compares with a key and a space. */
function compareFirstWord(bytes: Buffer, start: number, key: string): number {
  for (let at = 0; at < key.length; at++) {
    const difference = (bytes[start + at] ?? 0) - key.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return (bytes[start + key.length] ?? 0) - SPACE;
}

function lineFrom(bytes: Buffer, start: number): string {
  const end = bytes.indexOf(LINE_FEED, start);
  return bytes.toString("latin1", start, end < 0 ? bytes.length : end);
}
