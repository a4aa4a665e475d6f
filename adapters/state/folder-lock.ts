import { type FileHandle, mkdir, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import type { Log } from "../log.ts";
import { OperatorError } from "../operator-error.ts";
import { openRegular } from "./regular-file.ts";

/** Thrown where the state cannot be opened; nothing that is kept has been changed then. */
export class StateError extends OperatorError {
  override name = "StateError";
}

/** Keeps a folder for one process. */
export type FolderLock = ReturnType<typeof createFolderLock>;

/** Thrown where another process has the folder. */
export class FolderTakenError extends StateError {
  override name = "FolderTakenError";
  /** Who has it, in words. */
  readonly holder: string;
  constructor(dir: string, holder: string) {
    super(
      `The state in ${dir} is in use by ${holder}, and one folder is for one process. Stop that one, or give this one another STATE_DIR, or both a STATE_URL.`,
    );
    this.holder = holder;
  }
}

const LOCK = "state.lock";

/**
 * The lock of `dir`, not yet taken. It is one of the operating system, on a file that stays: the system frees it the moment
 * the process is gone, however it ends, and knows it across containers that share the folder, where a process id would
 * mean nothing. What stands in the file only tells people who has it.
 */
export function createFolderLock(dir: string, log: Log) {
  const path = join(dir, LOCK);
  let held: FileHandle | null = null;
  const release = async () => {
    const handle = held;
    held = null;
    await handle?.close();
  };
  return {
    /**
     * Makes sure that the folder is there and this process has it, also where somebody has moved the folder away.
     * @throws FolderTakenError where another process has it.
     */
    async ensure(): Promise<void> {
      if (held && (await isStillAt(path, held))) return;
      await release();
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const handle = await openRegular(path, "changing or creating");
      try {
        if (!(await tryLock(handle, log))) throw new FolderTakenError(dir, await describeHolder(handle));
        await handle.truncate(0);
        await handle.write(JSON.stringify({ pid: process.pid, host: hostname() }), 0);
        held = handle;
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    isHeld: () => held !== null,
    release,
  };
}

async function isStillAt(path: string, handle: FileHandle): Promise<boolean> {
  const [there, here] = await Promise.all([stat(path).catch(() => null), handle.stat()]);
  return there?.ino === here.ino && there.dev === here.dev;
}

/** Where nothing can be locked, as on some network folders, a warning has to do. */
async function tryLock(handle: FileHandle, log: Log): Promise<boolean> {
  try {
    const native = await import("fs-native-extensions");
    return native.tryLock(handle.fd);
  } catch (error) {
    log.warn("The folder of the state cannot be locked here: see to it that only one process uses it.", { error });
    return true;
  }
}

async function describeHolder(handle: FileHandle): Promise<string> {
  const { success, output } = v.safeParse(HOLDER, await handle.readFile("utf8"));
  return success ? `process ${output.pid} on ${output.host}` : "another process";
}

const HOLDER = v.pipe(v.string(), v.parseJson(), v.object({ pid: v.number(), host: v.string() }));
