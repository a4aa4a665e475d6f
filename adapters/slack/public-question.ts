import type { OpenedBy } from "../conversation/conversations.ts";
import type { Who } from "../conversation/observer.ts";
import { isRecord, stringsOf } from "../conversation/parse-json.ts";
import type { Json } from "../conversation/state.ts";
import { personOf } from "./asking.ts";
import type { ConversationPlace } from "./places.ts";
import type { Place } from "./post.ts";
import { parseWorkspace, type Workspace } from "./workspace.ts";

/** A question that is answered where everyone in the conversation sees it. */
export interface PublicQuestion {
  readonly text: string;
  readonly conversation: ConversationPlace;
  readonly place: Place;
  /** What it goes on from; left out, the questions of the conversation. */
  readonly earlier?: readonly string[];
  /** Whoever asked, where no message above the answer shows the question. */
  readonly askedBy: string | null;
  /** Whoever the question counts for; `null` where it was counted before. */
  readonly asker: Who | null;
  readonly workspace: Workspace;
}

/** A public question with the id that its answer will have. */
export interface NamedQuestion extends PublicQuestion {
  readonly answerId: string;
}

/** A question as it is kept until it is answered. */
export function questionLeft(question: NamedQuestion): Json {
  const { text, conversation, place, earlier = null, askedBy, asker, workspace, answerId } = question;
  const person = asker?.person ?? null;
  const where = { conversation: { ...conversation }, place: { ...place }, workspace: { ...workspace } };
  return { text, earlier, askedBy, person, answerId, ...where };
}

/** Reads a question that was kept; `null` for anything else. */
export function parseQuestionLeft(value: unknown): NamedQuestion | null {
  if (!isRecord(value)) return null;
  const { text, answerId, askedBy, earlier, person } = value;
  const [conversation, place] = [parseConversation(value.conversation), parsePlace(value.place)];
  if (typeof text !== "string" || typeof answerId !== "string" || conversation === null || place === null) return null;
  return {
    ...{ text, answerId, conversation, place },
    askedBy: typeof askedBy === "string" ? askedBy : null,
    asker: typeof person === "string" ? personOf(person) : null,
    workspace: parseWorkspace(value.workspace),
    ...(Array.isArray(earlier) ? { earlier: stringsOf(earlier) } : {}),
  };
}

function parseConversation(value: unknown): ConversationPlace | null {
  if (!isRecord(value) || typeof value.key !== "string") return null;
  const openedBy = OPENINGS.find((known) => known === value.openedBy);
  return openedBy === undefined ? null : { key: value.key, openedBy };
}

const OPENINGS: readonly OpenedBy[] = ["command", "mention", "dm"];

function parsePlace(value: unknown): Place | null {
  if (!isRecord(value) || typeof value.channel !== "string") return null;
  const { channel, threadTs, questionTs } = value;
  const ts = (one: unknown) => (typeof one === "string" ? one : null);
  return { channel, threadTs: ts(threadTs), questionTs: ts(questionTs) };
}
