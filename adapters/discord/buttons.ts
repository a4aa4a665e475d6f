import {
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  ComponentType,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from "discord.js";
import { asTyped, type Question } from "../../src/index.ts";
import { ANSWER_TTL_MS } from "../conversation/answering.ts";
import { readingOrder } from "../conversation/arrange.ts";
import type { Continuation } from "../conversation/asked.ts";
import { ask, recallAnswer, recallQuestion, share } from "../conversation/buttons.ts";
import { MAX_REASON_LENGTH } from "../conversation/feedback.ts";
import { NO_MORE, NOT_SHOWN, THANKS } from "../conversation/texts.ts";
import { replyTo } from "./acknowledge.ts";
import { formatCustomId } from "./action-ids.ts";
import { callPatiently, describeError, isAlreadyAcknowledged } from "./api-errors.ts";
import type { AnswerInteraction, Pressed } from "./on-button.ts";
import { type Audience, conversationKey, isDirect } from "./place.ts";
import { renderMore } from "./render-answer.ts";
import { renderContext } from "./render-passage.ts";
import { askedLine, sharedLine } from "./texts.ts";

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

/** **Share**: shows a private answer to everybody in the channel. */
export async function shareAnswer(pressed: Pressed): Promise<void> {
  const { interaction, id } = pressed;
  const question = await recallQuestion(pressed, id.answerId);
  if (question === null) return;
  const { token, channelId, user } = interaction;
  const shown = { audience: "everyone", heading: sharedLine(user.id, question), instead: null } as const;
  await share(
    pressed,
    { id: id.answerId, question },
    {
      continuation: { kind: "alone", earlier: question.earlier ?? [] },
      place: { kind: "interaction", token, channelId, ...shown },
    },
  );
}

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

/** Who sees the message with the button: what follows is for the same eyes. */
function audienceOf({ message }: AnswerInteraction): Audience {
  return message?.flags.has(MessageFlags.Ephemeral) ? "asker" : "everyone";
}

/** Opens a dialog; where Discord has stopped waiting for it, it says so itself. */
async function openModal(
  { bot: { log }, interaction }: Pressed<ButtonInteraction>,
  modal: APIModalInteractionResponseCallbackData,
): Promise<void> {
  try {
    await callPatiently(() => interaction.showModal(modal), log);
  } catch (error) {
    if (!isAlreadyAcknowledged(error)) log.warn("Discord did not open a dialog", describeError(error));
  }
}

const REASON_FIELD = "reason";

/** Opens the dialog for the reason of a 👎. */
export function askForReason(pressed: Pressed<ButtonInteraction>): Promise<void> {
  return openModal(pressed, {
    custom_id: formatCustomId({ ...pressed.id, action: "reason" }),
    title: "What was wrong?",
    components: [
      {
        type: ComponentType.Label,
        label: "Your reason, if you like",
        description: "Your vote counts either way.",
        component: {
          type: ComponentType.TextInput,
          custom_id: REASON_FIELD,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: MAX_REASON_LENGTH,
        },
      },
    ],
  });
}

/** The reason was sent. */
export async function explainVote(pressed: Pressed<ModalSubmitInteraction>): Promise<void> {
  const { bot, interaction, id, asker, tell } = pressed;
  const reason = interaction.fields.getTextInputValue(REASON_FIELD).trim();
  if (reason !== "") await bot.feedback.explain(id.answerId, asker, reason);
  await tell(THANKS.down);
}
