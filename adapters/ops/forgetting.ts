import { type ForgottenEntries, forgetEntries } from "../conversation/forget.ts";
import type { Who } from "../conversation/observer.ts";
import type { State } from "../conversation/state.ts";
import { wipeDamage } from "../state/damaged-lines.ts";
import { stateFileIn } from "../state/file-state.ts";
import type { Limits } from "./fair-use.ts";
import { openQuestionFolder } from "./question-folder.ts";
import { fingerprint } from "./question-record.ts";

/** How much was removed of a person. */
export interface Forgotten extends ForgottenEntries {
  /** Questions and votes in the question log. */
  readonly logged: number;
  /** Lines that were put aside as damaged. */
  readonly damaged: number;
}

/** Where something is kept of people. */
export interface Kept {
  readonly state: State;
  readonly stateDir: string | null;
  readonly limits: Limits;
}

/** Removes all that is kept under a person's id, from memory and from the disk. */
export async function forgetPerson({ state, stateDir, limits }: Kept, who: Who): Promise<Forgotten> {
  const records =
    stateDir === null ? [] : await openQuestionFolder(stateDir).forget(fingerprint(who.platform, who.person));
  const answerIds = records.flatMap(({ kind, answerId }) =>
    kind === "question" && answerId !== null ? [answerId] : [],
  );
  const entries = await forgetEntries(state, who.person, answerIds);
  return {
    ...entries,
    limits: entries.limits + ((await limits.forget(who)) ? 1 : 0),
    logged: records.length,
    damaged: stateDir === null ? 0 : await wipeDamage(stateFileIn(stateDir), who.person),
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
