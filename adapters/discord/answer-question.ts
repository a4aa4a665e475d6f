import type { Question } from "../../src/index.ts";
import { createAnswerId, type SavedAnswer } from "../conversation/answering.ts";
import type { OpenedBy } from "../conversation/conversations.ts";
import { NOT_SHOWN } from "../conversation/texts.ts";
import { describeError, isMessageGone } from "./api-errors.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { createChannelDraft, type Draft, writeFirstAccepted } from "./draft.ts";
import { plainMessage } from "./message.ts";
import { type Conversation, conversationKey, type NamedPlace, type Place } from "./place.ts";
import { questionLeft } from "./question-left.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderPlainAnswer } from "./render-plain.ts";
import { threadName } from "./texts.ts";

/**
 * Answers a question in its place; where a new thread cannot be had, in the draft. Until it is answered, the question is kept
 * for a process that comes after this one.
 */
export async function answerQuestion(bot: DiscordBot, question: Question, place: Place): Promise<void> {
  const named = { ...place, answerId: createAnswerId() };
  await bot.pending.keep(questionLeft({ question, place: named }), () => answerIn(bot, question, named));
}

/** The same for a question that is kept already. */
export async function answerIn(bot: DiscordBot, question: Question, place: NamedPlace): Promise<void> {
  const { conversation, draft, asker, answerId } = place;
  switch (conversation.kind) {
    case "new-thread":
      return answerInNewThread(bot, question, { ...place, conversation });
    case "channel":
      return bot.turns.take(conversationKey(conversation.channelId), async () =>
        showAnswer(draft, await askIn(bot, question, place, conversation), place),
      );
    case "alone": {
      const { earlier } = conversation;
      return showAnswer(draft, await bot.answering.ask({ ...question, earlier }, asker, answerId), place);
    }
  }
}

/** Shows an answer in the draft: with components, else as text, else a sentence that it could not be shown. */
export async function showAnswer(
  draft: Draft,
  saved: SavedAnswer,
  place: Pick<Place, "heading" | "audience">,
): Promise<void> {
  const frame = { answerId: saved.id, heading: place.heading, audience: place.audience };
  await writeFirstAccepted(draft, [
    renderAnswer(saved.answer, frame),
    renderPlainAnswer(saved.answer, frame),
    plainMessage(NOT_SHOWN),
  ]);
}

type OpeningPlace = NamedPlace & { readonly conversation: Conversation & { readonly kind: "new-thread" } };

/** Opens the thread, or finds the one that was opened before, and answers in it. */
async function answerInNewThread(bot: DiscordBot, question: Question, place: OpeningPlace): Promise<void> {
  const { channelId, from } = place.conversation;
  const anchorId =
    "token" in from ? await place.draft.write(plainMessage(place.heading ?? question.text)) : from.messageId;
  const threadId = await openThread(bot, channelId, anchorId, threadName(question.text));
  if (threadId === null) return answerIn(bot, question, { ...place, conversation: { kind: "alone", earlier: [] } });

  // Follow-ups without a mention are answered in every thread that Talks opened, whatever opened it.
  const saved = await askIn(bot, question, place, { channelId: threadId, openedBy: "command" });
  try {
    const draft = createChannelDraft(bot.api, threadId, { nonce: place.answerId });
    await showAnswer(draft, saved, { heading: null, audience: place.audience });
  } catch (error) {
    bot.log.warn("Discord takes no message in the new thread; the answer is shown in place", describeError(error));
    await showAnswer(place.draft, saved, place);
  }
}

async function askIn(
  bot: DiscordBot,
  question: Question,
  { asker, answerId }: NamedPlace,
  { channelId, openedBy }: { readonly channelId: string; readonly openedBy: OpenedBy },
): Promise<SavedAnswer> {
  const earlier = await bot.conversations.remember(conversationKey(channelId), openedBy, question.text);
  return bot.answering.ask({ ...question, earlier }, asker, answerId);
}

/** A new thread's id; `null` where there can be none, for whatever reason but that the question was deleted. */
async function openThread(bot: DiscordBot, channelId: string, messageId: string, name: string): Promise<string | null> {
  try {
    return await bot.api.startThread(channelId, messageId, name);
  } catch (error) {
    if (isMessageGone(error)) throw error;
    bot.log.warn("No thread can be started here; the answer is shown in place", describeError(error));
    return null;
  }
}
