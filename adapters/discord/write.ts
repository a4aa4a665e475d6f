import { type Client, type REST, type RepliableInteraction, Routes } from "discord.js";
import * as v from "valibot";
import type { Delivery, Writing } from "../conversation/platform.ts";
import type { ChatServices } from "../conversation/services.ts";
import { deliveryAfter, isThreadAlreadyThere, troubleOf, UnreadableAnswer } from "./api-errors.ts";
import type { DiscordMessage } from "./message.ts";
import { type DiscordPlace, ownPlace } from "./place.ts";

/** The calls of Discord's API that make, change and place messages. Nothing posted through it pings anybody. */
export type DiscordApi = ReturnType<typeof createDiscordApi>;

/** What the listeners work with. */
export interface DiscordBot extends ChatServices<DiscordPlace> {
  readonly api: DiscordApi;
}

/**
 * The API over discord.js's own HTTP clients: interactions have no global rate limit, and so one of their own. Calls reject with
 * their errors, for `troubleOf` to sort.
 */
export function createDiscordApi({ rest, application, user }: Client<true>, interactionRest: REST) {
  const [applicationId, botUserId] = [application.id, user.id];
  return {
    /** Replies to an interaction that was not acknowledged yet. */
    async reply(
      { id, token }: Pick<RepliableInteraction, "id" | "token">,
      message: DiscordMessage,
      flags: number,
    ): Promise<void> {
      const data = { ...postBody(message), flags: message.flags | flags };
      await interactionRest.post(Routes.interactionCallback(id, token), { body: { type: REPLY, data }, auth: false });
    },
    /** Changes the reply to an interaction that was acknowledged; gives the id of the message. */
    async editReply(token: string, message: DiscordMessage): Promise<string> {
      const route = Routes.webhookMessage(applicationId, token, "@original");
      return idOf(await interactionRest.patch(route, { body: editBody(message), auth: false }));
    },
    /**
     * Posts a message; the same nonce never makes two within some minutes. It replies to `replyTo`, and stands alone without it
     * or once that is deleted.
     */
    async post(channelId: string, message: DiscordMessage, nonce: string, replyTo?: string): Promise<string> {
      const body = { ...postBody(message), nonce, enforce_nonce: true, ...(replyTo ? reference(replyTo) : {}) };
      return idOf(await rest.post(Routes.channelMessages(channelId), { body }));
    },
    async edit(channelId: string, messageId: string, message: DiscordMessage): Promise<string> {
      return idOf(await rest.patch(Routes.channelMessage(channelId, messageId), { body: editBody(message) }));
    },
    /** A message as Discord tells of it, for `readAbout`. */
    read: (channelId: string, messageId: string): Promise<unknown> =>
      rest.get(Routes.channelMessage(channelId, messageId)),
    /** Whether Talks has posted this answer, or these words, among the latest messages; of what may not be read, no. */
    async hasPosted(channelId: string, answerId: string, message: DiscordMessage): Promise<boolean> {
      const query = new URLSearchParams({ limit: LATEST });
      const latest = await rest.get(Routes.channelMessages(channelId), { query }).catch((error: unknown) => {
        if (troubleOf(error).kind !== "final") throw error;
        return [];
      });
      const { success, output } = v.safeParse(MESSAGES, latest);
      if (!success) throw new UnreadableAnswer("Discord's answer is no list of messages.");
      return output.some(({ author, content, components }) => {
        const isAnswer = JSON.stringify(components).includes(`:${answerId}:`);
        return author.id === botUserId && (isAnswer || ("content" in message && message.content === content));
      });
    },
    /** Starts a thread from a message, or finds the one it has; gives its id. */
    async startThread(channelId: string, messageId: string, name: string): Promise<string> {
      try {
        return idOf(await rest.post(Routes.threads(channelId, messageId), { body: { name } }));
      } catch (error) {
        if (isThreadAlreadyThere(error)) return messageId;
        throw error;
      }
    },
    async openDirectMessage(userId: string): Promise<string> {
      return idOf(await rest.post(Routes.userChannels(), { body: { recipient_id: userId } }));
    },
  };
}

/** Writes one form of a message in a place, whatever kind of place it is. Rejects where Discord is in trouble. */
export async function write(
  api: DiscordApi,
  place: DiscordPlace,
  message: DiscordMessage,
  writing: Writing,
): Promise<Delivery<DiscordPlace>> {
  try {
    const own = await writeOnce(api, place, message, writing);
    return { kind: "written", ...(own && { own }) };
  } catch (error) {
    return deliveryAfter(error, { isPlain: "content" in message });
  }
}

async function writeOnce(
  api: DiscordApi,
  place: DiscordPlace,
  message: DiscordMessage,
  { answerId, attempt }: Writing,
): Promise<DiscordPlace | null> {
  // What is changed rather than posted is one message anyway.
  if (place.kind === "interaction") {
    await api.editReply(place.token, message);
    return null;
  }
  if (place.kind === "own") {
    await api.edit(place.channelId, place.messageId, message);
    return place;
  }
  const channelId = place.kind === "direct" ? await api.openDirectMessage(place.userId) : place.channelId;
  if (attempt !== "first" && (await api.hasPosted(channelId, answerId, message))) return null;
  const replyTo = place.kind === "reply" ? place.messageId : undefined;
  return ownPlace(place, channelId, await api.post(channelId, message, answerId, replyTo));
}

/** The type of a callback that replies with a message. */
const REPLY = 4;
const LATEST = "50";

const MESSAGES = v.array(
  v.object({
    author: v.object({ id: v.string() }),
    content: v.fallback(v.string(), ""),
    components: v.fallback(v.array(v.unknown()), []),
  }),
);

const reference = (id: string) => ({ message_reference: { message_id: id, fail_if_not_exists: false } });

const postBody = (message: DiscordMessage) => ({ ...message, allowed_mentions: { parse: [] } });

/** A message that held plain text takes components only once that text is gone. */
function editBody(message: DiscordMessage) {
  return { ...("components" in message ? { content: null } : { components: [] }), ...postBody(message) };
}

function idOf(response: unknown): string {
  const { success, output } = v.safeParse(v.object({ id: v.string() }), response);
  if (!success) throw new UnreadableAnswer("Discord's answer names no id.");
  return output.id;
}
