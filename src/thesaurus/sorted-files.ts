import { accessSync, constants, readFileSync } from "node:fs";
import { remember } from "./remember.ts";

/** Text files whose lines are in the order of their bytes, looked up together. */
export interface SortedFiles {
  /** The line of a file whose first word, up to a space, is `key`; the file is held from the first call on. */
  find(key: string, file: number): string | null;
}

const LINE_FEED = 10;
const SPACE = 32;
/** Lines whose words begin with the same so many letters make a stretch; stretches are remembered. */
const STRETCH_LETTERS = 3;
const STRETCHES_KEPT = 10_000;
/** Most words that are looked up are no entry, and no entry begins like them: so many letters tell without a search. */
const BEGINNING = 5;

/** Bytes of a file, half-open, from the start of a line to behind another one's end. */
interface Run {
  readonly from: number;
  to: number;
}

/** Where lines stand that begin alike, by their first letters: with the first space, where that comes before. */
type Runs = ReadonlyMap<string, Run>;

/** @param paths of files of ASCII lines. @throws where one of them cannot be read. */
export function openSortedFiles(paths: readonly string[]): SortedFiles {
  for (const path of paths) accessSync(path, constants.R_OK);
  const held: Buffer[] = [];
  const bytesOf = (file: number) => {
    const bytes = held[file] ?? readWhole(paths[file] ?? "");
    held[file] = bytes;
    return bytes;
  };
  // Whoever looks a word up in one file mostly looks it up in the others next.
  const stretchOf = remember(STRETCHES_KEPT, (_letters: string): (Runs | undefined)[] => []);
  return {
    find(key, file) {
      const word = `${key} `;
      const letters = word.slice(0, STRETCH_LETTERS);
      const stretch = stretchOf(letters);
      const runs = stretch[file] ?? readRuns(letters, bytesOf(file));
      stretch[file] = runs;
      const run = runs.size === 0 ? undefined : runs.get(word.slice(0, BEGINNING));
      return run ? findLine(word, bytesOf(file), run) : null;
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

const NO_RUNS: Runs = new Map();

function readRuns(letters: string, bytes: Buffer): Runs {
  const runs = new Map<string, Run>();
  let from = firstLine(letters, bytes, 0, bytes.length);
  while (from < bytes.length && compareStart(bytes, from, letters) === 0) {
    const end = bytes.indexOf(LINE_FEED, from);
    const to = end < 0 ? bytes.length : end + 1;
    const space = bytes.indexOf(SPACE, from);
    const beginning = bytes.toString("latin1", from, Math.min(from + BEGINNING, space < 0 ? to : space + 1));
    const known = runs.get(beginning);
    if (known) known.to = to;
    else runs.set(beginning, { from, to });
    from = to;
  }
  return runs.size === 0 ? NO_RUNS : runs;
}

function findLine(word: string, bytes: Buffer, { from, to }: Run): string | null {
  const start = firstLine(word, bytes, from, to);
  if (start >= to || compareStart(bytes, start, word) !== 0) return null;
  const end = bytes.indexOf(LINE_FEED, start);
  return bytes.toString("latin1", start, end < 0 ? bytes.length : end);
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
