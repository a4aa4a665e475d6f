import type { AutocompleteInteraction } from "discord.js";
import type { Engine } from "../../src/index.ts";
import { oneLine } from "../conversation/cut.ts";
import { callPatiently, describeError } from "./api-errors.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { askingBy } from "./place.ts";
import type { DiscordBot } from "./write.ts";

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
