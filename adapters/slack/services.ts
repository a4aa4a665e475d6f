import type { Engine } from "../../src/index.ts";
import type { Answering } from "../chat/answering.ts";
import type { Conversations } from "../chat/conversations.ts";
import type { FairUse } from "../chat/fair-use.ts";
import type { Feedback } from "../chat/feedback.ts";
import type { Observer } from "../chat/observer.ts";
import type { Pending } from "../chat/pending.ts";
import type { State } from "../chat/state.ts";
import type { Turns } from "../chat/turns.ts";
import type { Log } from "../log.ts";
import type { DeletedMessages } from "./deleted-messages.ts";
import type { Once } from "./once.ts";
import type { Post } from "./post.ts";

/** What the listeners share. */
export interface Services {
  readonly engine: () => Engine;
  readonly answering: Answering;
  readonly conversations: Conversations;
  readonly feedback: Feedback;
  readonly fairUse: FairUse;
  readonly observer: Observer;
  readonly pending: Pending;
  readonly turns: Turns;
  readonly state: State;
  readonly deleted: DeletedMessages;
  readonly once: Once;
  readonly post: Post;
  readonly log: Log;
  /** Runs a listener: what it does is waited for at a stop, and a failure is logged. */
  readonly handle: (what: string, work: () => Promise<void>) => Promise<void>;
}
