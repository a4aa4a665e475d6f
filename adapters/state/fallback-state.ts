import type { State } from "../conversation/state.ts";
import type { Log } from "../log.ts";
import { inTime } from "./in-time.ts";

/** No question waits longer than this for its memory. */
const PATIENCE_MS = 2000;

/**
 * A state that goes on in `spare` whenever `shared` fails or hangs, so that people get their answers. What is told to
 * the spare one meanwhile is not handed back. The change is logged once in each direction.
 */
export function createFallbackState(shared: State, spare: State, log: Log, patienceMs = PATIENCE_MS): State {
  let isDown = false;
  const attempt = async <T>(work: (state: State) => Promise<T>): Promise<T> => {
    try {
      const result = await inTime(work(shared), patienceMs);
      if (isDown) log.info("The shared state works again.");
      isDown = false;
      return result;
    } catch (error) {
      if (!isDown)
        log.error("The shared state does not work; this process goes on with a memory of its own.", { error });
      isDown = true;
      return await work(spare);
    }
  };
  return {
    get: (key) => attempt((state) => state.get(key)),
    set: (key, value, ttlMs) => attempt((state) => state.set(key, value, ttlMs)),
    delete: (key) => attempt((state) => state.delete(key)),
    keys: (prefix) => attempt((state) => state.keys(prefix)),
    claim: (key, ttlMs, value) => attempt((state) => state.claim(key, ttlMs, value)),
    async close() {
      await Promise.allSettled([shared.close(), spare.close()]);
    },
  };
}
