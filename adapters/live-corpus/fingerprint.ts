import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isArticleName } from "../../src/index.ts";

const AT_ONCE = 32;

/**
 * What a corpus folder looks like from outside: another text after any change to a file that is served from it, and after
 * something else has come to it or gone.
 */
export async function fingerprint(dir: string): Promise<string> {
  const folder = join(dir, "articles");
  const names = (await readdir(folder).catch(() => [])).sort();
  const files = [join(dir, "glossary.yaml"), ...names.filter(isArticleName).map((name) => join(folder, name))];
  const marks: string[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE)
    marks.push(...(await Promise.all(files.slice(at, at + AT_ONCE).map(markOf))));
  return [...marks, ...names].join("\n");
}

async function markOf(file: string): Promise<string> {
  // Whoever copies an older version over a file keeps its old time, so the time of the copying counts too.
  const mark = await stat(file).then(
    ({ mtimeMs, ctimeMs, size, ino }) => `${mtimeMs} ${ctimeMs} ${size} ${ino}`,
    () => "gone",
  );
  return `${file} ${mark}`;
}
