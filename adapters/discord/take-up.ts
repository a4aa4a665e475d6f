import { answerIn } from "./answer-question.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { parseQuestionLeft } from "./question-left.ts";
import { orApologise } from "./respond.ts";

/**
 * Answers the questions that a process before this one was answering when it ended. What that one has posted after all is
 * not posted again: a nonce names each message, and the reply to an interaction is written anew.
 */
export async function takeUpQuestions(bot: DiscordBot, signal: AbortSignal): Promise<void> {
  await bot.pending.takeUp(async (value) => {
    const left = parseQuestionLeft(value, bot.api);
    if (left === null) return;
    const { question, place } = left;
    await orApologise(bot, place.draft, () => answerIn(bot, question, place));
  }, signal);
}
