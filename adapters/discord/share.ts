import type { ButtonInteraction } from "discord.js";
import { ANSWER_TTL_MS } from "../conversation/answering.ts";
import { showAnswer } from "./answer-question.ts";
import type { CustomId } from "./custom-id.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { plainMessage } from "./message.ts";
import { respondWithAnswer } from "./recall.ts";
import { ALREADY_SHARED, sharedLine } from "./texts.ts";

/** **Share**: shows a private answer to everybody in the channel, once. */
export async function onShare(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<void> {
  const isFirst = await bot.state.claim(`discord:share:${id.answerId}`, ANSWER_TTL_MS);
  const audience = isFirst ? "everyone" : "asker";
  await respondWithAnswer(bot, interaction, id.answerId, audience, async (draft, saved) => {
    if (!isFirst) return void (await draft.write(plainMessage(ALREADY_SHARED)));
    await showAnswer(draft, saved, { heading: sharedLine(interaction.user.id, saved.question), audience: "everyone" });
  });
}
