import * as v from "valibot";
import type { Question } from "../../src/index.ts";
import type { Asking } from "./fair-use.ts";

/** A question of the core, as it is kept; the compiler sees to it that no part of a question is left out. */
export const QUESTION = v.object({
  text: v.string(),
  earlier: v.exactOptional(v.array(v.string())),
  context: v.exactOptional(v.string()),
  speaker: v.exactOptional(v.string()),
  source: v.exactOptional(v.string()),
  since: v.exactOptional(v.string()),
  until: v.exactOptional(v.string()),
} satisfies Record<keyof Question, v.GenericSchema>);

/** How a conversation began; in a thread that Talks opened, plain questions are answered too. */
export const OPENED_BY = v.picklist(["command", "mention", "dm"]);

const REQUEST = v.variant("kind", [
  v.object({ kind: v.literal("help"), isNothingAsked: v.boolean() }),
  v.object({ kind: v.literal("sources") }),
  v.object({ kind: v.literal("question"), question: QUESTION }),
]);

const CONTINUATION = v.variant("kind", [
  v.object({ kind: v.literal("opens") }),
  v.object({ kind: v.literal("joins"), key: v.string(), openedBy: OPENED_BY }),
  v.object({ kind: v.literal("overhears"), key: v.string() }),
  v.object({ kind: v.literal("alone"), earlier: v.array(v.string()) }),
]);

const ASKING = v.object({
  platform: v.string(),
  person: v.string(),
  channels: v.array(v.string()),
  isDirect: v.boolean(),
  isAddressed: v.boolean(),
  demand: v.picklist(["answer", "trifle"]),
}) satisfies v.GenericSchema<unknown, Asking>;

/** What somebody wants to be shown. */
export type Request = v.InferOutput<typeof REQUEST>;

/**
 * The conversation that a question goes on with: one in a thread that is still to be opened; one that it joins, so that
 * the next question leans on it; one that it leans on without a trace, since only the asker sees the answer; or none.
 */
export type Continuation = v.InferOutput<typeof CONTINUATION>;

/** What a person asked: plain data, so that it can be kept and answered by a process that comes after this one. */
export interface Asked<Place> {
  /** The name of the delivery: what a platform delivers again has the same. */
  readonly key: string;
  /** The id of the answer: its buttons carry it, and it is found by it where it may have been written before. */
  readonly answerId: string;
  readonly request: Request;
  readonly asker: Asking;
  /** Whether it counts for the limits and figures of its asker; an answer that is shown to others does not. */
  readonly isCounted: boolean;
  readonly continuation: Continuation;
  /** Where the answer goes, in the platform's own terms. */
  readonly place: Place;
}

/** The one form in which everything that is pending is kept; `place` is the platform's part of it. */
export function askedSchema<Place>(place: v.GenericSchema<unknown, Place>): v.GenericSchema<unknown, Asked<Place>> {
  return v.object({
    key: v.string(),
    answerId: v.string(),
    request: REQUEST,
    asker: ASKING,
    isCounted: v.boolean(),
    continuation: CONTINUATION,
    place,
  });
}
