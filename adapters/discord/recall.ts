import { type ButtonInteraction, MessageFlags, type ModalSubmitInteraction } from "discord.js";
import type { SavedAnswer } from "../conversation/answering.ts";
import { EXPIRED } from "../conversation/texts.ts";
import type { Audience, DiscordBot } from "./discord-bot.ts";
import type { Draft } from "./draft.ts";
import type { Conversation } from "./place.ts";
import { respond, tell } from "./respond.ts";

/** A button of an answer that was pressed, or the dialog that it opened and that was sent. */
export type AnswerInteraction = ButtonInteraction | ModalSubmitInteraction;

/** Replies with what `work` makes of the answer, or says that it is too old. */
export async function respondWithAnswer(
  bot: DiscordBot,
  interaction: AnswerInteraction,
  answerId: string,
  audience: Audience,
  work: (draft: Draft, saved: SavedAnswer) => Promise<void>,
): Promise<void> {
  const saved = await recallAnswer(bot, interaction, answerId);
  if (saved) await respond(bot, interaction, audience, (draft) => work(draft, saved));
}

/** The answer that a button belongs to; `null` after whoever pressed was told that it is too old. */
export async function recallAnswer(
  bot: DiscordBot,
  interaction: AnswerInteraction,
  answerId: string,
): Promise<SavedAnswer | null> {
  const saved = await bot.answering.recall(answerId);
  if (saved === null) await tell(bot, interaction, EXPIRED);
  return saved;
}

/** Who sees the message with the button: what follows is for the same eyes. */
export function audienceOf({ message }: AnswerInteraction): Audience {
  return message?.flags.has(MessageFlags.Ephemeral) ? "asker" : "everyone";
}

/** What a follow-up to this answer leans on: the thread or direct messages it stands in, else the answer's question. */
export function conversationAfter(interaction: AnswerInteraction, { question }: SavedAnswer): Conversation {
  const { channel, channelId } = interaction;
  const isDirect = !interaction.inGuild();
  if (channelId && audienceOf(interaction) === "everyone" && (isDirect || channel?.isThread()))
    return { kind: "channel", channelId, openedBy: isDirect ? "dm" : "mention" };
  return { kind: "alone", earlier: [...(question.earlier ?? []), question.text] };
}
