import type { Engine } from "../../src/index.ts";
import type { Log } from "../log.ts";
import { type Answering, createAnswering } from "./answering.ts";
import { type Conversations, createConversations } from "./conversations.ts";
import type { FairUse } from "./fair-use.ts";
import { createFeedback, type Feedback } from "./feedback.ts";
import type { Observer } from "./observer.ts";
import { createPending, type Pending } from "./pending.ts";
import type { State } from "./state.ts";
import { createTurns, type Turns } from "./turns.ts";

/** What every platform is given by the composition root. */
export interface ChatOptions {
  /** The engine as it is now: it changes when the corpus does. */
  readonly engine: () => Engine;
  readonly state: State;
  readonly fairUse: FairUse;
  readonly observer: Observer;
  readonly log: Log;
}

/** What the listeners of every platform share. */
export interface ChatServices extends ChatOptions {
  readonly answering: Answering;
  readonly conversations: Conversations;
  readonly feedback: Feedback;
  readonly pending: Pending;
  readonly turns: Turns;
}

/** Sets up what the listeners of a platform share. */
export function createChatServices(platform: string, options: ChatOptions): ChatServices {
  const { engine, state, fairUse, observer, log } = options;
  return {
    engine,
    state,
    fairUse,
    observer,
    log,
    answering: createAnswering(engine, state, observer),
    conversations: createConversations(state),
    feedback: createFeedback(state, observer),
    pending: createPending(state, platform, log),
    turns: createTurns(),
  };
}
