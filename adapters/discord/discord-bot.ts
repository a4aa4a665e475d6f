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
import type { DiscordApi } from "./discord-api.ts";

/** What every listener needs to answer. */
export interface DiscordBot {
  readonly api: DiscordApi;
  readonly engine: () => Engine;
  readonly answering: Answering;
  readonly conversations: Conversations;
  readonly feedback: Feedback;
  readonly fairUse: FairUse;
  readonly observer: Observer;
  readonly pending: Pending;
  readonly turns: Turns;
  readonly state: State;
  readonly log: Log;
}

/** Who may see an answer. */
export type Audience = "everyone" | "asker";
