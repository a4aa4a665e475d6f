import { existsSync } from "node:fs";
import type { Who } from "../conversation/observer.ts";
import type { Log } from "../log.ts";
import { messageOf, OperatorError } from "../operator-error.ts";
import { FolderTakenError } from "../state/folder-lock.ts";
import { type OpenState, openState } from "../state/open-state.ts";
import { createFairUse } from "./fair-use.ts";
import type { FairUseConfig } from "./fair-use-config.ts";
import { askToForget } from "./forget-socket.ts";
import { describeForgotten, forgetPerson } from "./forgetting.ts";

/** Where the bot of this configuration keeps what it keeps. */
export interface ForgetOptions {
  readonly stateDir: string;
  readonly stateUrl: string | null;
  readonly fairUse: FairUseConfig;
}

const PERSON = /^([a-z]+):(\S+)$/;

/** Reads `PLATFORM:ID`; `null` where it is something else. */
export function parsePerson(text: string): Who | null {
  const [, platform, person] = PERSON.exec(text) ?? [];
  return platform && person ? { platform, person } : null;
}

/**
 * Removes all that is kept of a person, also while the bot runs; resolves with what was removed, in words.
 * @throws OperatorError where the state cannot be had.
 */
export async function runForget(who: Who, { stateDir, stateUrl, fairUse }: ForgetOptions, log: Log): Promise<string> {
  if (stateUrl === null && !existsSync(stateDir)) return `Nothing is kept in ${stateDir}.\n`;
  const trouble = watchForErrors(log);
  const opened = await openOrAsk(who, { stateDir, stateUrl }, trouble.log);
  if (typeof opened === "string") return opened;
  const { state, redis } = opened;
  try {
    const limits = createFairUse(fairUse, redis, trouble.log);
    const forgotten = await forgetPerson({ state, stateDir, limits }, who).catch((error: unknown) => {
      throw new OperatorError(`Not everything could be removed: ${messageOf(error)}.`);
    });
    if (trouble.wasMet())
      throw new OperatorError("Not everything could be removed; mend what stands above, and try again.");
    return describeForgotten(who, forgotten);
  } finally {
    await state.close();
  }
}

/** A state serves on where it cannot write, and only its log tells; that is not enough here. */
function watchForErrors(log: Log): { readonly log: Log; wasMet(): boolean } {
  let isMet = false;
  const error: Log["error"] = (message, data) => {
    isMet = true;
    log.error(message, data);
  };
  return { log: { ...log, error }, wasMet: () => isMet };
}

/** The state, or, where a running bot has it, what that one says. */
async function openOrAsk(
  who: Who,
  { stateDir, stateUrl }: Pick<ForgetOptions, "stateDir" | "stateUrl">,
  log: Log,
): Promise<OpenState | string> {
  try {
    return await openState({ stateDir, stateUrl }, log);
  } catch (taken) {
    if (!(taken instanceof FolderTakenError)) throw taken;
    const reply = await askToForget(stateDir, who).catch((error: unknown) => {
      throw new OperatorError(
        `The bot that uses ${stateDir} could not do it (${messageOf(error)}); its log says more.`,
      );
    });
    if (reply === null)
      throw new OperatorError(`The bot that uses ${stateDir} cannot be asked to; stop it, and try again.`);
    return reply;
  }
}
