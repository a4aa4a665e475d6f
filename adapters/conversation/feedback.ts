import * as v from "valibot";
import type { Observer, Who } from "./chat-adapter.ts";
import type { State } from "./state.ts";
import { createTurns } from "./turns.ts";

const VOTE = v.picklist(["up", "down"]);
const KEPT = v.object({ vote: VOTE, reason: v.nullable(v.string()) });

/** Whether an answer helped the person who pressed the button. */
export type Vote = v.InferOutput<typeof VOTE>;

/** What people think of answers: one vote for each person and answer, the last one counts. */
export type Feedback = ReturnType<typeof createFeedback>;

const FEEDBACK_TTL_MS = 180 * 24 * 60 * 60_000;

/** The longest reason that is kept; the platforms' forms hold as much. */
export const MAX_REASON_LENGTH = 1000;

/** Keeps the votes in `state`. */
export function createFeedback(state: State, observer: Observer) {
  const turns = createTurns();
  /** What a person says of an answer takes the place of what they said before, one after the other. */
  const put = (answerId: string, voter: Who, vote: Vote, reason: string | null) => {
    const key = `feedback:${answerId}:${voter.platform}:${voter.person}`;
    return turns.take(key, async () => {
      const { success, output: before } = v.safeParse(KEPT, await state.get(key));
      const instead = success ? before.vote : null;
      if (vote === instead && reason === null) return;
      await state.set(key, { vote, reason }, FEEDBACK_TTL_MS);
      observer.voted(voter, { answerId, vote, instead, reason });
    });
  };
  return {
    vote: (answerId: string, voter: Who, vote: Vote) => put(answerId, voter, vote, null),
    /** Adds in their own words why an answer did not help. */
    explain: (answerId: string, voter: Who, reason: string) =>
      put(answerId, voter, "down", reason.slice(0, MAX_REASON_LENGTH)),
  };
}
