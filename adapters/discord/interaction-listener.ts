import type { ButtonInteraction, Interaction, ModalSubmitInteraction } from "discord.js";
import { FAILED } from "../conversation/texts.ts";
import { describeError } from "./api-errors.ts";
import { onAsk } from "./ask.ts";
import { onAskAbout } from "./ask-about.ts";
import { onAutocomplete } from "./autocomplete.ts";
import { COMMAND } from "./commands.ts";
import { parseCustomId } from "./custom-id.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { onReason, onVoteDown, onVoteUp } from "./feedback.ts";
import { onFollowUp, onFollowUpAsked, onSuggestion } from "./follow-up.ts";
import { showHelp } from "./help.ts";
import { onInContext } from "./in-context.ts";
import { onMore } from "./more.ts";
import { tell } from "./respond.ts";
import { onShare } from "./share.ts";
import { showSources } from "./sources.ts";

/** Hands an interaction to its listener; whatever fails there, the person sees a sentence. */
export async function onInteraction(bot: DiscordBot, interaction: Interaction): Promise<void> {
  try {
    await dispatch(bot, interaction);
  } catch (error) {
    bot.log.error("An interaction failed", describeError(error));
    if (!interaction.isRepliable() || interaction.deferred || interaction.replied) return;
    await tell(bot, interaction, FAILED);
  }
}

async function dispatch(bot: DiscordBot, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return onAutocomplete(bot, interaction);
  if (interaction.isMessageContextMenuCommand()) return onAskAbout(bot, interaction);
  if (interaction.isButton()) return onButton(bot, interaction);
  if (interaction.isModalSubmit()) return onModal(bot, interaction);
  if (!interaction.isChatInputCommand()) return;
  switch (interaction.commandName) {
    case COMMAND.ask:
      return onAsk(bot, interaction);
    case COMMAND.sources:
      return showSources(bot, interaction);
    default:
      return showHelp(bot, interaction);
  }
}

async function onButton(bot: DiscordBot, interaction: ButtonInteraction): Promise<void> {
  const id = parseCustomId(interaction.customId);
  switch (id?.action) {
    case "context":
      return onInContext(bot, interaction, id);
    case "more":
      return onMore(bot, interaction, id);
    case "ask":
      return onSuggestion(bot, interaction, id);
    case "follow":
      return onFollowUp(bot, interaction, id);
    case "share":
      return onShare(bot, interaction, id);
    case "up":
      return onVoteUp(bot, interaction, id);
    case "down":
      return onVoteDown(bot, interaction, id);
    default:
      throw new TypeError("A button of an unknown kind was pressed.");
  }
}

async function onModal(bot: DiscordBot, interaction: ModalSubmitInteraction): Promise<void> {
  const id = parseCustomId(interaction.customId);
  switch (id?.action) {
    case "follow":
      return onFollowUpAsked(bot, interaction, id);
    case "reason":
      return onReason(bot, interaction, id);
    default:
      throw new TypeError("A dialog of an unknown kind was sent.");
  }
}
