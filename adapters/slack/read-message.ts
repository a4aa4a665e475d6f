import { withoutAddressees } from "../conversation/addressed.ts";
import { isRecord } from "../conversation/parse-json.ts";
import type { Said } from "../conversation/platform.ts";
import { answerOfBlock } from "./action-ids.ts";
import { readMrkdwn } from "./markup.ts";

/** A message of a person, as an event tells of it. */
export interface PostedMessage {
  readonly kind: "said";
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  /** The first message of its thread; `null` where it stands in none, or begins it itself. */
  readonly threadTs: string | null;
  readonly text: string;
  /** What it shows of another message, which was shared with it; `null` where none was. */
  readonly shared: string | null;
  /** When it was changed, in the form of `ts`; `null` where it is new. */
  readonly editedTs: string | null;
  readonly isDirect: boolean;
}

/** A message was deleted. */
export interface Deleted {
  readonly kind: "deleted";
  readonly channel: string;
  readonly ts: string;
}

/** Subtypes of messages in which a person says something anew; all others are edits, joins and the like. */
const SPOKEN = [undefined, "file_share", "thread_broadcast", "me_message"];

/** Reads an `app_mention` or `message` event; `null` for what no person has said or changed, such as words of bots. */
export function readMessageEvent(event: unknown): PostedMessage | Deleted | null {
  if (!isRecord(event) || typeof event.channel !== "string") return null;
  const deletedTs = readDeletion(event);
  if (deletedTs !== null) return { kind: "deleted", channel: event.channel, ts: deletedTs };
  const { channel, channel_type, message } = event;
  if (event.subtype !== "message_changed" || !isRecord(message)) return readSaid(event);
  // What Slack itself changes, as when it adds a preview, is not marked as edited.
  return isRecord(message.edited) ? readSaid({ ...message, channel, channel_type }) : null;
}

function readSaid(event: Readonly<Record<string, unknown>>): PostedMessage | null {
  const { channel, user, ts, thread_ts, text, edited } = event;
  if (!SPOKEN.some((subtype) => event.subtype === subtype) || event.bot_id !== undefined) return null;
  if (typeof channel !== "string" || typeof user !== "string" || typeof ts !== "string") return null;
  if (event.hidden === true || (isRecord(edited) && edited.user !== user)) return null;
  return {
    kind: "said",
    ...{ channel, user, ts },
    threadTs: typeof thread_ts === "string" && thread_ts !== ts ? thread_ts : null,
    text: typeof text === "string" ? text : "",
    shared: readShared(event),
    editedTs: isRecord(edited) && typeof edited.ts === "string" ? edited.ts : null,
    isDirect: event.channel_type === "im" || channel.startsWith("D"),
  };
}

/** The words of the first message that was shared with one. */
function readShared({ attachments }: { readonly attachments?: unknown }): string | null {
  const shown: readonly unknown[] = Array.isArray(attachments) ? attachments : [];
  const [text = ""] = shown.flatMap((one) =>
    isRecord(one) && (one.is_share === true || one.is_msg_unfurl === true) && typeof one.text === "string"
      ? [readMrkdwn(one.text, null)]
      : [],
  );
  return text === "" ? null : text;
}

/**
 * What a message says that a question is about: an answer of Talks, or the question above one, by the name of a block;
 * or its words. In direct messages all others of a bot are Talks' own.
 */
export function readAbout(message: unknown, { isDirect }: { readonly isDirect: boolean }): Said | null {
  if (!isRecord(message) || message.subtype === "tombstone") return null;
  const blocks: readonly unknown[] = Array.isArray(message.blocks) ? message.blocks : [];
  const names = blocks.map((block) => (isRecord(block) && typeof block.block_id === "string" ? block.block_id : ""));
  const answerId = names.map(answerOfBlock).find((id) => id !== null);
  if (answerId) return { kind: "answer", answerId };
  if (isDirect && message.bot_id !== undefined) return null;
  const text = wordsIn(message);
  return text === "" ? null : { kind: "words", text };
}

/** The words of a message, or of the one that was shared with it. */
export function wordsIn(message: { readonly text?: unknown; readonly attachments?: unknown }): string {
  const words = typeof message.text === "string" ? withoutAddressees(message.text) : "";
  return readMrkdwn(words, null) || (readShared(message) ?? "");
}

function readDeletion(event: Readonly<Record<string, unknown>>): string | null {
  if (event.subtype === "message_deleted" && typeof event.deleted_ts === "string") return event.deleted_ts;
  // A message that has replies leaves a tombstone.
  const { message } = event;
  const isTombstone = event.subtype === "message_changed" && isRecord(message) && message.subtype === "tombstone";
  return isTombstone && typeof message.ts === "string" ? message.ts : null;
}
