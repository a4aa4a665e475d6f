import type { Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isArticleName } from "../../src/index.ts";

const AT_ONCE = 32;

/**
 * What a corpus folder looks like from outside: another text after any change to a file that is served from it, and after
 * something else has come to it or gone.
 */
export async function fingerprint(dir: string): Promise<string> {
  const { names, marks } = await look(dir);
  return [...[...marks].map(([file, { mark }]) => `${file} ${mark}`), ...names].join("\n");
}

/** What each file that is served from a corpus folder looks like: another text after any change to it, with its size in bytes. */
export async function marksIn(dir: string): Promise<ReadonlyMap<string, FileMark>> {
  return (await look(dir)).marks;
}

/** How many bytes there are to read in a corpus folder. */
export async function bytesIn(dir: string): Promise<number> {
  return [...(await marksIn(dir)).values()].reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A file as it looks from outside. */
export interface FileMark {
  readonly mark: string;
  readonly bytes: number;
}

async function look(dir: string) {
  const folder = join(dir, "articles");
  const names = (await readdir(folder).catch(() => [])).sort();
  const served = [join(dir, "glossary.yaml"), ...names.filter(isArticleName).map((name) => join(folder, name))];
  const marks = new Map<string, FileMark>();
  for (let at = 0; at < served.length; at += AT_ONCE) {
    const files = served.slice(at, at + AT_ONCE);
    const found = await Promise.all(files.map((file) => stat(file).then(markOf, () => GONE)));
    for (const [n, file] of files.entries()) marks.set(file, found[n] ?? GONE);
  }
  return { names, marks };
}

const GONE: FileMark = { mark: "gone", bytes: 0 };

/** Whoever copies an older version over a file keeps its old time, so the time of the copying counts too. */
function markOf({ mtimeMs, ctimeMs, size, ino }: Stats): FileMark {
  return { mark: `${mtimeMs} ${ctimeMs} ${size} ${ino}`, bytes: size };
}
