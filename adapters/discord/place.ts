import type { OpenedBy } from "../conversation/conversations.ts";
import type { Who } from "../conversation/observer.ts";
import type { Audience } from "./discord-bot.ts";
import type { LastingDraft } from "./lasting-draft.ts";

/** Where an answer goes, and which questions came before it. */
export interface Place {
  /** The message that holds the answer; for a new thread the one it hangs on, or the answer where no thread can be. */
  readonly draft: LastingDraft;
  /** Markdown above the answer in `draft`; `null` where the message replies to the question anyway. */
  readonly heading: string | null;
  readonly audience: Audience;
  readonly asker: Who;
  readonly conversation: Conversation;
}

/** A place with the id that its answer will have, which also keeps one in a new thread from being posted twice. */
export interface NamedPlace extends Place {
  readonly answerId: string;
}

/** A thread still to be made, the thread or direct messages one is in, or no lasting conversation at all. */
export type Conversation =
  | { readonly kind: "new-thread"; readonly channelId: string; readonly from: ThreadRoot }
  | { readonly kind: "channel"; readonly channelId: string; readonly openedBy: OpenedBy }
  | { readonly kind: "alone"; readonly earlier: readonly string[] };

/** What a new thread hangs on: the message that asks, or the reply to the interaction with this token. */
export type ThreadRoot = { readonly messageId: string } | { readonly token: string };

/** The name under which a thread or direct-message channel is remembered; ids are unique across Discord. */
export function conversationKey(channelId: string): string {
  return `discord:${channelId}`;
}
