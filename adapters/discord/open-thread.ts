import type { Asked } from "../conversation/asked.ts";
import type { Opened } from "../conversation/platform.ts";
import { deliveryAfter, isMessageGone, troubleOf } from "./api-errors.ts";
import { plainMessage } from "./message.ts";
import { conversationKey, type DiscordPlace, elsewhere, ownPlace } from "./place.ts";
import { threadName } from "./texts.ts";
import type { DiscordApi } from "./write.ts";

/**
 * Starts the thread for a question from the message that asks, or from the one that shows what a command asks. Where there
 * can be no thread the answer is shown in place.
 */
export async function openThread(api: DiscordApi, asked: Asked<DiscordPlace>): Promise<Opened<DiscordPlace>> {
  const anchor = await anchorOf(api, asked);
  if (anchor.kind !== "anchored") return anchor;
  const { channelId, messageId, otherwise } = anchor;
  try {
    const threadId = await api.startThread(channelId, messageId, threadName(wordsOf(asked)));
    const { audience, instead } = otherwise;
    const place = { kind: "message", channelId: threadId, userId: null, audience, heading: null, instead } as const;
    // Follow-ups without a mention are answered in every thread that Talks opened, whatever opened it.
    return { kind: "opened", place, otherwise, key: conversationKey(threadId), openedBy: "command" };
  } catch (error) {
    if (isMessageGone(error)) return { kind: "gone" };
    if (troubleOf(error).kind !== "final") throw error;
    return { kind: "in-place", place: otherwise };
  }
}

/** The message on which the thread hangs, and where the answer goes without one. */
type Anchor =
  | {
      readonly kind: "anchored";
      readonly channelId: string;
      readonly messageId: string;
      readonly otherwise: DiscordPlace;
    }
  | Exclude<Opened<DiscordPlace>, { kind: "opened" }>;

async function anchorOf(api: DiscordApi, asked: Asked<DiscordPlace>): Promise<Anchor> {
  const { place, answerId } = asked;
  const shown = plainMessage(place.heading ?? wordsOf(asked));
  try {
    switch (place.kind) {
      case "reply":
        return { kind: "anchored", channelId: place.channelId, messageId: place.messageId, otherwise: place };
      case "interaction": {
        const messageId = await api.editReply(place.token, shown);
        return { kind: "anchored", channelId: place.channelId ?? "", messageId, otherwise: place };
      }
      case "message": {
        const { channelId } = place;
        const messageId = await api.post(channelId, shown, answerId);
        return { kind: "anchored", channelId, messageId, otherwise: ownPlace(place, channelId, messageId) };
      }
      case "own":
      case "direct":
        return { kind: "in-place", place };
    }
  } catch (error) {
    const delivery = deliveryAfter(error, { isPlain: true });
    if (delivery.kind !== "refused") return { kind: "gone" };
    const next = elsewhere(place, delivery.reason);
    return next === null ? { kind: "in-place", place } : anchorOf(api, { ...asked, place: next });
  }
}

function wordsOf({ request }: Asked<DiscordPlace>): string {
  return request.kind === "question" ? request.question.text : "";
}
