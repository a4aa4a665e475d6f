import type { ChatInputCommandInteraction } from "discord.js";
import type { Coverage } from "../../src/index.ts";
import { describeCoverage } from "../conversation/citation.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { escapeLine } from "./markup.ts";
import { type PlainMessage, plainMessage } from "./message.ts";
import { respond } from "./respond.ts";
import { articleLine } from "./source-line.ts";

/** `/talks-sources`: the articles that answers come from. */
export async function showSources(bot: DiscordBot, interaction: ChatInputCommandInteraction): Promise<void> {
  const sources = renderSources(bot.engine().coverage);
  await respond(bot, interaction, "asker", async (draft) => void (await draft.write(sources)));
}

const ROOM = { name: 200, address: 300 };
const FOR_THE_LAST_LINE = 100;

/** As many articles as a message holds, and how many more there are. */
export function renderSources(coverage: Coverage): PlainMessage {
  const lines = [`I know ${escapeLine(describeCoverage(coverage))}`, ""];
  let length = lines.join("\n").length;
  for (const [at, article] of coverage.articles.entries()) {
    const line = `- ${articleLine(article, ROOM)}`;
    length += line.length + 1;
    if (length > DISCORD_LIMITS.contentCharacters - FOR_THE_LAST_LINE)
      return plainMessage([...lines, `…and ${coverage.articles.length - at} more.`].join("\n"));
    lines.push(line);
  }
  return plainMessage(lines.join("\n"));
}
