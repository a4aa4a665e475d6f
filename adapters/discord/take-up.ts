import type { Question } from "../../src/index.ts";
import { parseQuestion } from "../chat/answering.ts";
import { isRecord } from "../chat/parse-json.ts";
import { answerInNewThread, type ThreadRoot } from "./answer-question.ts";
import { isTokenGone } from "./api-errors.ts";
import { personOf } from "./asking.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { createChannelDraft, type Draft, withFallback } from "./draft.ts";
import { orApologise } from "./respond.ts";

/** Answers the questions that a process before this one was answering when it ended. */
export async function takeUpQuestions(bot: DiscordBot, signal: AbortSignal): Promise<void> {
  await bot.pending.takeUp(async (value) => {
    const left = parseLeft(value);
    if (left === null) return;
    const { question, channelId, from, heading, person, nonce } = left;
    const draft = draftFor(bot, left);
    const conversation = { kind: "new-thread", channelId, from } as const;
    const place = { draft, heading, audience: "everyone", asker: personOf(person), conversation, nonce } as const;
    await orApologise(bot, draft, () => answerInNewThread(bot, question, place));
  }, signal);
}

/** A question that was left, with the nonce under which Discord knows its answer if that was posted. */
interface Left {
  readonly question: Question;
  readonly channelId: string;
  readonly from: ThreadRoot;
  readonly heading: string | null;
  readonly person: string;
  readonly nonce: string;
}

function draftFor({ api }: DiscordBot, { channelId, from, nonce }: Left): Draft {
  if ("messageId" in from) return createChannelDraft(api, channelId, { replyTo: from.messageId, nonce });
  const late = createChannelDraft(api, channelId, { nonce });
  return withFallback({ write: (message) => api.editReply(from.token, message) }, isTokenGone, late);
}

function parseLeft(value: unknown): Left | null {
  if (!isRecord(value)) return null;
  const { channelId, heading, person, nonce } = value;
  const question = parseQuestion(value.question);
  const from = parseRoot(value.from);
  if (question === null || from === null) return null;
  if (typeof channelId !== "string" || typeof person !== "string" || typeof nonce !== "string") return null;
  return { question, channelId, from, heading: typeof heading === "string" ? heading : null, person, nonce };
}

function parseRoot(value: unknown): ThreadRoot | null {
  if (!isRecord(value)) return null;
  if (typeof value.messageId === "string") return { messageId: value.messageId };
  return typeof value.token === "string" ? { token: value.token } : null;
}
