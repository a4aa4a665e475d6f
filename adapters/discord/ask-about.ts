import { cleanContent, type Message, type MessageContextMenuCommandInteraction } from "discord.js";
import { answerCommand } from "./ask.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { oneLine } from "./markup.ts";
import { tell } from "./respond.ts";
import { NO_TEXT } from "./texts.ts";

/** The message command: asks what the chosen message says. */
export async function onAskAbout(bot: DiscordBot, interaction: MessageContextMenuCommandInteraction): Promise<void> {
  const text = wordsOf(interaction.targetMessage);
  if (text !== "") return answerCommand(bot, interaction, { text }, "everyone");
  await tell(bot, interaction, NO_TEXT);
}

/** The words of a message, or of what it links to or forwards. */
function wordsOf({ content, channel, client, embeds }: Message): string {
  const [embed] = embeds;
  const shown = content.replaceAll(`<@${client.user.id}>`, " ") || (embed?.title ?? embed?.description ?? "");
  return oneLine(channel ? cleanContent(shown, channel) : shown);
}
