import type { Observer, Who } from "./observer.ts";
import { isRecord } from "./parse-json.ts";
import type { State } from "./state.ts";

/** Whether an answer helped the person who pressed the button. */
export type Vote = "up" | "down";

/** What people think of answers: one vote for each person and answer, the last one counts. */
export interface Feedback {
  vote(answerId: string, voter: Who, vote: Vote): Promise<void>;
  /** Adds in their own words why an answer did not help. */
  explain(answerId: string, voter: Who, reason: string): Promise<void>;
}

const FEEDBACK_TTL_MS = 180 * 24 * 60 * 60_000;

/** The longest reason that is kept; the platforms' forms hold as much. */
export const MAX_REASON_LENGTH = 1000;

/** Keeps the votes in `state`. */
export function createFeedback(state: State, observer: Observer): Feedback {
  const keyOf = (answerId: string, { platform, person }: Who) => `feedback:${answerId}:${platform}:${person}`;
  return {
    async vote(answerId, voter, vote) {
      const before = await state.get(keyOf(answerId, voter));
      const isSame = isRecord(before) && vote === before.vote;
      if (!isSame) observer.voted(voter, { answerId, vote, reason: null });
      const reason = isSame ? before.reason : null;
      await state.set(
        keyOf(answerId, voter),
        { vote, reason: typeof reason === "string" ? reason : null },
        FEEDBACK_TTL_MS,
      );
    },
    async explain(answerId, voter, words) {
      const reason = words.slice(0, MAX_REASON_LENGTH);
      observer.voted(voter, { answerId, vote: "down", reason });
      await state.set(keyOf(answerId, voter), { vote: "down", reason }, FEEDBACK_TTL_MS);
    },
  };
}
