import { randomBytes } from "node:crypto";
import { isFormRefused } from "./api-errors.ts";
import type { DiscordApi } from "./discord-api.ts";
import type { DiscordMessage } from "./message.ts";

/** One message that can be written, and written anew; gives its id. */
export interface Draft {
  write(message: DiscordMessage): Promise<string>;
}

/** What a draft in a channel may be told. */
export interface DraftOptions {
  /** The message that it replies to. */
  readonly replyTo?: string;
  /** Two drafts of one nonce make one message. */
  readonly nonce?: string;
}

/** A draft of an ordinary message in a channel. */
export function createChannelDraft(
  api: DiscordApi,
  channelId: string,
  { replyTo, nonce = createNonce() }: DraftOptions = {},
): Draft {
  let messageId: string | null = null;
  return {
    async write(message) {
      messageId =
        messageId === null
          ? await api.post(channelId, message, { nonce, ...(replyTo ? { replyTo } : {}) })
          : await api.edit(channelId, messageId, message);
      return messageId;
    },
  };
}

/** A draft of a direct message. */
export function createDirectDraft(api: DiscordApi, userId: string, nonce: string): Draft {
  let draft: Draft | null = null;
  return {
    async write(message) {
      draft ??= createChannelDraft(api, await api.openDirectMessage(userId), { nonce });
      return draft.write(message);
    },
  };
}

/** A draft that moves from `first` to `second` for good where Discord refuses `first` for one of the given reasons. */
export function withFallback(first: Draft, isUnusable: (error: unknown) => boolean, second: Draft): Draft {
  let current = first;
  return {
    async write(message) {
      try {
        return await current.write(message);
      } catch (error) {
        if (current === second || !isUnusable(error)) throw error;
        current = second;
        return second.write(message);
      }
    },
  };
}

/** Writes the first of the forms that Discord takes; rejects where it refuses the last, or the place itself. */
export async function writeFirstAccepted(draft: Draft, forms: readonly DiscordMessage[]): Promise<string> {
  const [form, ...simpler] = forms;
  if (!form) throw new TypeError("There is no form to write.");
  try {
    return await draft.write(form);
  } catch (error) {
    if (simpler.length === 0 || !isFormRefused(error)) throw error;
    return writeFirstAccepted(draft, simpler);
  }
}

const NONCE_BYTES = 12;

/** A nonce of its own, of at most 25 characters as Discord wants it. */
export function createNonce(): string {
  return randomBytes(NONCE_BYTES).toString("base64url");
}
