import type { State } from "../conversation/state.ts";

/**
 * Does something for a message of Slack's one time, however often and under however many events it is delivered, also where
 * the process ends in between: then the next one takes up the question, and no second delivery does.
 */
export type Once = (key: string, work: () => Promise<void>) => Promise<void>;

/** Slack delivers again after about a minute and five minutes. */
const KNOWN_MS = 60 * 60_000;

/** Keeps in `state` what has been begun; what fails may be tried again. */
export function createOnce(state: State): Once {
  return async (key, work) => {
    const stateKey = `slack:once:${key}`;
    // Where the state fails, a second answer is better than none.
    if (!(await state.claim(stateKey, KNOWN_MS).catch(() => true))) return;
    try {
      await work();
    } catch (error) {
      await state.delete(stateKey);
      throw error;
    }
  };
}
