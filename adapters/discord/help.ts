import type { ChatInputCommandInteraction } from "discord.js";
import type { Coverage } from "../../src/index.ts";
import { composeHelp, NOTHING_ASKED } from "../conversation/texts.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { escapeLine, escapeMarkdown } from "./markup.ts";
import { type PlainMessage, plainMessage } from "./message.ts";
import { respond } from "./respond.ts";
import { DISCORD_WAYS } from "./texts.ts";

/** `/talks-help`: how to ask, with questions that this corpus answers. */
export async function showHelp(bot: DiscordBot, interaction: ChatInputCommandInteraction): Promise<void> {
  const help = renderHelp(bot.engine().coverage);
  await respond(bot, interaction, "asker", async (draft) => void (await draft.write(help)));
}

/** Help, below the question what one would like to know where nothing was asked. */
export function renderHelp(coverage: Coverage, { isNothingAsked = false } = {}): PlainMessage {
  const { intro, covers, ways, examples } = composeHelp(coverage, DISCORD_WAYS);
  return plainMessage(
    [
      ...(isNothingAsked ? [`**${NOTHING_ASKED}**`] : []),
      escapeMarkdown(intro),
      escapeMarkdown(covers),
      "",
      "**How to ask**",
      ...ways.map(({ how, what }) => `- \`${how}\` – ${escapeLine(what)}`),
      ...(examples.length > 0 ? ["", "**For example**", ...examples.map((example) => `- ${escapeLine(example)}`)] : []),
    ].join("\n"),
  );
}
