import {
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js";
import { type Handling, type Press, reactTo } from "../conversation/buttons.ts";
import { deferBy, tell } from "./acknowledge.ts";
import { type Action, type CustomId, parseCustomId } from "./action-ids.ts";
import { callPatiently, describeError, isAlreadyAcknowledged } from "./api-errors.ts";
import { plainMessage } from "./message.ts";
import { type Audience, askingBy, type DiscordPlace } from "./place.ts";
import { TOO_LATE } from "./texts.ts";
import type { DiscordBot } from "./write.ts";

/** A button of an answer that was pressed, or the dialog that it opened and that was sent. */
export type AnswerInteraction = ButtonInteraction | ModalSubmitInteraction;

/** The press, and what it is about. */
export interface Pressed<Interaction extends AnswerInteraction = AnswerInteraction> extends Press<DiscordPlace> {
  readonly bot: DiscordBot;
  readonly interaction: Interaction;
  readonly id: CustomId;
}

/** Reacts to a button or a dialog, once. */
export async function onPress<Interaction extends AnswerInteraction>(
  bot: DiscordBot,
  interaction: Interaction,
  handlings: Partial<Readonly<Record<Action, Handling<Pressed<Interaction>>>>>,
): Promise<void> {
  const id = parseCustomId(interaction.customId);
  const handling = id && handlings[id.action];
  if (!handling) throw new TypeError("A button or a dialog of an unknown kind was used.");
  const pressed = {
    ...{ bot, interaction, id, key: interaction.id, asker: askingBy(interaction) },
    acknowledge: deferBy(bot, interaction),
    tell: (sentence: string) => tell(bot, interaction, sentence),
  };
  await reactTo(pressed, handling);
}

/** Who sees the message with the button: what follows is for the same eyes. */
export function audienceOf({ message }: AnswerInteraction): Audience {
  return message?.flags.has(MessageFlags.Ephemeral) ? "asker" : "everyone";
}

/** Opens a dialog; where Discord has stopped waiting for it, a sentence in the channel says so. */
export async function openModal(
  { bot: { api, log }, interaction }: Pressed<ButtonInteraction>,
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
