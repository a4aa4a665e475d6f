import { isRecord } from "../conversation/parse-json.ts";
import { isPlaceRefused, isReplyRefused, isTokenGone } from "./api-errors.ts";
import type { DiscordApi } from "./discord-api.ts";
import type { Audience } from "./discord-bot.ts";
import { createChannelDraft, createDirectDraft, type Draft, withFallback } from "./draft.ts";
import { plainMessage } from "./message.ts";
import { NO_DIRECT_MESSAGE, TOO_LATE } from "./texts.ts";

/**
 * Where a draft is written, as data. The nonce keeps two processes that open the same draft, one after the other, from
 * writing two messages; the reply to an interaction is one message anyway.
 */
export type DraftPlace =
  | ({ readonly kind: "reply" | "private" } & AskedByMessage)
  | {
      readonly kind: "interaction";
      readonly token: string;
      readonly channelId: string | null;
      readonly audience: Audience;
      readonly nonce: string;
    };

/** A message that asks, and who wrote it. */
interface AskedByMessage {
  readonly channelId: string;
  readonly messageId: string;
  readonly authorId: string;
  readonly nonce: string;
}

/** A draft that another process can open again. */
export interface LastingDraft extends Draft {
  readonly place: DraftPlace;
}

/** Opens the draft; nothing is written yet. */
export function openDraft(api: DiscordApi, place: DraftPlace): LastingDraft {
  switch (place.kind) {
    case "reply":
      return { place, ...openReply(api, place) };
    case "private":
      return { place, ...openPrivate(api, place) };
    case "interaction": {
      const reply: Draft = { write: (message) => api.editReply(place.token, message) };
      return { place, ...withFallback(reply, isTokenGone, openLate(api, place)) };
    }
  }
}

/** The message that is written where Discord no longer waits for the reply to an interaction. */
export function openLate(api: DiscordApi, place: DraftPlace & { readonly kind: "interaction" }): LastingDraft {
  const { channelId, audience, nonce } = place;
  if (channelId === null)
    return { place, write: () => Promise.reject(new Error("The interaction came from no channel.")) };
  const message = createChannelDraft(api, channelId, { nonce });
  return { place, write: (written) => message.write(audience === "everyone" ? written : plainMessage(TOO_LATE)) };
}

/** A reply to the message; without the right to reply a plain message, without the right to write a direct one. */
function openReply(api: DiscordApi, { channelId, messageId, authorId, nonce }: AskedByMessage): Draft {
  const reply = createChannelDraft(api, channelId, { replyTo: messageId, nonce });
  const message = withFallback(reply, isReplyRefused, createChannelDraft(api, channelId, { nonce }));
  return withFallback(message, isPlaceRefused, createDirectDraft(api, authorId, nonce));
}

/** A direct message; whoever takes none is told in reply to theirs. */
function openPrivate(api: DiscordApi, { channelId, messageId, authorId, nonce }: AskedByMessage): Draft {
  const refusal = createChannelDraft(api, channelId, { replyTo: messageId, nonce });
  return withFallback(createDirectDraft(api, authorId, nonce), () => true, {
    write: () => refusal.write(plainMessage(NO_DIRECT_MESSAGE)),
  });
}

/** Reads the place of a draft that was kept; `null` for anything else. */
export function parseDraftPlace(value: unknown): DraftPlace | null {
  if (!isRecord(value) || typeof value.nonce !== "string") return null;
  const { kind, nonce, token, channelId, messageId, authorId } = value;
  if (kind === "interaction" && typeof token === "string") {
    const audience = value.audience === "everyone" ? "everyone" : "asker";
    return { kind, token, channelId: typeof channelId === "string" ? channelId : null, audience, nonce };
  }
  const isMessage = typeof channelId === "string" && typeof messageId === "string" && typeof authorId === "string";
  if (!isMessage || (kind !== "reply" && kind !== "private")) return null;
  return { kind, channelId, messageId, authorId, nonce };
}
