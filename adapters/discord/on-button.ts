import type { ButtonInteraction, ModalSubmitInteraction } from "discord.js";
import { type Handling, type Press, reactTo } from "../conversation/buttons.ts";
import { deferBy, tell } from "./acknowledge.ts";
import { type Action, type CustomId, parseCustomId } from "./action-ids.ts";
import { askingBy, type DiscordPlace } from "./place.ts";
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
