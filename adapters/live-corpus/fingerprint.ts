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
  const { names, files } = await look(dir);
  return [...files.map(({ file, stats }) => `${file} ${markOf(stats)}`), ...names].join("\n");
}

/** What each file that is served from a corpus folder looks like: another text after any change to it, with its size in bytes. */
export async function marksIn(dir: string): Promise<ReadonlyMap<string, FileMark>> {
  const { files } = await look(dir);
  return new Map(files.map(({ file, stats }) => [file, { mark: markOf(stats), bytes: stats?.size ?? 0 }]));
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

function markOf(stats: Stats | null): string {
  // Whoever copies an older version over a file keeps its old time, so the time of the copying counts too.
  return stats === null ? "gone" : `${stats.mtimeMs} ${stats.ctimeMs} ${stats.size} ${stats.ino}`;
}

interface Look {
  /** Of everything in the articles folder. */
  readonly names: readonly string[];
  /** What is served, with `null` for what is not there. */
  readonly files: readonly { readonly file: string; readonly stats: Stats | null }[];
}

async function look(dir: string): Promise<Look> {
  const folder = join(dir, "articles");
  const names = (await readdir(folder).catch(() => [])).sort();
  const served = [join(dir, "glossary.yaml"), ...names.filter(isArticleName).map((name) => join(folder, name))];
  const files: Look["files"][number][] = [];
  for (let at = 0; at < served.length; at += AT_ONCE)
    files.push(...(await Promise.all(served.slice(at, at + AT_ONCE).map(lookAt))));
  return { names, files };
}

async function lookAt(file: string): Promise<Look["files"][number]> {
  return { file, stats: await stat(file).catch(() => null) };
}
