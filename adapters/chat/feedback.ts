import { isRecord } from "./parse-json.ts";
import type { State } from "./state.ts";

/** Whether an answer helped the person who pressed the button. */
export type Vote = "up" | "down";

/** What people think of answers: one vote for each person and answer, the last one counts. */
export interface Feedback {
  vote(answerId: string, voter: string, vote: Vote): Promise<void>;
  /** Adds in their own words why an answer did not help. */
  explain(answerId: string, voter: string, reason: string): Promise<void>;
}

const FEEDBACK_TTL_MS = 180 * 24 * 60 * 60_000;

/** The longest reason that is kept; the platforms' forms hold as much. */
export const MAX_REASON_LENGTH = 1000;

/** Keeps the votes in `state`. */
export function createFeedback(state: State): Feedback {
  const keyOf = (answerId: string, voter: string) => `feedback:${answerId}:${voter}`;
  return {
    async vote(answerId, voter, vote) {
      const before = await state.get(keyOf(answerId, voter));
      const reason = isRecord(before) && vote === before.vote ? before.reason : null;
      await state.set(
        keyOf(answerId, voter),
        { vote, reason: typeof reason === "string" ? reason : null },
        FEEDBACK_TTL_MS,
      );
    },
    async explain(answerId, voter, reason) {
      await state.set(
        keyOf(answerId, voter),
        { vote: "down", reason: reason.slice(0, MAX_REASON_LENGTH) },
        FEEDBACK_TTL_MS,
      );
    },
  };
}
