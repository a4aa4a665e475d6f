import { randomBytes } from "node:crypto";
import * as v from "valibot";
import type { Question } from "../../src/index.ts";
import { ASKING } from "./chat-adapter.ts";

/** A question of the core, as it is kept; the compiler sees to it that no part of a question is left out. */
export const QUESTION = v.object({
  text: v.string(),
  earlier: v.exactOptional(v.pipe(v.array(v.string()), v.readonly())),
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
  v.object({ kind: v.literal("thanks") }),
  v.object({ kind: v.literal("question"), question: QUESTION }),
]);

/** The kept form of a `Continuation`. */
export const CONTINUATION = v.variant("kind", [
  v.object({ kind: v.literal("opens") }),
  v.object({
    kind: v.literal("joins"),
    key: v.string(),
    openedBy: OPENED_BY,
    /** The question of this conversation that it takes the place of. */
    instead: v.exactOptional(v.string()),
  }),
  v.object({ kind: v.literal("overhears"), key: v.string() }),
  v.object({ kind: v.literal("alone"), earlier: v.pipe(v.array(v.string()), v.readonly()) }),
]);

const REFERENCE = v.object({
  channel: v.string(),
  message: v.string(),
  /** What stands above the message, such as the title of a post. */
  title: v.nullable(v.string()),
  /** Whether it is replied to; else it begins the thread, and counts where nothing was asked in it before. */
  isReply: v.boolean(),
});

const EDIT = v.object({
  /** The key under which the message was taken, if it was a question before. */
  of: v.string(),
  /** When the message was written and when it was changed, in milliseconds since 1970, by the platform's clock. */
  writtenAt: v.number(),
  at: v.number(),
});

/** A message that a question is about: who asks "did he say that?" means what stands there. */
export type Reference = v.InferOutput<typeof REFERENCE>;

/** What somebody wants to be shown. */
export type Request = v.InferOutput<typeof REQUEST>;

/**
 * The conversation that a question goes on with: one in a thread that is still to be opened; one that it joins, so that
 * the next question leans on it; one that it leans on without a trace, since only the asker sees the answer; or none.
 */
export type Continuation = v.InferOutput<typeof CONTINUATION>;

const ASKED = v.object({
  /** The name of the delivery: what a platform delivers again has the same. */
  key: v.string(),
  /** The id of the answer: its buttons carry it, and it is found by it where it may have been written before. */
  answerId: v.string(),
  request: REQUEST,
  asker: ASKING,
  /** Whether it counts for the limits and figures of its asker; an answer that is shown to others does not. */
  isCounted: v.boolean(),
  continuation: CONTINUATION,
  /** A question without words asks what this message asks. */
  about: v.nullable(REFERENCE),
  /** The message was changed, and asks this only since then. */
  edit: v.nullable(EDIT),
});

/**
 * What a person asked: plain data, so that it can be kept and answered by a process that comes after this one. `place` is where
 * the answer goes, in the platform's own terms.
 */
export type Asked<Place> = Readonly<v.InferOutput<typeof ASKED>> & { readonly place: Place };

/** The one form in which everything that is pending is kept; `place` is the platform's part of it. */
export function askedSchema<Place>(place: v.GenericSchema<unknown, Place>): v.GenericSchema<unknown, Asked<Place>> {
  return v.intersect([ASKED, v.object({ place })]);
}

type Usual = "answerId" | "isCounted" | "about" | "edit";

/** What is asked, of which only what is not usual is said. */
export function askedFor<Place>(asked: Omit<Asked<Place>, Usual> & Partial<Pick<Asked<Place>, Usual>>): Asked<Place> {
  return { answerId: createAnswerId(), isCounted: true, about: null, edit: null, ...asked };
}

const ID_BYTES = 9;

/** An id of its own: 12 characters, so that a button's id stays far below every platform's limit. */
export function createAnswerId(): string {
  return randomBytes(ID_BYTES).toString("base64url");
}
