import { existsSync } from "node:fs";
import type { Config } from "../config.ts";
import type { Who } from "../conversation/chat-adapter.ts";
import { type ForgottenEntries, forgetEntries } from "../conversation/forget.ts";
import type { State } from "../conversation/state.ts";
import type { Log } from "../log.ts";
import { messageOf, OperatorError } from "../operator-error.ts";
import { stateFileIn } from "../state/file-state.ts";
import { FolderTakenError } from "../state/folder-lock.ts";
import { wipeDamage } from "../state/lines.ts";
import { type OpenState, openState, type StateConfig } from "../state/open-state.ts";
import { createFairUse, type Limits } from "./fair-use.ts";
import { askToForget } from "./forget-socket.ts";
import { fingerprint, openQuestionFolder } from "./question-folder.ts";

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
export async function runForget(
  who: Who,
  { stateDir, stateUrl, fairUse }: Pick<Config, "stateDir" | "stateUrl" | "fairUse">,
  log: Log,
): Promise<string> {
  if (stateUrl === null && !existsSync(stateDir)) return `Nothing is kept in ${stateDir}.\n`;
  const trouble = watchForErrors(log);
  const opened = await openOrAsk(who, { stateDir, stateUrl }, trouble.log);
  if (typeof opened === "string") return opened;
  const { state, redis } = opened;
  try {
    const limits = createFairUse(fairUse, redis);
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
async function openOrAsk(who: Who, config: StateConfig, log: Log): Promise<OpenState | string> {
  const { stateDir } = config;
  try {
    return await openState(config, log);
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

/** How much was removed of a person, also from the question log and from lines that were put aside as damaged. */
type Forgotten = ForgottenEntries & Readonly<Record<"logged" | "damaged", number>>;

/** Where something is kept of people. */
interface Kept {
  readonly state: State;
  readonly stateDir: string;
  readonly limits: Limits;
}

/** Removes all that is kept under a person's id, from memory and from the disk. */
export async function forgetPerson({ state, stateDir, limits }: Kept, who: Who): Promise<Forgotten> {
  const records = await openQuestionFolder(stateDir).forget(fingerprint(who.platform, who.person));
  const answerIds = records.flatMap(({ kind, answerId }) =>
    kind === "question" && answerId !== null ? [answerId] : [],
  );
  const entries = await forgetEntries(state, who.person, answerIds);
  return {
    ...entries,
    limits: entries.limits + ((await limits.forget(who)) ? 1 : 0),
    logged: records.length,
    damaged: await wipeDamage(stateFileIn(stateDir), who.person),
  };
}

type Row = readonly [name: keyof Forgotten, one: string, many: string];

const ROWS: readonly Row[] = [
  ["votes", "vote on an answer", "votes on answers"],
  ["pending", "question that was being answered", "questions that were being answered"],
  ["answers", "question behind the buttons of an answer", "questions behind the buttons of answers"],
  ["conversations", "conversation", "conversations"],
  ["logged", "question or vote in the question log", "questions and votes in the question log"],
  ["limits", "count towards a limit", "counts towards a limit"],
  ["damaged", "damaged line", "damaged lines"],
  ["others", "other entry", "other entries"],
];

/** What was removed of a person, in plain words. */
export function describeForgotten({ platform, person }: Who, forgotten: Forgotten): string {
  const name = `${platform}:${person}`;
  const rows = ROWS.filter(([kind]) => forgotten[kind] > 0).map(
    ([kind, one, many]) => `${String(forgotten[kind]).padStart(6)}  ${forgotten[kind] === 1 ? one : many}\n`,
  );
  return rows.length === 0 ? `Nothing is kept of ${name}.\n` : `Removed what was kept of ${name}:\n${rows.join("")}`;
}
