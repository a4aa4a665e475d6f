import { isRecord } from "../conversation/parse-json.ts";

/** A message of a person, as an event tells of it. */
export interface Said {
  readonly kind: "said";
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly text: string;
  readonly isDirect: boolean;
}

/** A message was deleted. */
export interface Deleted {
  readonly kind: "deleted";
  readonly channel: string;
  readonly ts: string;
}

/** Subtypes of messages in which a person says something anew; all others are edits, joins and the like. */
const SPOKEN = [undefined, "file_share", "thread_broadcast"];

/** Reads an `app_mention` or `message` event; `null` for what no person has just said, such as bots and edits. */
export function readMessageEvent(event: unknown): Said | Deleted | null {
  if (!isRecord(event) || typeof event.channel !== "string") return null;
  const deletedTs = readDeletion(event);
  if (deletedTs !== null) return { kind: "deleted", channel: event.channel, ts: deletedTs };
  if (!SPOKEN.some((subtype) => event.subtype === subtype)) return null;
  if (event.bot_id !== undefined || event.edited !== undefined || event.hidden === true) return null;
  if (typeof event.user !== "string" || typeof event.ts !== "string") return null;
  return {
    kind: "said",
    channel: event.channel,
    user: event.user,
    ts: event.ts,
    threadTs: typeof event.thread_ts === "string" ? event.thread_ts : null,
    text: typeof event.text === "string" ? event.text : "",
    isDirect: event.channel_type === "im" || event.channel.startsWith("D"),
  };
}

function readDeletion(event: Readonly<Record<string, unknown>>): string | null {
  if (event.subtype === "message_deleted" && typeof event.deleted_ts === "string") return event.deleted_ts;
  // A message that has replies leaves a tombstone.
  const { message } = event;
  const isTombstone = event.subtype === "message_changed" && isRecord(message) && message.subtype === "tombstone";
  return isTombstone && typeof message.ts === "string" ? message.ts : null;
}
