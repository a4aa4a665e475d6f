import type { ButtonInteraction } from "discord.js";
import { ANSWER_TTL_MS } from "../conversation/answering.ts";
import { readingOrder } from "../conversation/arrange.ts";
import { recallAnswer } from "../conversation/buttons.ts";
import { NO_MORE, NOT_SHOWN } from "../conversation/texts.ts";
import { replyTo } from "./acknowledge.ts";
import { audienceOf, type Pressed } from "./on-button.ts";
import type { Audience } from "./place.ts";
import { renderMore } from "./render-answer.ts";
import { renderContext } from "./render-context.ts";

/** **In context**: the paragraphs around a passage, for the eyes of the one who pressed. */
export async function showContext(pressed: Pressed): Promise<void> {
  const { bot, interaction, id, tell } = pressed;
  const saved = await recallAnswer(pressed, id.answerId);
  if (saved === null) return;
  const passage = readingOrder(saved.answer)[id.index];
  if (!passage) return void (await tell(NOT_SHOWN));
  const paragraphs = await bot.engine().context(passage);
  await replyTo(bot, interaction, { audience: "asker", forms: renderContext(passage, paragraphs) });
}

/** **More**: the next passages, below the answer. */
export async function showMore(pressed: Pressed<ButtonInteraction>): Promise<void> {
  const { bot, interaction, id, tell } = pressed;
  const saved = await recallAnswer(pressed, id.answerId);
  if (saved === null) return;
  const { answer } = saved;
  if (id.index >= readingOrder(answer).length) return void (await tell(NO_MORE));
  const audience = await audienceOfMore(pressed);
  const frame = { answerId: id.answerId, heading: null, audience };
  await replyTo(bot, interaction, { audience, forms: renderMore(answer, frame, id.index) });
}

/** The first to press shows the passages to all, so that they do not stand there twice. */
async function audienceOfMore({ bot, interaction, id }: Pressed<ButtonInteraction>): Promise<Audience> {
  if (audienceOf(interaction) === "asker") return "asker";
  const isFirst = await bot.state.claim(`discord:more:${interaction.message.id}:${id.index}`, ANSWER_TTL_MS);
  return isFirst ? "everyone" : "asker";
}
