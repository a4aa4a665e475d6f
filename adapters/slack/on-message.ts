import type { App } from "@slack/bolt";
import { isOpenQuestion } from "../conversation/addressed.ts";
import { createAnswerId } from "../conversation/answering.ts";
import type { Asked, Continuation } from "../conversation/asked.ts";
import { parseRequest, requestOf } from "../conversation/request.ts";
import { acknowledgeBy, ackOf } from "./acknowledge.ts";
import type { SlackBot } from "./bot.ts";
import { mention, readMrkdwn } from "./markup.ts";
import {
  askingIn,
  directKey,
  type Origin,
  placeFor,
  privately,
  type SlackPlace,
  threadKey,
  type Workspace,
  workspaceOf,
} from "./place.ts";
import { readMessageEvent, type Said } from "./read-message.ts";

/**
 * Answers mentions, direct messages, and plain questions in threads that the command opened. A mention comes twice, as
 * `app_mention` and as `message`; whichever is first is answered.
 */
export function listenToMessages(app: App, bot: SlackBot): void {
  app.event("app_mention", ({ event, context }) =>
    bot.run("mention", () => onMessage(bot, { event, isMention: true, context })),
  );
  app.event("message", ({ event, context }) =>
    bot.run("message", () => onMessage(bot, { event, isMention: false, context })),
  );
}

interface Heard {
  readonly event: unknown;
  readonly isMention: boolean;
  readonly context: Origin & Readonly<Record<string, unknown>> & { readonly botUserId?: string };
}

async function onMessage(bot: SlackBot, { event, isMention, context }: Heard): Promise<void> {
  const message = readMessageEvent(event);
  if (message === null) return;
  if (message.kind === "deleted") return bot.deleted.note(message.channel, message.ts);
  const me = context.botUserId ?? null;
  const isCalled = isMention || (me !== null && message.text.includes(mention(me)));
  const isAddressed = message.isDirect || isCalled;
  if (!isAddressed && !(await isFollowUp(bot, message))) return;
  const asked = askedIn(message, { me, isAddressed, workspace: workspaceOf(context) });
  await bot.exchange.take(asked, acknowledgeBy(ackOf(context)));
}

async function isFollowUp({ conversations }: SlackBot, { channel, threadTs, text }: Said): Promise<boolean> {
  if (threadTs === null || !isOpenQuestion(text)) return false;
  return (await conversations.find(threadKey(channel, threadTs)))?.openedBy === "command";
}

interface Addressed {
  readonly me: string | null;
  /** Whether Talks was called, rather than asked without a mention in its own thread. */
  readonly isAddressed: boolean;
  readonly workspace: Workspace;
}

function askedIn(said: Said, { me, isAddressed, workspace }: Addressed): Asked<SlackPlace> {
  const { channel, user, ts, threadTs, isDirect } = said;
  const words = readMrkdwn(said.text, me);
  const parsed = parseRequest(words);
  const isPrivate = parsed.kind === "question" && parsed.audience === "asker" && !isDirect;
  const place = placeFor({
    ...{ workspace, channel, user },
    threadTs: isDirect ? threadTs : (threadTs ?? ts),
    whisperTs: threadTs,
    questionTs: ts,
  });
  return {
    key: `${workspace.teamId ?? ""}:${channel}:${ts}`,
    answerId: createAnswerId(),
    request: requestOf(parsed, { isNothingAsked: words === "" }),
    asker: askingIn(channel, user, { isAddressed }),
    isCounted: true,
    continuation: continuationOf(said, workspace, isPrivate),
    place: isPrivate ? privately(place) : place,
  };
}

function continuationOf(
  { channel, user, ts, threadTs, isDirect }: Said,
  workspace: Workspace,
  isPrivate: boolean,
): Continuation {
  if (isDirect) return { kind: "joins", key: directKey(workspace, user, threadTs), openedBy: "dm" };
  const key = threadKey(channel, threadTs ?? ts);
  return isPrivate ? { kind: "overhears", key } : { kind: "joins", key, openedBy: "mention" };
}
