import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fingerprint } from "./fingerprint.ts";

/** A change is told when the folder has been quiet for so long: editors and copies write in several steps. */
const QUIET_MS = 120;
/** … or when it has been noisy for so long. */
const MAX_NOISE_MS = 800;
/** The folder is looked at this often without being asked to, because not every file system tells of its changes. */
const LOOK_EVERY_MS = 1000;
/** Looking takes at most this part of the time, however many articles there are. */
const MAX_LOOKING_SHARE = 0.02;

/**
 * Tells of changes in the corpus folder since it had the fingerprint `seen`, one at a time: `onChange` is awaited before
 * the next is told. What the file system tells makes it fast, what is seen by looking makes it sure, also on network
 * drives and mounted volumes and when the folder is replaced as a whole.
 */
export function watchCorpus(dir: string, seen: string, onChange: () => Promise<void>) {
  const alarm = createAlarm();
  const watchers = [dir, join(dir, "articles")].flatMap((folder) => tryWatch(folder, alarm.ring));
  let isClosed = false;

  const run = async () => {
    let told = seen;
    while (!isClosed) {
      const began = performance.now();
      const latest = await fingerprint(dir);
      const lookedMs = performance.now() - began;
      if (latest !== told && !isClosed) {
        told = await settle(dir, latest);
        await onChange();
      } else {
        await alarm.wait(Math.max(LOOK_EVERY_MS, lookedMs / MAX_LOOKING_SHARE));
      }
    }
  };
  const running = run();
  return {
    /** Resolves once nothing is watched any more and the last telling is over. */
    async close(): Promise<void> {
      isClosed = true;
      for (const watcher of watchers) watcher.close();
      alarm.ring();
      await running;
    },
  };
}

/** The fingerprint once nothing changes any more, or when that takes too long. */
async function settle(dir: string, first: string): Promise<string> {
  const began = performance.now();
  let latest = first;
  for (;;) {
    await delay(QUIET_MS);
    const before = latest;
    latest = await fingerprint(dir);
    if (latest === before || performance.now() - began > MAX_NOISE_MS) return latest;
  }
}

function createAlarm() {
  let hasRung = false;
  let end = () => {};
  return {
    /** Ends the wait that is on, or the next one before it begins. */
    ring(): void {
      hasRung = true;
      end();
    },
    async wait(ms: number): Promise<void> {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      hasRung = false;
    },
  };
}

/** A folder that cannot be watched, or not any more, is looked at all the same. */
function tryWatch(folder: string, onEvent: () => void): FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, onEvent);
    watcher.on("error", () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}
