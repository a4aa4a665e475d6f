import type { ButtonInteraction } from "discord.js";
import { ANSWER_TTL_MS } from "../conversation/answering.ts";
import { NO_MORE, NOT_SHOWN } from "../conversation/texts.ts";
import type { CustomId } from "./custom-id.ts";
import type { Audience, DiscordBot } from "./discord-bot.ts";
import { writeFirstAccepted } from "./draft.ts";
import { plainMessage } from "./message.ts";
import { audienceOf, respondWithAnswer } from "./recall.ts";
import { numberedPassages, renderMore } from "./render-answer.ts";
import { renderPlainMore } from "./render-plain.ts";

/** **More**: the next passages, below the answer. */
export async function onMore(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<void> {
  const audience = await audienceOfMore(bot, interaction, id);
  await respondWithAnswer(bot, interaction, id.answerId, audience, async (draft, { answer }) => {
    if (id.index >= numberedPassages(answer).length) return void (await draft.write(plainMessage(NO_MORE)));
    const frame = { answerId: id.answerId, heading: null, audience };
    await writeFirstAccepted(draft, [
      renderMore(answer, frame, id.index),
      renderPlainMore(answer, id.index),
      plainMessage(NOT_SHOWN),
    ]);
  });
}

/** The first to press shows the passages to all, so that they do not stand there twice. */
async function audienceOfMore(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<Audience> {
  if (audienceOf(interaction) === "asker") return "asker";
  const isFirst = await bot.state.claim(`discord:more:${interaction.message.id}:${id.index}`, ANSWER_TTL_MS);
  return isFirst ? "everyone" : "asker";
}
