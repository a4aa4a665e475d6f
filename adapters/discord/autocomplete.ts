import type { AutocompleteInteraction } from "discord.js";
import type { Engine } from "../../src/index.ts";
import { describeError } from "./api-errors.ts";
import { persist } from "./discord-api.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { oneLine } from "./markup.ts";

/** Offers questions that this corpus answers, people and outlets while one types. */
export async function onAutocomplete(bot: DiscordBot, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const choices = completions(bot.engine(), name, value)
    .map(oneLine)
    // What is cut would be another question or nobody's name, and Discord refuses the whole list for one long entry.
    .filter((choice) => choice !== "" && choice.length <= DISCORD_LIMITS.choiceCharacters)
    .slice(0, DISCORD_LIMITS.choices);
  try {
    await persist(() => interaction.respond(choices.map((choice) => ({ name: choice, value: choice }))));
  } catch (error) {
    bot.log.warn("Discord took no choices", describeError(error));
  }
}

function completions(engine: Engine, option: string, typed: string): readonly string[] {
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
