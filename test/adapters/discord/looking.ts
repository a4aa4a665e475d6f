import type { Message } from "./discord-data.ts";
import { wordsOf } from "./discord-people.ts";
import type { DiscordServer } from "./discord-server.ts";
import type { Interaction } from "./discord-world.ts";
import { FIRST_WORDS } from "./harbour-engine.ts";

/** Waits for an answer among what the bot writes in a channel. */
export function answerIn(server: DiscordServer, channel: { readonly id: string }): Promise<Message> {
  return server.until(() => server.said(channel).find(isAnswer));
}

/** Waits for a message of the bot with these words. */
export function messageWith(server: DiscordServer, channel: { readonly id: string }, words: string): Promise<Message> {
  return server.until(() => server.said(channel).find((message) => wordsOf(message).includes(words)));
}

/** Looks for what an interaction was answered, once that is more than "is thinking". */
export function replyTo(server: DiscordServer, interaction: Interaction): () => Message | null {
  return () => {
    const message = server.world.messages.get(interaction.messageId ?? "");
    return message && !message.isThinking ? message : null;
  };
}

/** Whether a message holds the answer, rather than who asked what. */
export function isAnswer(message: Message): boolean {
  return wordsOf(message).includes(FIRST_WORDS);
}
