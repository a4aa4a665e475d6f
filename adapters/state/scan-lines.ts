import type { FileHandle } from "node:fs/promises";

/** A line of a file, in bytes; it ends before its line break. */
export interface Extent {
  readonly offset: number;
  readonly length: number;
}

/** A line that was read. */
export interface ScannedLine extends Extent {
  /** `null` where it is longer than any line that is written. */
  readonly bytes: Buffer | null;
  /** Whether some of it was filled with `WIPED`. */
  readonly isWiped: boolean;
  /** Whether a line break ends it, which only the last line can lack. */
  readonly isEnded: boolean;
}

/**
 * What a line that is to be gone is filled with. JSON has no raw control characters, so that a line in which one stands is
 * known to have been given up, also where a crash left the filling half done.
 */
export const WIPED = 0x18;

const LINE_BREAK = 0x0a;
const CHUNK_BYTES = 1 << 20;
const MAX_LINE_BYTES = 1 << 24;

/** Reads a file of any size, line by line; resolves with its size. Empty lines are left out. */
export async function scanLines(handle: FileHandle, onLine: (line: ScannedLine) => void): Promise<number> {
  let begun: LineParts = NOTHING;
  let position = 0;
  const take = (line: LineParts, end: number, isEnded: boolean) => {
    const { length, parts, isWiped } = line;
    const bytes = length > MAX_LINE_BYTES ? null : joined(parts);
    if (length > 0) onLine({ offset: end - length, length, bytes, isWiped, isEnded });
  };
  for (;;) {
    // A new buffer each time, since the beginning of a line is kept until its end is read.
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, position);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    let from = 0;
    for (let to = chunk.indexOf(LINE_BREAK); to !== -1; to = chunk.indexOf(LINE_BREAK, from)) {
      take(extended(begun, chunk.subarray(from, to)), position + to, true);
      begun = NOTHING;
      from = to + 1;
    }
    begun = extended(begun, chunk.subarray(from));
    position += bytesRead;
  }
  take(begun, position, false);
  return position;
}

/** A line as far as it was read; its parts are let go where it is too long. */
interface LineParts {
  readonly length: number;
  readonly parts: readonly Buffer[];
  readonly isWiped: boolean;
}

const NOTHING: LineParts = { length: 0, parts: [], isWiped: false };

function extended({ length, parts, isWiped }: LineParts, part: Buffer): LineParts {
  const total = length + part.length;
  return {
    length: total,
    parts: total > MAX_LINE_BYTES ? [] : length === 0 ? [part] : [...parts, part],
    isWiped: isWiped || part.includes(WIPED),
  };
}

function joined(parts: readonly Buffer[]): Buffer {
  const [first = Buffer.alloc(0)] = parts;
  return parts.length > 1 ? Buffer.concat(parts) : first;
}
