import { setTimeout as sleep } from "node:timers/promises";
import { type REST, Routes } from "discord.js";
import { isRecord } from "../conversation/parse-json.ts";
import { isConnectionLost, isThreadAlreadyThere } from "./api-errors.ts";
import type { DiscordMessage } from "./message.ts";

/** How a message is posted; the same nonce never makes two messages, so that a lost response can be tried again. */
export interface PostOptions {
  readonly nonce: string;
  /** The message that is replied to; without it, or once it is deleted, the message stands alone. */
  readonly replyTo?: string;
}

/** The calls of Discord's API that make, change and place messages. Nothing posted through it pings anybody. */
export interface DiscordApi {
  /** Edits the reply to an interaction that was deferred; gives the id of the message. */
  editReply(token: string, message: DiscordMessage): Promise<string>;
  post(channelId: string, message: DiscordMessage, options: PostOptions): Promise<string>;
  edit(channelId: string, messageId: string, message: DiscordMessage): Promise<string>;
  /** Starts a thread from a message, or finds the one it has; gives its id. */
  startThread(channelId: string, messageId: string, name: string): Promise<string>;
  openDirectMessage(userId: string): Promise<string>;
}

/** How `createDiscordApi` reaches Discord: interactions have no global rate limit, and so a client of their own. */
export interface DiscordClients {
  readonly rest: REST;
  readonly interactionRest: REST;
  readonly applicationId: string;
  /** Whether the gateway told of this channel or thread. */
  readonly isKnownChannel: (id: string) => boolean;
}

/** The API over discord.js's own HTTP clients, which wait for rate limits and try again after a 5xx. */
export function createDiscordApi({ rest, interactionRest, applicationId, isKnownChannel }: DiscordClients): DiscordApi {
  return {
    async editReply(token, message) {
      const route = Routes.webhookMessage(applicationId, token, "@original");
      return idOf(await persist(() => interactionRest.patch(route, { body: editBody(message), auth: false })));
    },
    async post(channelId, message, { nonce, replyTo }) {
      const body = { ...postBody(message), nonce, enforce_nonce: true, ...(replyTo ? reference(replyTo) : {}) };
      return idOf(await persist(() => rest.post(Routes.channelMessages(channelId), { body })));
    },
    async edit(channelId, messageId, message) {
      const route = Routes.channelMessage(channelId, messageId);
      return idOf(await persist(() => rest.patch(route, { body: editBody(message) })));
    },
    async startThread(channelId, messageId, name) {
      try {
        return idOf(await persist(() => rest.post(Routes.threads(channelId, messageId), { body: { name } })));
      } catch (error) {
        if (isThreadAlreadyThere(error) && isKnownChannel(messageId)) return messageId;
        throw error;
      }
    },
    async openDirectMessage(userId) {
      return idOf(await persist(() => rest.post(Routes.userChannels(), { body: { recipient_id: userId } })));
    },
  };
}

const RETRY_DELAYS_MS = [200, 1_000];

/** Tries again where the connection broke; discord.js itself does so for some of these cases only. */
export async function persist<T>(send: () => Promise<T>): Promise<T> {
  for (const delay of RETRY_DELAYS_MS)
    try {
      return await send();
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      await sleep(delay);
    }
  return send();
}

const reference = (id: string) => ({ message_reference: { message_id: id, fail_if_not_exists: false } });

const postBody = (message: DiscordMessage) => ({ ...message, allowed_mentions: { parse: [] } });

/** A message that held plain text takes components only once that text is gone. */
function editBody(message: DiscordMessage) {
  return { ...("components" in message ? { content: null } : { components: [] }), ...postBody(message) };
}

function idOf(response: unknown): string {
  if (isRecord(response) && typeof response.id === "string") return response.id;
  throw new TypeError("Discord's answer names no id.");
}
