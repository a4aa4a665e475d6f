import type { webApi } from "@slack/bolt";
import { isRecord, stringsOf } from "../chat/parse-json.ts";
import { FAILED } from "../chat/texts.ts";
import { type AnchoredQuestion, answerBelow, renderAnchor, rootOf } from "./anchor.ts";
import { personOf } from "./asking.ts";
import { callPatiently } from "./patience.ts";
import { findPosted, type Posted } from "./post.ts";
import { errorCode } from "./refusal.ts";
import type { Services } from "./services.ts";
import { whisperTo } from "./whisper.ts";
import { parseWorkspace, type Workspace } from "./workspace.ts";

/** Gives the client that may post in a workspace. */
export type ClientFor = (workspace: Workspace) => Promise<webApi.WebClient>;

/** Answers the questions that a process before this one was answering when it ended. */
export async function takeUpQuestions(services: Services, clientFor: ClientFor, signal: AbortSignal): Promise<void> {
  await services.pending.takeUp(async (value) => {
    const question = parseQuestion(value);
    if (question !== null) await takeUp(services, await clientFor(question.workspace), question);
  }, signal);
}

/**
 * A question whose anchor is not there was heard by nobody else, and gets both. Where Slack does not let the bot see
 * whether the answer is there, the asker is told to ask again: an answer must not come twice.
 */
async function takeUp(services: Services, client: webApi.WebClient, question: AnchoredQuestion): Promise<void> {
  const { channel, user } = question;
  const { log } = services;
  let anchor: Posted | null;
  try {
    anchor = await callPatiently(() => findPosted(client, rootOf(channel), renderAnchor(question)), { log });
    if (anchor !== null && (await isAnswered(client, anchor, services))) return;
  } catch (error) {
    log.warn("It cannot be seen whether a question was answered before the restart.", { error: errorCode(error) });
    await whisperTo(client, { channel, user, threadTs: null }, log)({ text: FAILED, blocks: [] });
    return;
  }
  const posted = anchor ?? (await services.post(client, rootOf(channel), renderAnchor(question)));
  if (posted.kind === "posted")
    await answerBelow(services, client, { question, anchor: posted, asker: personOf(user) });
}

/** Whether whoever posted the anchor has said something below it. */
async function isAnswered(client: webApi.WebClient, { channel, ts }: Posted, { log }: Services): Promise<boolean> {
  const { messages = [] } = await callPatiently(() => client.conversations.replies({ channel, ts }), { log });
  const anchor = messages.find((message) => message.ts === ts);
  return messages.some((message) => message.ts !== ts && message.user === anchor?.user);
}

function parseQuestion(value: unknown): AnchoredQuestion | null {
  if (!isRecord(value)) return null;
  const { channel, user, text, name, earlier, workspace } = value;
  if (typeof channel !== "string" || typeof user !== "string" || typeof text !== "string") return null;
  if (typeof name !== "string") return null;
  return { channel, user, text, name, earlier: stringsOf(earlier), workspace: parseWorkspace(workspace) };
}
