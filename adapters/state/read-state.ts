import { isUtf8 } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import { type Extent, type ScannedLine, scanLines } from "./scan-lines.ts";
import type { Layout } from "./state-file.ts";

/** What is kept under a key; `expiresAt` is in milliseconds since 1970. */
export interface Entry {
  readonly value: unknown;
  readonly expiresAt: number;
}

/** What a file of the state holds. */
export interface ReadState {
  readonly entries: Map<string, Entry>;
  readonly layout: Layout;
  /** Lines that say nothing, though they are whole. */
  readonly damaged: readonly Extent[];
  /** Whether lines stand in it that have expired or were replaced. */
  readonly hasDead: boolean;
  /** The last line, where its line break is missing: a crash cut it short before anybody was promised anything. */
  readonly tail: (Extent & { readonly isSound: boolean }) | null;
}

/** The line of an entry, without its line break. */
export function formatEntry(key: string, { value, expiresAt }: Entry): string {
  return JSON.stringify([key, value, expiresAt]);
}

/** Reads all lines, of which the last one of a key counts. */
export async function readState(handle: FileHandle, now: number): Promise<ReadState> {
  const entries = new Map<string, Entry>();
  const places = new Map<string, Extent>();
  const damaged: Extent[] = [];
  let [wasted, hasDead] = [0, false];
  let tail: ReadState["tail"] = null;
  const size = await scanLines(handle, (line) => {
    const { offset, length, isEnded, isWiped } = line;
    const place = { offset, length };
    const entry = isWiped ? null : parseEntry(line);
    const isCutShort = !isEnded && (isWiped || beginsAsEntry(line));
    if (!isEnded && (entry || isCutShort)) tail = { ...place, isSound: entry !== null };
    if (entry === null) {
      if (isWiped) wasted += length;
      else if (!isCutShort) damaged.push(place);
      return;
    }
    const { key, value, expiresAt } = entry;
    const isExpired = expiresAt <= now;
    hasDead ||= isExpired || places.has(key);
    if (isExpired) {
      entries.delete(key);
      places.delete(key);
    } else {
      entries.set(key, { value, expiresAt });
      places.set(key, place);
    }
  });
  return { entries, layout: { places, size, wasted }, damaged, hasDead, tail };
}

const BEGINNING = Buffer.from('["');

/** Half a line that was being written when the process ended, and not something else. */
function beginsAsEntry({ bytes }: ScannedLine): boolean {
  return bytes !== null && BEGINNING.compare(bytes, 0, BEGINNING.length) === 0;
}

function parseEntry({ bytes }: ScannedLine): (Entry & { readonly key: string }) | null {
  if (bytes === null || !isUtf8(bytes)) return null;
  try {
    const change: unknown = JSON.parse(bytes.toString());
    if (!Array.isArray(change)) return null;
    const [key, value, expiresAt]: readonly unknown[] = change;
    return typeof key === "string" && typeof expiresAt === "number" ? { key, value, expiresAt } : null;
  } catch {
    return null;
  }
}
