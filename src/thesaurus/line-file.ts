import { fstatSync, openSync, readSync } from "node:fs";
import { remember } from "./remember.ts";

/** A text file that is read by where its lines start. */
export interface LineFile {
  /** The line that starts at a byte; of a long one at least the first `enough` bytes. */
  lineAt(offset: number, enough: number): string;
}

const BLOCK = 1024;
/** Synsets that lead to each other often stand in the same blocks. */
const BLOCKS_KEPT = 512;
const LINE_FEED = 10;

/** Opens a file of ASCII lines; it stays open, as it is needed for as long as the program runs. */
export function openLineFile(path: string): LineFile {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  const blockAt = remember(BLOCKS_KEPT, (number: number) => readBlock(file, number));
  return {
    lineAt(offset, enough) {
      let line = "";
      while (line.length < enough && offset + line.length < size) {
        const at = offset + line.length;
        const block = blockAt(Math.floor(at / BLOCK));
        const end = block.indexOf(LINE_FEED, at % BLOCK);
        line += block.toString("latin1", at % BLOCK, end < 0 ? block.length : end);
        if (end >= 0 || block.length < BLOCK) break;
      }
      return line;
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
