import type { App, MessageShortcut, SlashCommand } from "@slack/bolt";
import { type Asked, askedFor, type Continuation, type Request } from "../conversation/asked.ts";
import { parseRequest } from "../conversation/request.ts";
import { acknowledgeBy, acknowledging } from "./acknowledge.ts";
import { ACTIONS } from "./action-ids.ts";
import { readMrkdwn } from "./markup.ts";
import { askingIn, isDirect, joining, placeFor, type SlackPlace, type Workspace, workspaceOf } from "./place.ts";
import { wordsIn } from "./read-message.ts";
import type { SlackBot } from "./write.ts";

/** Answers the slash command, whatever name the app's manifest gives it, and the message shortcut. */
export function listenToCommands(app: App, bot: SlackBot): void {
  app.command(/.*/, ({ ack, command, context }) =>
    bot.run("command", () =>
      acknowledging(ack, (ackOnce) => {
        const asked = askedByCommand(command, workspaceOf(context), context.botUserId ?? null);
        return bot.exchange.take(asked, acknowledgeBy(ackOnce));
      }),
    ),
  );
  app.shortcut({ type: "message_action", callback_id: ACTIONS.askAbout }, ({ ack, shortcut, context }) =>
    bot.run("shortcut", () =>
      acknowledging(ack, async (ackOnce) => {
        if (shortcut.type !== "message_action") return;
        const asked = askedByShortcut(shortcut, workspaceOf(context));
        await bot.exchange.take(asked, acknowledgeBy(ackOnce));
      }),
    ),
  );
}

/** The question gets a thread of its own, but in direct messages; or, if it is private, an answer for the asker alone. */
function askedByCommand(command: SlashCommand, workspace: Workspace, me: string | null): Asked<SlackPlace> {
  const { channel_id: channel, channel_name: channelName, user_id: user, response_url: responseUrl } = command;
  const { request, isPrivate } = parseRequest(readMrkdwn(command.text, me));
  const place = placeFor({
    workspace,
    channel,
    channelName,
    user,
    responseUrl,
    isAskerNamed: isDirect({ channel, user }),
  });
  const openly: Continuation = isDirect(place) ? joining(place) : { kind: "opens" };
  return askedFor({
    key: `command:${command.trigger_id}`,
    request,
    asker: askingIn(channel, user),
    continuation: isPrivate ? { kind: "alone", earlier: [] } : openly,
    place: isPrivate ? { ...place, kind: "ephemeral" } : place,
  });
}

/** Somebody's message is the question, and the answer goes into its thread. */
function askedByShortcut(shortcut: MessageShortcut, workspace: Workspace): Asked<SlackPlace> {
  const { message, response_url: responseUrl } = shortcut;
  const [channel, user] = [shortcut.channel.id, shortcut.user.id];
  const text = wordsIn(message);
  const request: Request =
    text === "" ? { kind: "help", isNothingAsked: true } : { kind: "question", question: { text } };
  const inThread: unknown = message.thread_ts;
  const threadTs = typeof inThread === "string" ? inThread : message.ts;
  const place = placeFor({
    ...{ workspace, channel, user, threadTs, responseUrl },
    channelName: shortcut.channel.name,
    questionTs: message.ts,
    isAskerNamed: true,
  });
  return askedFor({
    key: `shortcut:${shortcut.trigger_id}`,
    request,
    asker: askingIn(channel, user),
    continuation: joining(place),
    place,
  });
}
