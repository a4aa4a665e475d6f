import type { Engine } from "../../src/index.ts";
import type { Log } from "../log.ts";
import type { FairUse } from "./fair-use.ts";
import type { Observer } from "./observer.ts";
import type { State } from "./state.ts";

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
