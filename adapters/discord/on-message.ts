import { ChannelType, type Message, MessageReferenceType, type PartialMessage } from "discord.js";
import type { Question } from "../../src/index.ts";
import { type Asked, askedFor, type Continuation, type Reference } from "../conversation/asked.ts";
import { parseRequest, requestOfMessage } from "../conversation/request.ts";
import { acknowledgeMessage } from "./acknowledge.ts";
import { FOR_A_THREAD } from "./invite.ts";
import { askingIn, conversationKey, type DiscordPlace } from "./place.ts";
import { type MessageRequest, readMessage } from "./read-message.ts";
import { askedLine } from "./texts.ts";
import type { DiscordBot } from "./write.ts";

/**
 * Answers mentions, direct messages and, with the Message Content intent, open questions in our threads, and those that a
 * message becomes by a change.
 */
export async function onMessage(bot: DiscordBot, message: Message | PartialMessage): Promise<void> {
  if (message.partial) return;
  const request = await readMessage(message, (channelId) => isOurThread(bot, channelId));
  if (request !== null) await bot.exchange.take(askedIn(message, request), acknowledgeMessage);
}

async function isOurThread({ conversations }: DiscordBot, channelId: string): Promise<boolean> {
  return (await conversations.find(conversationKey(channelId)))?.openedBy === "command";
}

function askedIn(message: Message, read: MessageRequest): Asked<DiscordPlace> {
  const { request, isPrivate: isMeantPrivate } = parseRequest(read.text);
  const about = aboutOf(message);
  const { id, editedTimestamp, createdTimestamp } = message;
  // A mention has no answer that only one person sees, but direct messages are private.
  const isPrivate = isMeantPrivate && read.kind !== "direct";
  return askedFor({
    key: editedTimestamp === null ? id : `${id}:${editedTimestamp}`,
    request: requestOfMessage(read.text, request, { shared: read.shared, isAbout: about !== null }),
    asker: askingIn(message, read.kind !== "thread"),
    about,
    edit: editedTimestamp === null ? null : { of: id, writtenAt: createdTimestamp, at: editedTimestamp },
    continuation: isPrivate ? { kind: "alone", earlier: [] } : continuationOf(message, read),
    place: isPrivate && request.kind === "question" ? directPlace(message, request.question) : replyPlace(message),
  });
}

/** The message that is replied to; else the one that begins a thread of others, which in a forum stands in it itself. */
function aboutOf({ reference, channel, client }: Message): Reference | null {
  if (reference?.messageId && reference.type === MessageReferenceType.Default)
    return { channel: reference.channelId, message: reference.messageId, title: null, isReply: true };
  if (!channel.isThread() || channel.ownerId === client.user.id) return null;
  const { id, name, parent, parentId } = channel;
  const isPost = parent?.type === ChannelType.GuildForum || parent?.type === ChannelType.GuildMedia;
  return { channel: isPost ? id : (parentId ?? id), message: id, title: name, isReply: false };
}

function replyPlace({ id: messageId, channelId, author }: Message): DiscordPlace {
  return {
    kind: "reply",
    ...{ channelId, messageId, userId: author.id },
    ...{ audience: "everyone", heading: null, instead: null },
  };
}

function directPlace({ id: messageId, channelId, author }: Message, question: Question): DiscordPlace {
  const heading = askedLine(null, question);
  return {
    kind: "direct",
    ...{ userId: author.id, below: { channelId, messageId } },
    ...{ audience: "everyone", heading, instead: null },
  };
}

function continuationOf({ channel, channelId, client }: Message, { kind }: MessageRequest): Continuation {
  const key = conversationKey(channelId);
  if (kind === "direct") return { kind: "joins", key, openedBy: "dm" };
  if (channel.isThread()) return { kind: "joins", key, openedBy: "mention" };
  const hasThreads = channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
  const mayOpen = hasThreads && (channel.permissionsFor(client.user)?.has(FOR_A_THREAD) ?? true);
  return mayOpen ? { kind: "opens" } : { kind: "alone", earlier: [] };
}
