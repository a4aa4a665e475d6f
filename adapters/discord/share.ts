import type { ButtonInteraction } from "discord.js";
import { ANSWER_TTL_MS } from "../conversation/answering.ts";
import { askedFor } from "../conversation/asked.ts";
import { deferBy, tell } from "./acknowledge.ts";
import type { CustomId } from "./action-ids.ts";
import type { DiscordBot } from "./bot.ts";
import { recallAnswer } from "./on-button.ts";
import { askingBy } from "./place.ts";
import { ALREADY_SHARED, sharedLine } from "./texts.ts";

/** **Share**: shows a private answer to everybody in the channel, once. */
export async function share(bot: DiscordBot, interaction: ButtonInteraction, { answerId }: CustomId): Promise<void> {
  const saved = await recallAnswer(bot, interaction, answerId);
  if (saved === null) return;
  const shared = `discord:share:${answerId}`;
  if (!(await bot.state.claim(shared, ANSWER_TTL_MS))) return tell(bot, interaction, ALREADY_SHARED);
  const { id, token, channelId, user } = interaction;
  const { question } = saved;
  const earlier = [...(question.earlier ?? [])];
  const written = await bot.exchange.take(
    askedFor({
      key: `share:${id}`,
      answerId,
      request: { kind: "question", question: { ...question, earlier } },
      asker: askingBy(interaction),
      // It was counted when it was asked.
      isCounted: false,
      continuation: { kind: "alone", earlier },
      place: {
        kind: "interaction",
        ...{ token, channelId, audience: "everyone", heading: sharedLine(user.id, question), instead: null },
      },
    }),
    deferBy(bot, interaction),
  );
  if (written === null) await bot.state.delete(shared);
}
