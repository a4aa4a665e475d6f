import { randomBytes } from "node:crypto";
import { open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file aside and renames it into place, so that a reader and a crash see the old content or the new one and
 * never a half. Resolves once the content is on the disk.
 */
export async function replaceFile(
  file: string,
  content: string | Uint8Array | Iterable<Uint8Array>,
  mode = 0o644,
): Promise<void> {
  const aside = join(dirname(file), `${asidePrefix(file)}${randomBytes(6).toString("hex")}${ASIDE}`);
  try {
    const handle = await open(aside, "wx", mode);
    try {
      await writeFile(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/** Removes what a crash has left of files that were being written in the place of this one. */
export async function removeUnfinished(file: string): Promise<void> {
  const names = await readdir(dirname(file)).catch(() => []);
  const unfinished = names.filter((name) => name.startsWith(asidePrefix(file)) && name.endsWith(ASIDE));
  await Promise.all(unfinished.map((name) => rm(join(dirname(file), name), { force: true })));
}

const ASIDE = ".tmp";

function asidePrefix(file: string): string {
  return `.${basename(file)}.`;
}
