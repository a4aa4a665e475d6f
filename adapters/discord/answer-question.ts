import type { Question } from "../../src/index.ts";
import { questionJson, type SavedAnswer } from "../chat/answering.ts";
import type { OpenedBy } from "../chat/conversations.ts";
import type { Who } from "../chat/observer.ts";
import { NOT_SHOWN } from "../chat/texts.ts";
import { describeError, isMessageGone } from "./api-errors.ts";
import type { Audience, DiscordBot } from "./discord-bot.ts";
import { createChannelDraft, createNonce, type Draft, writeFirstAccepted } from "./draft.ts";
import { plainMessage } from "./message.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderPlainAnswer } from "./render-plain.ts";
import { threadName } from "./texts.ts";

/** Where an answer goes, and which questions came before it. */
export interface Place {
  /** The message that holds the answer; for a new thread the one it hangs on, or the answer where no thread can be. */
  readonly draft: Draft;
  /** Markdown above the answer in `draft`; `null` where the message replies to the question anyway. */
  readonly heading: string | null;
  readonly audience: Audience;
  readonly asker: Who;
  readonly conversation: Conversation;
}

/** A thread still to be made, the thread or direct messages one is in, or no lasting conversation at all. */
export type Conversation =
  | { readonly kind: "new-thread"; readonly channelId: string; readonly from: ThreadRoot }
  | { readonly kind: "channel"; readonly channelId: string; readonly openedBy: OpenedBy }
  | { readonly kind: "alone"; readonly earlier: readonly string[] };

/** What a new thread hangs on: the message that asks, or the reply to the interaction with this token. */
export type ThreadRoot = { readonly messageId: string } | { readonly token: string };

/** The name under which a thread or direct-message channel is remembered; ids are unique across Discord. */
export function conversationKey(channelId: string): string {
  return `discord:${channelId}`;
}

/** Answers a question in its place; where a new thread cannot be had, in the draft. */
export async function answerQuestion(bot: DiscordBot, question: Question, place: Place): Promise<void> {
  const { conversation, draft } = place;
  switch (conversation.kind) {
    case "new-thread":
      return keepUntilAnswered(bot, question, { ...place, conversation, nonce: createNonce() });
    case "channel":
      return bot.turns.take(conversationKey(conversation.channelId), async () =>
        showAnswer(draft, await askIn(bot, question, place.asker, conversation), place),
      );
    case "alone":
      return showAnswer(
        draft,
        await bot.answering.ask({ ...question, earlier: conversation.earlier }, place.asker),
        place,
      );
  }
}

/** A place in which a thread is opened; the nonce keeps its answer from being posted twice. */
export type OpeningPlace = Place & {
  readonly conversation: Conversation & { readonly kind: "new-thread" };
  readonly nonce: string;
};

/** Until it is answered, the question is kept for a process that comes after this one. */
async function keepUntilAnswered(bot: DiscordBot, question: Question, place: OpeningPlace): Promise<void> {
  const { heading, asker, nonce } = place;
  const { channelId, from } = place.conversation;
  const kept = { question: questionJson(question), channelId, from: { ...from }, heading, person: asker.person, nonce };
  await bot.pending.keep(kept, () => answerInNewThread(bot, question, place));
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

/** Opens the thread, or finds the one that was opened before, and answers in it. */
export async function answerInNewThread(bot: DiscordBot, question: Question, place: OpeningPlace): Promise<void> {
  const { channelId, from } = place.conversation;
  const anchorId =
    "token" in from ? await place.draft.write(plainMessage(place.heading ?? question.text)) : from.messageId;
  const threadId = await openThread(bot, channelId, anchorId, threadName(question.text));
  if (threadId === null)
    return answerQuestion(bot, question, { ...place, conversation: { kind: "alone", earlier: [] } });

  // Follow-ups without a mention are answered in every thread that Talks opened, whatever opened it.
  const saved = await askIn(bot, question, place.asker, { channelId: threadId, openedBy: "command" });
  try {
    const draft = createChannelDraft(bot.api, threadId, { nonce: place.nonce });
    await showAnswer(draft, saved, { heading: null, audience: place.audience });
  } catch (error) {
    bot.log.warn("Discord takes no message in the new thread; the answer is shown in place", describeError(error));
    await showAnswer(place.draft, saved, place);
  }
}

async function askIn(
  bot: DiscordBot,
  question: Question,
  asker: Who,
  { channelId, openedBy }: { readonly channelId: string; readonly openedBy: OpenedBy },
): Promise<SavedAnswer> {
  const earlier = await bot.conversations.remember(conversationKey(channelId), openedBy, question.text);
  return bot.answering.ask({ ...question, earlier }, asker);
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
