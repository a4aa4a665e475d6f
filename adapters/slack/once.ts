import type { State } from "../chat/state.ts";

/** Does something for a message of Slack's one time, however often and under however many events it is delivered. */
export type Once = (key: string, work: () => Promise<void>) => Promise<void>;

/**
 * Slack delivers again after about a minute and five minutes. The claim is short until the work is done, so that a
 * question is not lost when the process ends in between.
 */
const WORKING_MS = 2 * 60_000;
const DONE_MS = 60 * 60_000;

/** Keeps in `state` what is being done and has been done. */
export function createOnce(state: State): Once {
  return async (key, work) => {
    const stateKey = `slack:once:${key}`;
    // Where the state fails, a second answer is better than none.
    if (!(await state.claim(stateKey, WORKING_MS).catch(() => true))) return;
    try {
      await work();
    } catch (error) {
      await state.delete(stateKey);
      throw error;
    }
    await state.set(stateKey, true, DONE_MS);
  };
}
