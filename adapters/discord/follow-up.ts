import { type ButtonInteraction, ComponentType, type ModalSubmitInteraction, TextInputStyle } from "discord.js";
import { asTyped } from "../../src/index.ts";
import type { SavedAnswer } from "../conversation/answering.ts";
import { askedFor, type Continuation } from "../conversation/asked.ts";
import { deferBy } from "./acknowledge.ts";
import { type CustomId, formatCustomId } from "./action-ids.ts";
import type { DiscordBot } from "./bot.ts";
import { type AnswerInteraction, audienceOf, openModal, recallAnswer } from "./on-button.ts";
import { askingBy, conversationKey, isDirect } from "./place.ts";
import { askedLine } from "./texts.ts";

const QUESTION_FIELD = "question";
const LONGEST_QUESTION = 500;

/** **Follow up**: opens a dialog for the next question. */
export async function openFollowUp(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<void> {
  await openModal(bot, interaction, {
    custom_id: formatCustomId(id),
    title: "Follow up",
    components: [
      {
        type: ComponentType.Label,
        label: "Your question",
        description: "I know what was asked before: “and Zelenskyy?” is enough.",
        component: {
          type: ComponentType.TextInput,
          custom_id: QUESTION_FIELD,
          style: TextInputStyle.Short,
          required: true,
          max_length: LONGEST_QUESTION,
        },
      },
    ],
  });
}

/** The dialog was sent: answers its question where the first answer stands. */
export async function askFollowUp(bot: DiscordBot, interaction: ModalSubmitInteraction, id: CustomId): Promise<void> {
  const saved = await recallAnswer(bot, interaction, id.answerId);
  if (saved) await askNext(bot, interaction, saved, interaction.fields.getTextInputValue(QUESTION_FIELD));
}

/** A suggested question was pressed: answers it as if it had been asked below the answer. */
export async function askSuggestion(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<void> {
  const saved = await recallAnswer(bot, interaction, id.answerId);
  if (saved) await askNext(bot, interaction, saved, saved.answer.suggestions[id.index] ?? "");
}

async function askNext(
  bot: DiscordBot,
  interaction: AnswerInteraction,
  saved: SavedAnswer,
  text: string,
): Promise<void> {
  const { id: key, token, channelId, user } = interaction;
  const audience = audienceOf(interaction);
  const shownAsker = audience === "everyone" && !isDirect(interaction) ? user.id : null;
  const heading = askedLine(shownAsker, { text });
  await bot.exchange.take(
    askedFor({
      key,
      request: { kind: "question", question: { text } },
      asker: askingBy(interaction),
      continuation: continuationAfter(interaction, saved),
      place: { kind: "interaction", token, channelId, audience, heading, instead: null },
    }),
    deferBy(bot, interaction),
  );
}

/** What a follow-up to this answer leans on: the thread or direct messages it stands in, else the answer's question. */
function continuationAfter(interaction: AnswerInteraction, { question }: SavedAnswer): Continuation {
  const { channel, channelId } = interaction;
  const isPrivate = !interaction.inGuild();
  if (channelId && audienceOf(interaction) === "everyone" && (isPrivate || channel?.isThread()))
    return { kind: "joins", key: conversationKey(channelId), openedBy: isPrivate ? "dm" : "mention" };
  return { kind: "alone", earlier: [...(question.earlier ?? []), asTyped(question)] };
}
