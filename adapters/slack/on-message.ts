import type { App } from "@slack/bolt";
import { isOpenQuestion, withoutAddressees } from "../conversation/addressed.ts";
import { type Asked, askedFor } from "../conversation/asked.ts";
import { parseRequest, requestOfMessage } from "../conversation/request.ts";
import { acknowledgeBy, ackOf } from "./acknowledge.ts";
import { mention, readMrkdwn } from "./markup.ts";
import {
  askingIn,
  joining,
  type Origin,
  placeFor,
  privately,
  type SlackPlace,
  threadKey,
  type Workspace,
  workspaceOf,
} from "./place.ts";
import { type PostedMessage, readMessageEvent } from "./read-message.ts";
import { noteDeleted, type SlackBot } from "./write.ts";

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
  if (message.kind === "deleted") return noteDeleted(bot.state, message.channel, message.ts);
  const me = context.botUserId ?? null;
  const isCalled = isMention || (me !== null && message.text.includes(mention(me)));
  const isAddressed = message.isDirect || isCalled;
  if (!isAddressed && !(await isFollowUp(bot, message))) return;
  const asked = askedIn(message, { me, isAddressed, workspace: workspaceOf(context) });
  await bot.exchange.take(asked, acknowledgeBy(ackOf(context)));
}

async function isFollowUp({ conversations }: SlackBot, { channel, threadTs, text }: PostedMessage): Promise<boolean> {
  if (threadTs === null || !isOpenQuestion(text)) return false;
  return (await conversations.find(threadKey(channel, threadTs)))?.openedBy === "command";
}

interface Addressed {
  readonly me: string | null;
  /** Whether Talks was called, rather than asked without a mention in its own thread. */
  readonly isAddressed: boolean;
  readonly workspace: Workspace;
}

function askedIn(said: PostedMessage, { me, isAddressed, workspace }: Addressed): Asked<SlackPlace> {
  const { channel, user, ts, threadTs, shared, editedTs, isDirect } = said;
  const words = readMrkdwn(withoutAddressees(said.text), me);
  const parsed = parseRequest(words);
  const isPrivate = parsed.isPrivate && !isDirect;
  const place = placeFor({
    ...{ workspace, channel, user },
    threadTs: isDirect ? threadTs : (threadTs ?? ts),
    ephemeralTs: threadTs,
    questionTs: ts,
  });
  // The same in every workspace that shares the channel.
  const message = `${channel}:${ts}`;
  return askedFor({
    key: editedTs === null ? message : `${message}:${editedTs}`,
    request: requestOfMessage(words, parsed.request, { shared, isAbout: threadTs !== null }),
    asker: askingIn(channel, user, { isAddressed }),
    continuation: isPrivate ? { kind: "overhears", key: threadKey(channel, threadTs ?? ts) } : joining(place),
    about: threadTs === null ? null : { channel, message: threadTs, title: null, isReply: false },
    edit: editedTs === null ? null : { of: message, writtenAt: Number(ts) * 1_000, at: Number(editedTs) * 1_000 },
    place: isPrivate ? privately(place) : place,
  });
}
