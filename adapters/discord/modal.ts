import type { APIModalInteractionResponseCallbackData, ButtonInteraction } from "discord.js";
import { describeError, isAlreadyAcknowledged } from "./api-errors.ts";
import { persist } from "./discord-api.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { createChannelDraft } from "./draft.ts";
import { plainMessage } from "./message.ts";
import { TOO_LATE } from "./texts.ts";

/** Opens a dialog; where Discord has stopped waiting for it, a sentence in the channel says so. */
export async function openModal(
  bot: DiscordBot,
  interaction: ButtonInteraction,
  modal: APIModalInteractionResponseCallbackData,
): Promise<void> {
  try {
    await persist(() => interaction.showModal(modal));
  } catch (error) {
    if (isAlreadyAcknowledged(error)) return;
    bot.log.warn("Discord did not open a dialog", describeError(error));
    await createChannelDraft(bot.api, interaction.channelId).write(plainMessage(TOO_LATE));
  }
}
