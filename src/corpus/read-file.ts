import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats, statSync } from "node:fs";

const CHUNK = 1 << 16;

/**
 * Reads a regular file, or one that a link leads to, of `limit` bytes at most. Whatever else stands there (a named pipe, a
 * device) may never end, or wait for somebody to write: it is looked at before it is opened, and once more when it is open.
 * @throws what ends a sentence that begins with "cannot be read:"; ENOENT means that nothing is there, not even a broken link.
 */
export function readRegularFile(file: string, limit: number): Buffer {
  refuse(statOf(file), limit);
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(descriptor);
    refuse(stats, limit);
    return readUpTo(descriptor, stats.size, limit);
  } finally {
    closeSync(descriptor);
  }
}

/** What something in a folder is, where it is no regular file; `null` for one. */
export function kindOf(entry: Pick<Stats, "isDirectory" | "isFIFO" | "isSocket" | "isFile">): string | null {
  if (entry.isFile()) return null;
  if (entry.isDirectory()) return "a folder";
  if (entry.isFIFO()) return "a named pipe (FIFO)";
  return entry.isSocket() ? "a socket" : "a device";
}

/** A number of bytes as people read it. */
export function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1).replace(/\.0$/, "")} MB`;
}

function statOf(file: string): Stats {
  try {
    return statSync(file);
  } catch (error) {
    // Throws the same where there is no link either.
    if (lstatSync(file).isSymbolicLink()) throw new Error("it is a link that leads to no file");
    throw error;
  }
}

function refuse(stats: Stats, limit: number): void {
  const kind = kindOf(stats);
  if (kind !== null) throw new Error(`it is ${kind}, no regular file`);
  if (stats.size > limit) throw tooLarge(megabytes(stats.size), limit);
}

function tooLarge(size: string, limit: number): Error {
  return new Error(`it has ${size}, and may have ${megabytes(limit)} at most`);
}

/** Some files are longer than they say: those that a system makes up, and those that grow. */
function readUpTo(descriptor: number, size: number, limit: number): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.max(CHUNK, size - total + 1));
    const length = readSync(descriptor, chunk);
    if (length === 0) return Buffer.concat(chunks);
    total += length;
    if (total > limit) throw tooLarge(`more than ${megabytes(limit)}`, limit);
    chunks.push(chunk.subarray(0, length));
  }
}
