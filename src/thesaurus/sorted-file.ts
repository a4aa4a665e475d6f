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
  let lines: Milestones | null = null;
  return {
    lineAt,
    find(key) {
      lines ??= readMilestones(path);
      return findLine(key, lines);
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

/** A whole file, and where every so many bytes a line begins and with which word. */
interface Milestones {
  readonly bytes: Buffer;
  readonly starts: readonly number[];
  readonly keys: readonly string[];
}

const STRIDE = 512;

function readMilestones(path: string): Milestones {
  const bytes = readWhole(path);
  const starts = [0];
  for (let at = STRIDE; at < bytes.length; at += STRIDE) {
    const start = bytes.indexOf(LINE_FEED, at) + 1;
    if (start > 0 && start < bytes.length && start > (starts.at(-1) ?? 0)) starts.push(start);
  }
  return { bytes, starts, keys: starts.map((start) => bytes.toString("latin1", start, bytes.indexOf(" ", start))) };
}

function readWhole(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

function findLine(key: string, { bytes, starts, keys }: Milestones): string | null {
  let [low, high] = [0, keys.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((keys[middle] ?? "") <= key) low = middle;
    else high = middle - 1;
  }
  const start = starts[low] ?? 0;
  const end = starts[low + 1] ?? bytes.length;
  if (keys[low] === key && key !== "") return lineFrom(bytes, start);
  const found = bytes.subarray(start, end).indexOf(`\n${key} `, 0, "latin1");
  return found < 0 ? null : lineFrom(bytes, start + found + 1);
}

function lineFrom(bytes: Buffer, start: number): string {
  const end = bytes.indexOf(LINE_FEED, start);
  return bytes.toString("latin1", start, end < 0 ? bytes.length : end);
}
