import { readFile } from "node:fs/promises";
import type { Log } from "../log.ts";
import { createJournalFile } from "./journal-file.ts";

/** A store for Keyv that keeps everything in memory and in one file. */
export interface Journal {
  readonly opts: Record<string, never>;
  get<Value>(key: string): Promise<Value | undefined>;
  /** Resolves once the entry is on the disk, or once it is known that the disk takes nothing. */
  set(key: string, value: unknown, ttlMs?: number): Promise<void>;
  delete(key: string): Promise<boolean>;
  /** The keys that begin with `prefix` and have not expired. */
  keys(prefix: string): readonly string[];
  clear(): Promise<void>;
  on(): Journal;
  disconnect(): Promise<void>;
}

interface Entry {
  readonly value: unknown;
  readonly expiresAt: number;
}

/**
 * Opens the journal in `file`: a line of JSON for each change, appended before the change is acknowledged, so that a
 * crash loses at most half a line that nobody was promised. Once in a while it is written anew, aside and renamed,
 * without what has expired. While the file cannot be written, everything goes on in memory; this is said once, and the
 * whole is written as soon as it can be. One process to a file.
 */
export async function openJournal(file: string, log: Log, now: () => number = Date.now): Promise<Journal> {
  const entries = await readEntries(file, log, now());
  const writer = createJournalFile(file, log, () => {
    for (const [key, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(key);
    return [...entries].map(([key, { value, expiresAt }]) => lineOf(key, value, expiresAt));
  });
  const journal: Journal = {
    opts: {},
    // A store of Keyv answers with what was put in, which only Keyv knows the type of.
    get: async <Value>(key: string) => entries.get(key)?.value as Value | undefined,
    async set(key, value, ttlMs) {
      const expiresAt = ttlMs === undefined ? Number.MAX_SAFE_INTEGER : now() + ttlMs;
      entries.set(key, { value, expiresAt });
      await writer.append(lineOf(key, value, expiresAt));
    },
    async delete(key) {
      if (!entries.delete(key)) return false;
      await writer.append(lineOf(key, null, 0));
      return true;
    },
    keys: (prefix) =>
      [...entries].flatMap(([key, { expiresAt }]) => (key.startsWith(prefix) && expiresAt > now() ? [key] : [])),
    async clear() {
      entries.clear();
      await writer.rewrite();
    },
    on: () => journal,
    disconnect: writer.settled,
  };
  await writer.rewrite();
  return journal;
}

function lineOf(key: string, value: unknown, expiresAt: number): string {
  return `${JSON.stringify([key, value, expiresAt])}\n`;
}

async function readEntries(file: string, log: Log, now: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const content = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") log.warn(`The state in ${file} cannot be read; it begins empty.`, { error });
    return "";
  });
  let damaged = 0;
  for (const line of content.split("\n").filter((text) => text !== "")) {
    const change = parseLine(line);
    if (!change) damaged += 1;
    else if (change.expiresAt > now) entries.set(change.key, change);
    else entries.delete(change.key);
  }
  if (damaged > 0) log.warn(`${damaged} damaged lines of the state in ${file} were left out.`);
  return entries;
}

function parseLine(line: string): (Entry & { readonly key: string }) | null {
  try {
    const change: unknown = JSON.parse(line);
    if (!Array.isArray(change)) return null;
    const [key, value, expiresAt]: readonly unknown[] = change;
    return typeof key === "string" && typeof expiresAt === "number" ? { key, value, expiresAt } : null;
  } catch {
    return null;
  }
}
