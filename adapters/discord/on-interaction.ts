import type { AutocompleteInteraction, Interaction } from "discord.js";
import type { Engine } from "../../src/index.ts";
import { voteDown, voteUp } from "../conversation/buttons.ts";
import { oneLine } from "../conversation/cut.ts";
import { FAILED } from "../conversation/texts.ts";
import { tell, turnAway } from "./acknowledge.ts";
import { callPatiently, describeError } from "./api-errors.ts";
import {
  askFollowUp,
  askForReason,
  askSuggestion,
  explainVote,
  openFollowUp,
  shareAnswer,
  showContext,
  showMore,
} from "./buttons.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { onPress } from "./on-button.ts";
import { onAskAbout, onCommand } from "./on-command.ts";
import { askingBy } from "./place.ts";
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
      up: { demand: "trifle", react: (pressed) => voteUp(pressed, pressed.id.answerId) },
      down: {
        demand: "trifle",
        react: (pressed) => voteDown(pressed, pressed.id.answerId, () => askForReason(pressed)),
      },
    });
  if (interaction.isModalSubmit())
    return onPress(bot, interaction, {
      follow: { demand: null, react: askFollowUp },
      reason: { demand: "trifle", react: explainVote },
    });
}

/** Offers questions that this corpus answers, people and outlets while one types; nothing to those who have typed too much. */
export async function onAutocomplete(bot: DiscordBot, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const decision = await bot.fairUse.decide(askingBy(interaction, "trifle"));
  const offered = decision.kind === "answer" ? await completions(bot.engine(), name, value) : [];
  const choices = offered
    .map(oneLine)
    // What is cut would be another question or nobody's name, and Discord refuses the whole list for one long entry.
    .filter((choice) => choice !== "" && choice.length <= DISCORD_LIMITS.choiceCharacters)
    .slice(0, DISCORD_LIMITS.choices);
  try {
    await callPatiently(() => interaction.respond(choices.map((choice) => ({ name: choice, value: choice }))), bot.log);
  } catch (error) {
    bot.log.warn("Discord took no choices", describeError(error));
  }
}

async function completions(engine: Engine, option: string, typed: string): Promise<readonly string[]> {
  switch (option) {
    case "question":
      return engine.completeQuestion(typed, DISCORD_LIMITS.choices);
    case "speaker":
      return engine.completeSpeaker(typed, DISCORD_LIMITS.choices);
    case "source":
      return engine.completeSource(typed, DISCORD_LIMITS.choices);
    default:
      return [];
  }
}
