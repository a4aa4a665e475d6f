import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { Log } from "../log.ts";
import { replaceFile } from "./replace-file.ts";

/** The file of a journal; what it does resolves also where the disk takes nothing, which is logged once. */
export interface JournalFile {
  /** Adds a line; what comes while a write is under way goes all together into the next one. */
  append(line: string): Promise<void>;
  /** Writes the whole anew. */
  rewrite(): Promise<void>;
  /** Resolves once nothing is being written. */
  settled(): Promise<void>;
}

/** The file is written anew when it has grown by as many lines as it had, but not for less than this. */
const MIN_LINES_TO_REWRITE = 1000;
// What people asked is in it.
const OWNER_ONLY = 0o600;

/** The file at `path`; `allLines` is what it holds when it is written anew. */
export function createJournalFile(path: string, log: Log, allLines: () => readonly string[]): JournalFile {
  const disk = createDisk(path, allLines);
  let pending: string[] = [];
  let isReported = false;
  let tail = Promise.resolve();
  let next: Promise<void> | null = null;

  const commit = async () => {
    next = null;
    const lines = pending;
    pending = [];
    try {
      await disk.write(lines);
      if (isReported) log.info(`The state is kept in ${path} again.`);
      isReported = false;
    } catch (error) {
      disk.distrust();
      if (!isReported) log.error(`The state cannot be written to ${path}; it is kept in memory alone.`, { error });
      isReported = true;
    }
  };
  const schedule = () => {
    next ??= tail = tail.then(commit);
    return next;
  };
  return {
    append(line) {
      pending.push(line);
      return schedule();
    },
    rewrite() {
      disk.distrust();
      return schedule();
    },
    settled: () => tail,
  };
}

interface Disk {
  write(lines: readonly string[]): Promise<void>;
  /** From now on the file may not be what was written: the next write is of the whole. */
  distrust(): void;
}

function createDisk(path: string, allLines: () => readonly string[]): Disk {
  let isTrusted = false;
  let lineCount = 0;
  let countAtRewrite = 0;
  return {
    async write(lines) {
      if (isTrusted && lineCount + lines.length < Math.max(MIN_LINES_TO_REWRITE, 2 * countAtRewrite)) {
        await appendDurably(path, lines.join(""));
        lineCount += lines.length;
        return;
      }
      const all = allLines();
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await replaceFile(path, all.join(""), OWNER_ONLY);
      isTrusted = true;
      lineCount = all.length;
      countAtRewrite = all.length;
    },
    distrust() {
      isTrusted = false;
    },
  };
}

async function appendDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, "a", OWNER_ONLY);
  try {
    await handle.appendFile(text, "utf8");
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
