import type { Interaction } from "discord.js";
import { FAILED } from "../conversation/texts.ts";
import { tell, turnAway } from "./acknowledge.ts";
import { describeError } from "./api-errors.ts";
import { onAutocomplete } from "./autocomplete.ts";
import { askFollowUp, askSuggestion, openFollowUp } from "./follow-up.ts";
import { onPress } from "./on-button.ts";
import { onAskAbout, onCommand } from "./on-command.ts";
import { showContext, showMore } from "./read-on.ts";
import { shareAnswer } from "./share.ts";
import { explainVote, voteDown, voteUp } from "./vote.ts";
import type { DiscordBot } from "./write.ts";

/** Hands an interaction to its listener; whatever fails there, the person sees a sentence. */
export async function onInteraction(bot: DiscordBot, interaction: Interaction): Promise<void> {
  if (bot.isStopping()) return turnAway(interaction);
  try {
    await dispatch(bot, interaction);
  } catch (error) {
    bot.log.error("An interaction failed", describeError(error));
    if (interaction.isRepliable() && !interaction.deferred && !interaction.replied)
      await tell(bot, interaction, FAILED);
  }
}

async function dispatch(bot: DiscordBot, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return onAutocomplete(bot, interaction);
  if (interaction.isMessageContextMenuCommand()) return onAskAbout(bot, interaction);
  if (interaction.isChatInputCommand()) return onCommand(bot, interaction);
  if (interaction.isButton())
    return onPress(bot, interaction, {
      context: { demand: "answer", react: showContext },
      more: { demand: "answer", react: showMore },
      share: { demand: "answer", react: shareAnswer },
      ask: { demand: null, react: askSuggestion },
      follow: { demand: "trifle", react: openFollowUp },
      up: { demand: "trifle", react: voteUp },
      down: { demand: "trifle", react: voteDown },
    });
  if (interaction.isModalSubmit())
    return onPress(bot, interaction, {
      follow: { demand: null, react: askFollowUp },
      reason: { demand: "trifle", react: explainVote },
    });
}
