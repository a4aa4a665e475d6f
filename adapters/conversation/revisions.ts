import * as v from "valibot";
import { asTyped } from "../../src/index.ts";
import { type Asked, CONTINUATION } from "./asked.ts";
import { ANSWERED_WITHIN_MS } from "./pending.ts";
import type { State } from "./state.ts";

/** Questions that are changed after they were written. Nobody waits for it where the state fails. */
export interface Revisions<Place> {
  /** Notes where the answer to a message stands. */
  note(asked: Asked<Place>, own: Place): Promise<void>;
  /**
   * What a changed message asks: instead of what it asked before, if that was answered lately, and its answer changes; or
   * for the first time, if it was written just before; `null` where it asks nothing new.
   */
  read(asked: Asked<Place>): Promise<Asked<Place> | null>;
}

/** Whoever forgets to mention Talks notices within a minute; what is old by then was for somebody else. */
const ADDED_WITHIN_MS = 60_000;

/** For as long as somebody may still look at the answer; what is told of later is no change of the words, but a pin, say. */
const CHANGED_WITHIN_MS = ANSWERED_WITHIN_MS;

/** Keeps in `state` for a while where the answers of a platform stand. */
export function createRevisions<Place>(
  state: State,
  platform: string,
  place: v.GenericSchema<unknown, Place>,
  now: () => number = Date.now,
): Revisions<Place> {
  const schema = v.object({ person: v.string(), question: v.string(), continuation: CONTINUATION, place });
  const keyOf = (message: string) => `standing:${platform}:${message}`;
  const find = async (message: string) => {
    const { success, output } = v.safeParse(schema, await state.get(keyOf(message)).catch(() => null));
    return success ? output : null;
  };
  return {
    async note({ key, edit, asker: { person }, request, continuation }, own) {
      if (request.kind !== "question") return;
      const standing = { person, question: asTyped(request.question), continuation, place: own };
      const json = JSON.parse(JSON.stringify(standing));
      await state.set(keyOf(edit?.of ?? key), json, CHANGED_WITHIN_MS).catch(() => {});
    },
    async read(asked) {
      const { key, edit, request } = asked;
      const hasWords = request.kind === "question" && request.question.text !== "";
      // Whoever sends a mention too early adds the question to it.
      if (edit === null) return hasWords ? asked : { ...asked, key: `${key}:nothing` };
      if (!hasWords || now() - edit.at > CHANGED_WITHIN_MS) return null;
      const standing = await find(edit.of);
      // Under its first key it is answered only where it was no question before.
      if (standing === null) return edit.at - edit.writtenAt <= ADDED_WITHIN_MS ? { ...asked, key: edit.of } : null;
      if (asTyped(request.question) === standing.question) return null;
      const { question: instead, continuation, place: own } = standing;
      const goesOn = continuation.kind === "joins" ? { ...continuation, instead } : continuation;
      return { ...asked, continuation: goesOn, place: own };
    },
  };
}
