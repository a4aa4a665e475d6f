import { randomBytes } from "node:crypto";
import { type FileHandle, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { wipeLines, writeFully } from "./in-place.ts";
import type { Extent } from "./scan-lines.ts";

/** Lines by their keys; `null` takes the line of a key away. */
export type Lines = Iterable<readonly [key: string, line: string | null]>;

/** A file with a line for each key, in which no line stays that has been replaced or taken away. */
export interface StateFile {
  /** Bytes of lines that are gone. */
  readonly wasted: number;
  readonly size: number;
  /**
   * Resolves once every line is on the disk and what it replaces is not. After a crash in between, a key has its old line,
   * or its new one, or both in that order.
   * @throws where the disk takes nothing, or the file is no longer there: it must not be used any more then.
   */
  write(lines: Lines): Promise<void>;
  close(): Promise<void>;
}

/** A whole file that is written beside the one it will replace. */
export interface NextStateFile {
  add(lines: Lines): Promise<void>;
  /** Puts it in the place of the other one; from then on it is in use. */
  takeOver(): Promise<StateFile>;
  /** Removes it, where it has not taken over. */
  discard(): Promise<void>;
}

/** What is known of a file that was read. `places` has the line of each key, and is the file's from now on. */
export interface Layout {
  readonly places: Map<string, Extent>;
  readonly size: number;
  readonly wasted: number;
}

// What people asked is in it.
const OWNER_ONLY = 0o600;

/** The file at `path` that is open for reading and writing. */
export function useStateFile(path: string, handle: FileHandle, layout: Layout): StateFile {
  const file = createFile(handle, layout);
  return {
    get wasted() {
      return file.wasted();
    },
    get size() {
      return file.size();
    },
    async write(lines) {
      await demandInPlace(path, handle, file.size());
      const { hasAdded, replaced } = await file.add(lines);
      // The old line goes when the new one is there for good; by then, no older one of its key is left.
      if (hasAdded) await handle.datasync();
      if (replaced.length === 0) return;
      await file.wipe(replaced);
      await handle.datasync();
    },
    close: () => handle.close(),
  };
}

/** Begins a new file for `path`. */
export async function beginStateFile(path: string): Promise<NextStateFile> {
  const aside = join(dirname(path), `${asidePrefix(path)}${randomBytes(6).toString("hex")}.tmp`);
  const handle = await open(aside, "wx+", OWNER_ONLY);
  const layout = { places: new Map<string, Extent>(), size: 0, wasted: 0 };
  const file = createFile(handle, layout);
  return {
    async add(lines) {
      await file.wipe((await file.add(lines)).replaced);
    },
    async takeOver() {
      await handle.sync();
      await rename(aside, path);
      await syncFolder(dirname(path));
      return useStateFile(path, handle, { places: layout.places, size: file.size(), wasted: file.wasted() });
    },
    async discard() {
      await handle.close();
      await rm(aside, { force: true });
    },
  };
}

/** Removes what a crash has left of files that were being written for `path`. */
export async function removeUnfinished(path: string): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => []);
  const unfinished = names.filter((name) => name.startsWith(asidePrefix(path)) && name.endsWith(".tmp"));
  await Promise.all(unfinished.map((name) => rm(join(dirname(path), name), { force: true })));
}

function asidePrefix(path: string): string {
  return `.${basename(path)}.`;
}

/** Adds and fills lines, without seeing to it that they are on the disk. */
function createFile(handle: FileHandle, { places, ...layout }: Layout) {
  let { size, wasted } = layout;
  return {
    size: () => size,
    wasted: () => wasted,
    async add(lines: Lines): Promise<{ readonly hasAdded: boolean; readonly replaced: readonly Extent[] }> {
      const added: Buffer[] = [];
      const replaced: Extent[] = [];
      const begin = size;
      let end = begin;
      for (const [key, line] of lines) {
        const before = places.get(key);
        if (before) replaced.push(before);
        places.delete(key);
        if (line === null) continue;
        const bytes = Buffer.from(`${line}\n`);
        added.push(bytes);
        places.set(key, { offset: end, length: bytes.length - 1 });
        end += bytes.length;
      }
      await writeFully(handle, Buffer.concat(added), begin);
      size = end;
      return { hasAdded: added.length > 0, replaced };
    },
    async wipe(extents: readonly Extent[]) {
      await wipeLines(handle, extents);
      for (const { length } of extents) wasted += length;
    },
  };
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
