import { open, readdir, realpath, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Line, wipeWhere } from "./lines.ts";

const DAY_MS = 86_400_000;

/** Damaged lines are kept so long, in which somebody can look at them. */
const DAMAGED_FOR_MS = 30 * DAY_MS;

const OWNER_ONLY = 0o600;

/** Copies lines of the file at `path` into one beside it; resolves with its path when it is on the disk. */
export async function putAside(path: string, lines: readonly Line[]): Promise<string> {
  const aside = `${asidePrefix(path)}${new Date().toISOString().replaceAll(":", "-")}`;
  const copy = await open(aside, "wx", OWNER_ONLY);
  try {
    for (const { bytes } of lines) {
      await copy.appendFile(bytes);
      await copy.appendFile("\n");
    }
    await copy.sync();
  } finally {
    await copy.close();
  }
  return aside;
}

/** Removes the files with damaged lines of `path` that are too old. */
export async function removeOldDamage(path: string): Promise<void> {
  for (const aside of await damagedFiles(path)) {
    const time = Date.parse(aside.slice(asidePrefix(path).length).replace(/T(\d+)-(\d+)-/, "T$1:$2:"));
    if (time <= Date.now() - DAMAGED_FOR_MS) await rm(aside, { force: true });
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
