import * as v from "valibot";
import type { Answer } from "../../src/index.ts";

/** The kept form of a `Who`. */
export const WHO = v.object({
  platform: v.string(),
  /** The person's id on the platform; it is kept as a fingerprint, and only where questions are stored. */
  person: v.string(),
});

/** Who asked or voted, and where. */
export type Who = Readonly<v.InferOutput<typeof WHO>>;

/** A question and the answer that was found for it. */
export interface Answered {
  readonly answerId: string;
  readonly answer: Answer;
  readonly seconds: number;
}

/** A vote on an answer. */
export interface Voted {
  readonly answerId: string;
  readonly vote: "up" | "down";
  /** The vote of the same person that it takes the place of, the same one too; `null` where it is their first. */
  readonly instead: "up" | "down" | null;
  readonly reason: string | null;
}

/** Sees what happens to questions, for those who run the bot. Nobody has to wait for it, and it never fails. */
export interface Observer {
  answered(who: Who, answered: Answered): void;
  /** A question that got a sentence instead of an answer: something broke, or it was one too many. */
  turnedAway(who: Who, question: string, outcome: "failed" | "refused"): void;
  voted(who: Who, voted: Voted): void;
}
