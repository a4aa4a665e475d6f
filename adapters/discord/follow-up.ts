import { type ButtonInteraction, ComponentType, type ModalSubmitInteraction, TextInputStyle } from "discord.js";
import { admit } from "../conversation/admission.ts";
import { answerQuestion } from "./answer-question.ts";
import { askingBy } from "./asking.ts";
import { type CustomId, formatCustomId } from "./custom-id.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { openModal } from "./modal.ts";
import { type AnswerInteraction, audienceOf, conversationAfter, recallAnswer } from "./recall.ts";
import { respond, tell } from "./respond.ts";
import { askedLine } from "./texts.ts";

const QUESTION_FIELD = "question";
const LONGEST_QUESTION = 500;

/** **Follow up**: opens a dialog for the next question. */
export async function onFollowUp(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<void> {
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
export async function onFollowUpAsked(
  bot: DiscordBot,
  interaction: ModalSubmitInteraction,
  id: CustomId,
): Promise<void> {
  await answerNext(bot, interaction, id, () => interaction.fields.getTextInputValue(QUESTION_FIELD));
}

/** A suggested question was pressed: answers it as if it had been asked below the answer. */
export async function onSuggestion(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<void> {
  await answerNext(bot, interaction, id, (suggestions) => suggestions[id.index] ?? "");
}

async function answerNext(
  bot: DiscordBot,
  interaction: AnswerInteraction,
  { answerId }: CustomId,
  questionAmong: (suggestions: readonly string[]) => string,
): Promise<void> {
  const audience = audienceOf(interaction);
  const saved = await recallAnswer(bot, interaction, answerId);
  if (saved === null) return;
  const question = { text: questionAmong(saved.answer.suggestions) };
  const asker = askingBy(interaction);
  if (!(await admit(bot, asker, question.text, (reason) => tell(bot, interaction, reason)))) return;
  const shownAsker = audience === "everyone" && interaction.inGuild() ? interaction.user.id : null;
  await respond(bot, interaction, audience, (draft) =>
    answerQuestion(bot, question, {
      draft,
      heading: askedLine(shownAsker, question),
      audience,
      asker,
      conversation: conversationAfter(interaction, saved),
    }),
  );
}
