import { isRecord } from "../conversation/parse-json.ts";

/** A button that somebody pressed. */
export interface Press {
  readonly user: string;
  readonly value: string;
  readonly triggerId: string;
  /** Where its message stands; `null` on the App Home. */
  readonly channel: string | null;
  readonly threadTs: string | null;
  readonly messageTs: string | null;
  /** Whether only this person sees the message. */
  readonly isEphemeral: boolean;
}

/** Reads the payload of a pressed button; `null` where it is not complete. */
export function readPress(body: unknown): Press | null {
  if (!isRecord(body) || !isRecord(body.user) || !Array.isArray(body.actions)) return null;
  const action: unknown = body.actions[0];
  const container = isRecord(body.container) ? body.container : {};
  const message = isRecord(body.message) ? body.message : {};
  if (!isRecord(action) || typeof body.user.id !== "string") return null;
  return {
    user: body.user.id,
    value: textOf(action.value) ?? "",
    triggerId: textOf(body.trigger_id) ?? "",
    channel: (isRecord(body.channel) ? textOf(body.channel.id) : null) ?? textOf(container.channel_id),
    threadTs: textOf(message.thread_ts) ?? textOf(container.thread_ts),
    messageTs: textOf(message.ts) ?? textOf(container.message_ts),
    isEphemeral: container.is_ephemeral === true,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
