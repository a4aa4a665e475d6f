import type { ButtonInteraction } from "discord.js";
import { NOT_SHOWN } from "../conversation/texts.ts";
import type { CustomId } from "./custom-id.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { writeFirstAccepted } from "./draft.ts";
import { plainMessage } from "./message.ts";
import { respondWithAnswer } from "./recall.ts";
import { numberedPassages } from "./render-answer.ts";
import { renderContext, renderPlainContext } from "./render-context.ts";

/** **In context**: the paragraphs around a passage, for the eyes of the one who pressed. */
export async function onInContext(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<void> {
  await respondWithAnswer(bot, interaction, id.answerId, "asker", async (draft, { answer }) => {
    const passage = numberedPassages(answer)[id.index];
    if (!passage) return void (await draft.write(plainMessage(NOT_SHOWN)));
    const paragraphs = bot.engine().context(passage);
    await writeFirstAccepted(draft, [
      renderContext(passage, paragraphs),
      renderPlainContext(passage, paragraphs),
      plainMessage(NOT_SHOWN),
    ]);
  });
}
