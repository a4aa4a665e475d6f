import type { webApi } from "@slack/bolt";
import { FAILED } from "../conversation/texts.ts";
import { answerBlock } from "./action-ids.ts";
import {
  type AnchoredQuestion,
  anchorBlock,
  answerBelow,
  parseAnchoredQuestion,
  renderAnchor,
  rootOf,
} from "./anchor.ts";
import { answerUnderId } from "./ask.ts";
import { personOf } from "./asking.ts";
import { callPatiently } from "./patience.ts";
import { findBlock, type Posted } from "./post.ts";
import { type NamedQuestion, parseQuestionLeft } from "./public-question.ts";
import { errorCode } from "./refusal.ts";
import type { Services } from "./services.ts";
import { type Listener, whisperTo } from "./whisper.ts";
import type { Workspace } from "./workspace.ts";

/** Gives the client that may post in a workspace. */
export type ClientFor = (workspace: Workspace) => Promise<webApi.WebClient>;

/** Answers the questions that a process before this one was answering when it ended. */
export async function takeUpQuestions(services: Services, clientFor: ClientFor, signal: AbortSignal): Promise<void> {
  await services.pending.takeUp(async (value) => {
    const anchored = parseAnchoredQuestion(value);
    if (anchored !== null) return takeUpAnchored(services, await clientFor(anchored.workspace), anchored);
    const left = parseQuestionLeft(value);
    if (left === null) return;
    // Those of one conversation in their order, since they lean on each other.
    await services.turns.take(`slack:take-up:${left.conversation.key}`, async () =>
      takeUpInPlace(services, await clientFor(left.workspace), left),
    );
  }, signal);
}

/** A question whose anchor is not there was heard by nobody else, and gets both. */
async function takeUpAnchored(services: Services, client: webApi.WebClient, question: AnchoredQuestion): Promise<void> {
  const { channel, user, answerId } = question;
  const look = async (): Promise<{ readonly anchor: Posted | null; readonly isAnswered: boolean }> => {
    const anchor = await findBlock(client, rootOf(channel), anchorBlock(answerId));
    return { anchor, isAnswered: anchor !== null && (await hasReply(client, anchor)) };
  };
  const found = await lookFor(services, client, { channel, user, threadTs: null }, look);
  if (found === null || found.isAnswered) return;
  const posted = found.anchor ?? (await services.post(client, rootOf(channel), renderAnchor(question)));
  if (posted.kind === "posted")
    await answerBelow(services, client, { question, anchor: posted, asker: personOf(user) });
}

/** Whether whoever posted the anchor has said something below it. */
async function hasReply(client: webApi.WebClient, { channel, ts }: Posted): Promise<boolean> {
  const { messages = [] } = await client.conversations.replies({ channel, ts });
  const anchor = messages.find((message) => message.ts === ts);
  return messages.some((message) => message.ts !== ts && message.user === anchor?.user);
}

async function takeUpInPlace(services: Services, client: webApi.WebClient, question: NamedQuestion): Promise<void> {
  const { place, asker, askedBy, answerId } = question;
  const { channel, threadTs } = place;
  const listener = { channel, threadTs, user: asker?.person ?? askedBy };
  const look = async () => ({ answer: await findBlock(client, place, answerBlock(answerId)) });
  const found = await lookFor(services, client, listener, look);
  if (found === null || found.answer !== null) return;
  const answered = await answerUnderId(services, client, question);
  if (answered.kind === "refused") await tellToAskAgain(services, client, listener);
}

type Waiting = Omit<Listener, "user"> & { readonly user: string | null };

/**
 * What there is in Slack. Where Slack does not let the bot see it, `null`, and the asker is told to ask again: an answer must
 * not come twice.
 */
async function lookFor<Found>(
  services: Services,
  client: webApi.WebClient,
  listener: Waiting,
  look: () => Promise<Found>,
): Promise<Found | null> {
  try {
    return await callPatiently(look, { log: services.log });
  } catch (error) {
    services.log.warn("It cannot be seen whether a question was answered before the restart.", {
      error: errorCode(error),
    });
    await tellToAskAgain(services, client, listener);
    return null;
  }
}

async function tellToAskAgain({ log }: Services, client: webApi.WebClient, { user, ...where }: Waiting): Promise<void> {
  if (user !== null) await whisperTo(client, { ...where, user }, log)({ text: FAILED, blocks: [] });
}
