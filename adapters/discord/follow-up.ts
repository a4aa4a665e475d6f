import { type ButtonInteraction, ComponentType, type ModalSubmitInteraction, TextInputStyle } from "discord.js";
import { asTyped, type Question } from "../../src/index.ts";
import type { Continuation } from "../conversation/asked.ts";
import { ask, recallAnswer, recallQuestion } from "../conversation/buttons.ts";
import { formatCustomId } from "./action-ids.ts";
import { type AnswerInteraction, audienceOf, openModal, type Pressed } from "./on-button.ts";
import { conversationKey, isDirect } from "./place.ts";
import { askedLine } from "./texts.ts";

const QUESTION_FIELD = "question";
const LONGEST_QUESTION = 500;

/** **Follow up**: opens a dialog for the next question. */
export async function openFollowUp(pressed: Pressed<ButtonInteraction>): Promise<void> {
  await openModal(pressed, {
    custom_id: formatCustomId(pressed.id),
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
export async function askFollowUp(pressed: Pressed<ModalSubmitInteraction>): Promise<void> {
  const question = await recallQuestion(pressed, pressed.id.answerId);
  if (question) await askNext(pressed, question, pressed.interaction.fields.getTextInputValue(QUESTION_FIELD));
}

/** A suggested question was pressed: answers it as if it had been asked below the answer. */
export async function askSuggestion(pressed: Pressed<ButtonInteraction>): Promise<void> {
  const saved = await recallAnswer(pressed, pressed.id.answerId);
  if (saved) await askNext(pressed, saved.question, saved.answer.suggestions[pressed.id.index] ?? "");
}

async function askNext(pressed: Pressed, before: Question, text: string): Promise<void> {
  const { interaction } = pressed;
  const { token, channelId, user } = interaction;
  const audience = audienceOf(interaction);
  const heading = askedLine(audience === "everyone" && !isDirect(interaction) ? user.id : null, { text });
  await ask(pressed, text, {
    continuation: continuationAfter(interaction, before),
    place: { kind: "interaction", token, channelId, audience, heading, instead: null },
  });
}

/** What a follow-up to this answer leans on: the thread or direct messages it stands in, else the answer's question. */
function continuationAfter(interaction: AnswerInteraction, question: Question): Continuation {
  const { channel, channelId } = interaction;
  const isPrivate = !interaction.inGuild();
  if (channelId && audienceOf(interaction) === "everyone" && (isPrivate || channel?.isThread()))
    return { kind: "joins", key: conversationKey(channelId), openedBy: isPrivate ? "dm" : "mention" };
  return { kind: "alone", earlier: [...(question.earlier ?? []), asTyped(question)] };
}
