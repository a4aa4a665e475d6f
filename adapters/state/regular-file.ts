import { constants, type Stats } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";

/** How a regular file is opened; the last two make it where it is not there, readable for its owner alone. */
export type OpenFor = "reading" | "changing" | "changing or creating" | "appending or creating";

const { O_RDONLY, O_RDWR, O_WRONLY, O_APPEND, O_CREAT, O_NONBLOCK } = constants;
const FLAGS: Readonly<Record<OpenFor, number>> = {
  reading: O_RDONLY,
  changing: O_RDWR,
  "changing or creating": O_RDWR | O_CREAT,
  "appending or creating": O_WRONLY | O_APPEND | O_CREAT,
};
// What people asked is in it.
const OWNER_ONLY = 0o600;

/** Thrown where something other than a regular file has the name of one. */
export class NotRegularError extends Error {
  override name = "NotRegularError";
}

/**
 * Opens a regular file, or a link to one. Opening a pipe would wait for its other end, and opening a device may set it in
 * motion, so that neither is opened.
 * @throws NotRegularError for both, and for folders; otherwise whatever the system says.
 */
export async function openRegular(path: string, openFor: OpenFor): Promise<FileHandle> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (found) demandRegular(path, found);
  const handle = await open(path, FLAGS[openFor] | O_NONBLOCK, OWNER_ONLY);
  try {
    // It may have changed in between.
    demandRegular(path, await handle.stat());
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function demandRegular(path: string, stats: Stats): void {
  if (!stats.isFile()) throw new NotRegularError(`${path} is ${kindOf(stats)}, not a regular file`);
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a pipe";
  return stats.isSocket() ? "a socket" : "a device";
}
