import * as v from "valibot";
import type { Answer, Engine } from "../../src/index.ts";
import type { Log } from "../log.ts";
import type { State } from "./state.ts";

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

/** The kept form of an `Asking`. */
export const ASKING = v.object({
  ...WHO.entries,
  /** The channel's id, and for a thread that is a channel of its own, its parent's. */
  channels: v.pipe(v.array(v.string()), v.readonly()),
  /** Whether this is a conversation of one person with Talks; such are always allowed. */
  isDirect: v.boolean(),
  /** Whether Talks was called: by a mention, a command or a button, not by a plain message in its thread. */
  isAddressed: v.boolean(),
  /**
   * An answer, or a button that shows more of one; or a trifle, such as a vote or what is offered while somebody types,
   * of which people may have more.
   */
  demand: v.picklist(["answer", "trifle"]),
});

/** Something that a person wants, before it is done: who asks where, how, and for what. */
export type Asking = Readonly<v.InferOutput<typeof ASKING>>;

/** `refuse`: the person is told why. `ignore`: the message was not for Talks, and nothing is said. */
export type Decision =
  | { readonly kind: "answer" }
  | { readonly kind: "refuse"; readonly message: string }
  | { readonly kind: "ignore" };

/** Decides what is done for people. */
export interface FairUse {
  decide(asking: Asking): Promise<Decision>;
}

/** What every platform is given by the composition root. */
export interface ChatOptions {
  /** The engine as it is now: it changes when the corpus does. */
  readonly engine: () => Engine;
  readonly state: State;
  readonly fairUse: FairUse;
  readonly observer: Observer;
  readonly log: Log;
}

/** How the connection to a platform is. */
export type ConnectionState =
  | { readonly kind: "connected" }
  /** Not there for now; it is made again. `why` is a sentence for the operator. */
  | { readonly kind: "lost"; readonly why: string }
  /** The platform has turned the bot away, which trying again does not mend. */
  | { readonly kind: "refused"; readonly why: string };

/** Told whenever the connection changes after the start; the same may be told twice. */
export type ConnectionListener = (state: ConnectionState) => void;

/** A chat platform that is connected to the engine. */
export interface ChatAdapter {
  readonly name: string;
  /**
   * Resolves once questions are taken; from then on the adapter itself makes a lost connection again, and tells
   * `onChange`. Rejects with a sentence for the operator where it cannot connect: with an UnreachableError where it may
   * be called again later, with another error where that is of no use.
   */
  start(onChange?: ConnectionListener): Promise<void>;
  /** Takes no more questions, finishes those in flight, disconnects; also while it starts. */
  stop(): Promise<void>;
}
