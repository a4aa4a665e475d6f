import type { Question } from "../../src/index.ts";
import { parseQuestion, questionJson } from "../conversation/answering.ts";
import type { OpenedBy } from "../conversation/conversations.ts";
import { isRecord, stringsOf } from "../conversation/parse-json.ts";
import type { Json } from "../conversation/state.ts";
import { personOf } from "./asking.ts";
import type { DiscordApi } from "./discord-api.ts";
import { openDraft, parseDraftPlace } from "./lasting-draft.ts";
import type { Conversation, NamedPlace, ThreadRoot } from "./place.ts";

/** A question and the place of its answer. */
export interface PlacedQuestion {
  readonly question: Question;
  readonly place: NamedPlace;
}

/** A question as it is kept until it is answered. */
export function questionLeft({ question, place }: PlacedQuestion): Json {
  const { draft, heading, audience, asker, conversation, answerId } = place;
  return {
    question: questionJson(question),
    draft: { ...draft.place },
    conversation: conversationJson(conversation),
    ...{ heading, audience, person: asker.person, answerId },
  };
}

/** Reads a question that was kept, and opens its draft again; `null` for anything else. */
export function parseQuestionLeft(value: unknown, api: DiscordApi): PlacedQuestion | null {
  if (!isRecord(value)) return null;
  const { heading, audience, person, answerId } = value;
  const question = parseQuestion(value.question);
  const [draft, conversation] = [parseDraftPlace(value.draft), parseConversation(value.conversation)];
  if (question === null || draft === null || conversation === null) return null;
  if (typeof person !== "string" || typeof answerId !== "string") return null;
  return {
    question,
    place: {
      draft: openDraft(api, draft),
      heading: typeof heading === "string" ? heading : null,
      audience: audience === "everyone" ? "everyone" : "asker",
      asker: personOf(person),
      ...{ conversation, answerId },
    },
  };
}

function conversationJson(conversation: Conversation): Json {
  return conversation.kind === "new-thread" ? { ...conversation, from: { ...conversation.from } } : { ...conversation };
}

function parseConversation(value: unknown): Conversation | null {
  if (!isRecord(value)) return null;
  const { kind, channelId } = value;
  if (kind === "alone") return { kind, earlier: stringsOf(value.earlier) };
  if (typeof channelId !== "string") return null;
  const [from, openedBy] = [parseRoot(value.from), OPENINGS.find((known) => known === value.openedBy)];
  if (kind === "new-thread" && from !== null) return { kind, channelId, from };
  return kind === "channel" && openedBy !== undefined ? { kind, channelId, openedBy } : null;
}

const OPENINGS: readonly OpenedBy[] = ["command", "mention", "dm"];

function parseRoot(value: unknown): ThreadRoot | null {
  if (!isRecord(value)) return null;
  if (typeof value.messageId === "string") return { messageId: value.messageId };
  return typeof value.token === "string" ? { token: value.token } : null;
}
