import { type FileHandle, open, readdir, realpath, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { wipeWhere } from "./in-place.ts";
import type { Extent } from "./scan-lines.ts";

const DAY_MS = 86_400_000;

/** Damaged lines are kept so long, in which somebody can look at them. */
export const DAMAGED_FOR_MS = 30 * DAY_MS;

const COPIED_AT_ONCE = 1 << 20;
const OWNER_ONLY = 0o600;

/** Copies lines of the open file at `path` into a file beside it; resolves with its path when it is on the disk. */
export async function putAside(
  path: string,
  handle: FileHandle,
  lines: readonly Extent[],
  now: number,
): Promise<string> {
  const aside = `${asidePrefix(path)}${new Date(now).toISOString().replaceAll(":", "-")}`;
  const copy = await open(aside, "wx", OWNER_ONLY);
  try {
    for (const { offset, length } of lines) {
      const end = offset + length;
      for (let at = offset; at < end; at += COPIED_AT_ONCE) {
        const bytes = Buffer.alloc(Math.min(COPIED_AT_ONCE, end - at));
        await handle.read(bytes, 0, bytes.length, at);
        await copy.appendFile(bytes);
      }
      await copy.appendFile("\n");
    }
    await copy.sync();
  } finally {
    await copy.close();
  }
  return aside;
}

/** Removes the files with damaged lines of `path` that are too old. */
export async function removeOldDamage(path: string, now: number): Promise<void> {
  for (const aside of await damagedFiles(path)) {
    const time = Date.parse(aside.slice(asidePrefix(path).length).replace(/T(\d+)-(\d+)-/, "T$1:$2:"));
    if (time <= now - DAMAGED_FOR_MS) await rm(aside, { force: true });
  }
}

/** Removes damaged lines in which an id stands, made of letters and digits; resolves with how many. */
export async function wipeDamage(path: string, id: string): Promise<number> {
  let wiped = 0;
  for (const aside of await damagedFiles(await realpath(path).catch(() => path)))
    wiped += await wipeWhere(aside, (line) => line.split(/[^\p{L}\p{N}]+/u).includes(id));
  return wiped;
}

async function damagedFiles(path: string): Promise<readonly string[]> {
  const dir = dirname(path);
  const names = await readdir(dir).catch(() => []);
  return names.map((name) => join(dir, name)).filter((found) => found.startsWith(asidePrefix(path)));
}

function asidePrefix(path: string): string {
  return join(dirname(path), `${basename(path)}.damaged-`);
}
