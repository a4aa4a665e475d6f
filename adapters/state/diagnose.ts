import { access, constants, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Check, failed, passed } from "../diagnosis.ts";
import type { Log } from "../log.ts";
import { messageOf } from "../operator-error.ts";
import { createFolderLock, FolderTakenError } from "./folder-lock.ts";
import type { StateConfig } from "./open-state.ts";
import { openRedisState } from "./redis-state.ts";

const NAME = "State";
const OWNER = "It belongs to another user (a container runs as uid 1000), or is on a read-only disk.";

/** Looks whether the state can be kept where the configuration wants it; a folder that is not there yet is not made. */
export async function diagnoseState({ stateDir, stateUrl }: StateConfig): Promise<Check> {
  if (stateUrl !== null) return diagnoseRedis(stateUrl);
  const dir = resolve(stateDir);
  const isThere = await stat(dir).then(
    () => true,
    () => false,
  );
  const written = isThere ? dir : await nearestFolder(dir);
  try {
    await access(written, constants.W_OK | constants.X_OK);
  } catch (error) {
    return failed(NAME, `${written} cannot be written (${messageOf(error)})`, OWNER);
  }
  return isThere ? diagnoseLock(dir) : passed(NAME, `${dir} is made at the first start`);
}

async function nearestFolder(dir: string): Promise<string> {
  const parent = dirname(dir);
  const isThere = await stat(parent).catch(() => null);
  return isThere || parent === dir ? parent : nearestFolder(parent);
}

/** The lock is held for a moment only, and by whoever has it already. */
async function diagnoseLock(dir: string): Promise<Check> {
  const warnings: string[] = [];
  const lock = createFolderLock(
    dir,
    listening((message) => void warnings.push(message)),
  );
  try {
    await lock.ensure();
    return passed(NAME, `${dir} can be written, and no bot uses it now`, warnings[0] ?? null);
  } catch (error) {
    if (error instanceof FolderTakenError) return passed(NAME, `${dir} is in use by ${error.holder}: a bot that runs`);
    return failed(NAME, `${dir} cannot be locked (${messageOf(error)})`, OWNER);
  } finally {
    await lock.release();
  }
}

async function diagnoseRedis(url: string): Promise<Check> {
  const { host } = new URL(url);
  try {
    const { state, probe } = await openRedisState(
      url,
      listening(() => {}),
    );
    try {
      await probe();
    } finally {
      await state.close();
    }
    return passed(NAME, `the Redis at ${host} answers and can be written`);
  } catch (error) {
    return failed(NAME, messageOf(error), "Start it, or mend STATE_URL; without it the state is in STATE_DIR.");
  }
}

function listening(warn: Log["warn"]): Log {
  const ignore = () => {};
  return { info: ignore, warn, error: ignore };
}
