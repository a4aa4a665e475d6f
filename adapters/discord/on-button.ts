import {
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js";
import type { SavedAnswer } from "../conversation/answering.ts";
import { type Asking, isAllowed } from "../conversation/fair-use.ts";
import { EXPIRED } from "../conversation/texts.ts";
import { tell } from "./acknowledge.ts";
import { type Action, type CustomId, parseCustomId } from "./action-ids.ts";
import { callPatiently, describeError, isAlreadyAcknowledged } from "./api-errors.ts";
import type { DiscordBot } from "./bot.ts";
import { plainMessage } from "./message.ts";
import { type Audience, askingBy } from "./place.ts";
import { TOO_LATE } from "./texts.ts";

/** A button of an answer that was pressed, or the dialog that it opened and that was sent. */
export type AnswerInteraction = ButtonInteraction | ModalSubmitInteraction;

/** How a button or a dialog is treated. */
export interface Handling<Pressed extends AnswerInteraction> {
  /** What a press counts as for its person's limit; `null` where it asks a question, which is counted as one. */
  readonly demand: Asking["demand"] | null;
  readonly react: (bot: DiscordBot, interaction: Pressed, id: CustomId) => Promise<void>;
}

/** Reacts to a button or a dialog, once. */
export async function onPress<Pressed extends AnswerInteraction>(
  bot: DiscordBot,
  interaction: Pressed,
  handlings: Partial<Readonly<Record<Action, Handling<Pressed>>>>,
): Promise<void> {
  const id = parseCustomId(interaction.customId);
  const handling = id && handlings[id.action];
  if (!handling) throw new TypeError("A button or a dialog of an unknown kind was used.");
  const { demand, react } = handling;
  if (demand !== null) {
    if (!(await bot.isFirst(interaction.id))) return;
    const asking = askingBy(interaction, demand);
    if (!(await isAllowed(bot.fairUse, asking, (reason) => tell(bot, interaction, reason)))) return;
  }
  await react(bot, interaction, id);
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

/** Opens a dialog; where Discord has stopped waiting for it, a sentence in the channel says so. */
export async function openModal(
  { api, log }: DiscordBot,
  interaction: ButtonInteraction,
  modal: APIModalInteractionResponseCallbackData,
): Promise<void> {
  try {
    await callPatiently(() => interaction.showModal(modal), log);
  } catch (error) {
    if (isAlreadyAcknowledged(error)) return;
    log.warn("Discord did not open a dialog", describeError(error));
    await api.post(interaction.channelId, plainMessage(TOO_LATE), { nonce: interaction.id });
  }
}
