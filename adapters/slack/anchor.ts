import type { webApi } from "@slack/bolt";
import { createAnswerId } from "../conversation/answering.ts";
import { cutText } from "../conversation/cut.ts";
import type { Who } from "../conversation/observer.ts";
import { isRecord, stringsOf } from "../conversation/parse-json.ts";
import { answerUnderId } from "./ask.ts";
import { literal, section } from "./blocks.ts";
import { ROOM } from "./limits.ts";
import { escapeEntities, mention, oneLine } from "./markup.ts";
import type { Message } from "./message.ts";
import { callPatiently } from "./patience.ts";
import { threadConversation } from "./places.ts";
import type { Place, Posted } from "./post.ts";
import type { Services } from "./services.ts";
import { parseWorkspace, type Workspace } from "./workspace.ts";

/** A question that begins a thread of its own. */
export interface OpeningQuestion {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly earlier: readonly string[];
  readonly workspace: Workspace;
}

/** A question with the id of its answer, by which the anchor that shows it is found again. */
export interface AnchoredQuestion extends OpeningQuestion {
  readonly answerId: string;
}

/** The name of the block that is an anchor. */
export function anchorBlock(answerId: string): string {
  return `question:${answerId}`;
}

/** Reads a question that was kept for an anchor; `null` for anything else. */
export function parseAnchoredQuestion(value: unknown): AnchoredQuestion | null {
  if (!isRecord(value)) return null;
  const { channel, user, text, answerId, earlier, workspace } = value;
  if (typeof channel !== "string" || typeof user !== "string" || typeof text !== "string") return null;
  if (typeof answerId !== "string") return null;
  return { channel, user, text, answerId, earlier: stringsOf(earlier), workspace: parseWorkspace(workspace) };
}

/** How an opening question is treated beside being answered. */
export interface Treatment {
  /** Whoever it counts for; `null` where it was counted before. */
  readonly asker: Who | null;
  /** Called with Slack's error code where nothing can be posted in the channel. */
  readonly onRefusal: (error: string) => Promise<void>;
}

/**
 * Posts an anchor that shows the question and answers in its thread, since a command has no message of its own. True
 * where the anchor was posted. Until it is answered, the question is kept for a process that comes after this one.
 */
export function answerInNewThread(
  services: Services,
  client: webApi.WebClient,
  opening: OpeningQuestion,
  treatment: Treatment,
): Promise<boolean> {
  const { channel, user, text, earlier, workspace } = opening;
  const question = { channel, user, text, earlier, workspace: { ...workspace }, answerId: createAnswerId() };
  return services.pending.keep(question, async () => {
    const posted = await services.post(client, rootOf(channel), renderAnchor(question));
    if (posted.kind === "refused") await treatment.onRefusal(posted.error);
    if (posted.kind !== "posted") return false;
    await answerBelow(services, client, { question, anchor: posted, asker: treatment.asker });
    return true;
  });
}

/** The channel itself, outside of its threads. */
export function rootOf(channel: string): Place {
  return { channel, threadTs: null, questionTs: null };
}

/** A question with its anchor in the channel. */
export interface Anchored {
  readonly question: AnchoredQuestion;
  readonly anchor: Posted;
  readonly asker: Who | null;
}

/** Answers in the thread of the anchor. */
export async function answerBelow(
  services: Services,
  client: webApi.WebClient,
  { question, anchor, asker }: Anchored,
): Promise<void> {
  const { channel, ts } = anchor;
  const answered = await answerUnderId(services, client, {
    text: question.text,
    earlier: question.earlier,
    conversation: threadConversation(channel, ts, "command"),
    place: { channel, threadTs: ts, questionTs: null },
    askedBy: null,
    asker,
    workspace: question.workspace,
    answerId: question.answerId,
  });
  if (answered.kind !== "refused") return;
  // The thread takes no answer, but the anchor stands for everyone to see: it says so, rather than being deleted.
  const shown = renderAnchor(question);
  const content = { text: `${shown.text}\n${NO_REPLY}`, blocks: [...shown.blocks, section(NO_REPLY)] };
  await callPatiently(() => client.chat.update({ channel, ts, ...content }), { log: services.log });
}

/** The message that shows who asked what. */
export function renderAnchor({ user, text, answerId }: AnchoredQuestion): Message {
  const question = cutText(oneLine(text), ROOM.question);
  return {
    text: `${mention(user)} asked: ${escapeEntities(question)}`,
    blocks: [
      {
        type: "rich_text",
        block_id: anchorBlock(answerId),
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "user", user_id: user },
              { type: "text", text: " asked: " },
              ...literal(question, { bold: true }),
            ],
          },
        ],
      },
    ],
  };
}

const NO_REPLY =
  "I have an answer, but Slack did not let me post it in this thread. Please ask me in a direct message.";
