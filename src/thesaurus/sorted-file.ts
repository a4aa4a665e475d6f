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
/** Most words that are looked up are no entry, and no entry begins like them: so many letters tell, and are remembered. */
const BEGINNING = 4;
const STRETCHES_KEPT = 10_000;
/** No word holds a sign behind this one. */
const LAST_SIGN = "~";

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
  const stretchOf = remember(STRETCHES_KEPT, (beginning: string) => {
    whole ??= readWhole(path);
    const from = firstLine(beginning, whole, 0, whole.length);
    const isHeld = from < whole.length && compareStart(whole, from, beginning) === 0;
    return { bytes: whole, from, to: isHeld ? firstLine(beginning + LAST_SIGN, whole, from, whole.length) : from };
  });
  return {
    lineAt,
    find(key) {
      const { bytes, from, to } = stretchOf(key.slice(0, BEGINNING));
      if (from === to) return null;
      const start = firstLine(`${key} `, bytes, from, to);
      return start < to && compareStart(bytes, start, `${key} `) === 0 ? lineFrom(bytes, start) : null;
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

/** Where the first line stands that is not before a text; `high` where all of them are. Bytes are compared, no text is made. */
function firstLine(text: string, bytes: Buffer, from: number, to: number): number {
  let [low, high] = [from, to];
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

function lineFrom(bytes: Buffer, start: number): string {
  const end = bytes.indexOf(LINE_FEED, start);
  return bytes.toString("latin1", start, end < 0 ? bytes.length : end);
}
