import type { OpenedBy } from "../conversation/conversations.ts";

/** A conversation, by its key, and how it began where it begins now. */
export interface ConversationPlace {
  readonly key: string;
  readonly openedBy: OpenedBy;
}

/** The conversation of a thread in a channel. */
export function threadConversation(channel: string, threadTs: string, openedBy: OpenedBy): ConversationPlace {
  return { key: `slack:${channel}:${threadTs}`, openedBy };
}

/**
 * The conversation of a person with Talks: their direct messages, which have no threads unless the person opens one. It is
 * named by the person, since a question from the App Home knows of no channel.
 */
export function directConversation(team: string, user: string, threadTs: string | null): ConversationPlace {
  return { key: `slack:${team}:dm:${user}${threadTs === null ? "" : `:${threadTs}`}`, openedBy: "dm" };
}
