import { type Interaction, MessageFlags } from "discord.js";
import { RESTARTING } from "./texts.ts";

/** Tells who asks while the bot stops to ask again soon. */
export async function turnAway(interaction: Interaction): Promise<void> {
  if (interaction.isRepliable()) await interaction.reply({ content: RESTARTING, flags: MessageFlags.Ephemeral });
}
