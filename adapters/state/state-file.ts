import { type FileHandle, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Entry } from "../conversation/state.ts";
import { type Extent, wipeLines, writeFully } from "./lines.ts";
import { openRegular } from "./regular-file.ts";
import { replaceFile } from "./replace-file.ts";

/** Entries by their keys; `null` takes the line of a key away. */
type Changes = Iterable<readonly [key: string, entry: Entry | null]>;

/** A file with a line for each key, in which no line stays that has been replaced or taken away. */
export interface StateFile {
  /** Whether most of it is lines that are gone, and more than is worth a new file. */
  isWasteful(): boolean;
  /**
   * Resolves once every line is on the disk and what it replaces is not. After a crash in between, a key has its old line,
   * or its new one, or both in that order.
   * @throws where the disk takes nothing, or the file is no longer there: it must not be used any more then.
   */
  write(changes: Changes): Promise<void>;
  close(): Promise<void>;
}

/** What is known of a file: the line of each key, its size, and the bytes of lines that are gone. */
export interface Layout {
  readonly places: Map<string, Extent>;
  readonly size: number;
  readonly wasted: number;
}

const MIN_WASTE_BYTES = 1 << 20;
const LINES_AT_ONCE = 2_000;
// What people asked is in it.
const OWNER_ONLY = 0o600;

/** The file at `path` that is open for reading and writing; its layout is the file's from now on. */
export function useStateFile(path: string, handle: FileHandle, { places, ...layout }: Layout): StateFile {
  let { size, wasted } = layout;
  return {
    isWasteful: () => wasted > Math.max(MIN_WASTE_BYTES, size / 2),
    async write(changes) {
      await demandInPlace(path, handle, size);
      const added: Buffer[] = [];
      const replaced: Extent[] = [];
      const begin = size;
      for (const [key, entry] of changes) {
        const before = places.get(key);
        if (before) replaced.push(before);
        places.delete(key);
        if (entry === null) continue;
        const line = lineOf(key, entry);
        added.push(line);
        places.set(key, { offset: size, length: line.length - 1 });
        size += line.length;
      }
      await writeFully(handle, Buffer.concat(added), begin);
      // The old line goes when the new one is there for good; by then, no older one of its key is left.
      if (added.length > 0) await handle.datasync();
      if (replaced.length === 0) return;
      await wipeLines(handle, replaced);
      for (const { length } of replaced) wasted += length;
      await handle.datasync();
    },
    close: () => handle.close(),
  };
}

/** Puts a file of these entries in the place of the one at `path`, if there is one. */
export async function createStateFile(
  path: string,
  entries: readonly (readonly [key: string, entry: Entry])[],
): Promise<StateFile> {
  const places = new Map<string, Extent>();
  let size = 0;
  function* chunks(): Generator<Buffer> {
    for (let at = 0; at < entries.length; at += LINES_AT_ONCE) {
      const lines = entries.slice(at, at + LINES_AT_ONCE).map(([key, entry]) => {
        const line = lineOf(key, entry);
        places.set(key, { offset: size, length: line.length - 1 });
        size += line.length;
        return line;
      });
      yield Buffer.concat(lines);
    }
  }
  await replaceFile(path, chunks(), OWNER_ONLY);
  await syncFolder(dirname(path));
  return useStateFile(path, await openRegular(path, "changing"), { places, size, wasted: 0 });
}

function lineOf(key: string, { json, expiresAt }: Entry): Buffer {
  return Buffer.from(`${JSON.stringify([key, json, expiresAt])}\n`);
}

/** Somebody may have moved the folder away, or have restored another file: this one would be written for nobody. */
async function demandInPlace(path: string, handle: FileHandle, size: number): Promise<void> {
  const [there, here] = await Promise.all([stat(path), handle.stat()]);
  if (there.ino !== here.ino || there.dev !== here.dev || there.size !== size)
    throw new Error(`${path} was changed by something else`);
}

/** A rename is not on the disk before its folder is; some systems have no way to see to that. */
async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir).catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
