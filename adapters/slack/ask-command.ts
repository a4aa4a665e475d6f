import { randomUUID } from "node:crypto";
import type { App, RespondFn, SlashCommand, webApi } from "@slack/bolt";
import { cutText } from "../chat/cut.ts";
import { parseRequest } from "../chat/request.ts";
import { answerInPlace, composeAnswer, withHint } from "./ask.ts";
import { literal, section } from "./blocks.ts";
import { describeRefusal } from "./hints.ts";
import { ROOM } from "./limits.ts";
import { escapeEntities, mention, oneLine, readMrkdwn } from "./markup.ts";
import type { Message } from "./message.ts";
import { callPatiently } from "./patience.ts";
import { threadConversation } from "./places.ts";
import { renderHelp, renderSources } from "./render-help.ts";
import type { Services } from "./services.ts";
import { whisperBy } from "./whisper.ts";

/** Answers the slash command, whatever name the app's manifest gives it. */
export function listenToCommand(app: App, services: Services): void {
  app.command(/.*/, async ({ ack, command, client, respond, context }) => {
    await ack();
    await services.handle("command", () =>
      obey(services, { command, client, respond, bot: context.botUserId ?? null }),
    );
  });
}

interface Command {
  readonly command: SlashCommand;
  readonly client: webApi.WebClient;
  readonly respond: RespondFn;
  readonly bot: string | null;
}

async function obey(services: Services, { command, client, respond, bot }: Command): Promise<void> {
  const whisper = whisperBy(respond, null, services.log);
  const request = parseRequest(readMrkdwn(command.text, bot));
  const { coverage } = services.engine();
  if (request.kind === "help") await whisper(renderHelp(coverage));
  else if (request.kind === "sources") await whisper(renderSources(coverage));
  else if (request.audience === "asker")
    await whisper(await composeAnswer(services, { text: request.text }, { audience: "asker", askedBy: null }));
  else {
    const { text } = request;
    const onRefusal = async (error: string) => {
      const answer = await composeAnswer(services, { text }, { audience: "asker", askedBy: null });
      await whisper(withHint(answer, describeRefusal(error, command.channel_name)));
    };
    await answerInNewThread(services, client, { channel: command.channel_id, user: command.user_id, text, onRefusal });
  }
}

/** A question that begins a thread of its own. */
export interface OpeningQuestion {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly earlier?: readonly string[];
  /** Called with Slack's error code where nothing can be posted in the channel. */
  readonly onRefusal: (error: string) => Promise<void>;
}

/**
 * Posts an anchor that shows the question and answers in its thread, since a command has no message of its own. True
 * where the anchor was posted.
 */
export async function answerInNewThread(
  services: Services,
  client: webApi.WebClient,
  { channel, user, text, earlier = [], onRefusal }: OpeningQuestion,
): Promise<boolean> {
  const anchor = renderAnchor(user, text);
  const posted = await services.post(client, { channel, threadTs: null, questionTs: null }, anchor);
  if (posted.kind === "refused") await onRefusal(posted.error);
  if (posted.kind !== "posted") return false;
  const answered = await answerInPlace(services, client, {
    text,
    earlier,
    conversation: threadConversation(posted.channel, posted.ts, "command"),
    place: { channel: posted.channel, threadTs: posted.ts, questionTs: null },
    askedBy: null,
  });
  if (answered.kind === "refused") await admitInAnchor(services, client, { ...posted, anchor });
  return true;
}

function renderAnchor(user: string, text: string): Message {
  const question = cutText(oneLine(text), ROOM.question);
  return {
    text: `${mention(user)} asked: ${escapeEntities(question)}`,
    blocks: [
      {
        type: "rich_text",
        block_id: `question:${randomUUID()}`,
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

/** The anchor of a thread. */
interface Anchor {
  readonly channel: string;
  readonly ts: string;
  readonly anchor: Message;
}

/** The thread takes no answer, but the anchor stands for everyone to see: it says so, rather than being deleted. */
async function admitInAnchor(
  services: Services,
  client: webApi.WebClient,
  { channel, ts, anchor }: Anchor,
): Promise<void> {
  const blocks = [...anchor.blocks, section(NO_REPLY)];
  const text = `${anchor.text}\n${NO_REPLY}`;
  await callPatiently(() => client.chat.update({ channel, ts, text, blocks }), { log: services.log });
}

const NO_REPLY =
  "I have an answer, but Slack did not let me post it in this thread. Please ask me in a direct message.";
