import { ChannelType, type Message } from "discord.js";
import type { Question } from "../../src/index.ts";
import { admit } from "../conversation/admission.ts";
import type { Who } from "../conversation/observer.ts";
import { parseRequest } from "../conversation/request.ts";
import { answerQuestion } from "./answer-question.ts";
import { askingIn } from "./asking.ts";
import { FOR_A_THREAD } from "./conversation-of.ts";
import type { Audience, DiscordBot } from "./discord-bot.ts";
import { createNonce } from "./draft.ts";
import { renderHelp } from "./help.ts";
import { type DraftPlace, type LastingDraft, openDraft } from "./lasting-draft.ts";
import { plainMessage } from "./message.ts";
import { type Conversation, conversationKey } from "./place.ts";
import { type MessageRequest, readMessage } from "./read-message.ts";
import { orApologise } from "./respond.ts";
import { renderSources } from "./sources.ts";
import { askedLine } from "./texts.ts";

/** Answers mentions, direct messages and, with the Message Content intent, open questions in our threads. */
export async function onMessage(bot: DiscordBot, message: Message): Promise<void> {
  const request = await readMessage(message, (channelId) => isOurThread(bot, channelId));
  if (!request) return;
  const draft = openDraft(bot.api, draftPlaceOf("reply", message));
  await orApologise(bot, draft, async () => {
    const parsed = parseRequest(request.text);
    switch (parsed.kind) {
      case "help":
        return void (await draft.write(renderHelp(bot.engine().coverage, { isNothingAsked: request.text === "" })));
      case "sources":
        return void (await draft.write(renderSources(bot.engine().coverage)));
      case "question":
        return answerMessage(bot, { message, request, draft }, parsed);
    }
  });
}

interface Asked {
  readonly message: Message;
  readonly request: MessageRequest;
  readonly draft: LastingDraft;
}

async function answerMessage(
  bot: DiscordBot,
  { message, request, draft }: Asked,
  { text, audience }: { readonly text: string; readonly audience: Audience },
): Promise<void> {
  const asker = askingIn(message, request.kind !== "thread");
  if (!(await admit(bot, asker, text, (reason) => draft.write(plainMessage(reason))))) return;
  if (audience === "asker" && request.kind !== "direct") return answerInPrivate(bot, message, { text }, asker);
  const conversation = conversationOfMessage(message, request);
  await answerQuestion(bot, { text }, { draft, heading: null, audience: "everyone", asker, conversation });
}

async function isOurThread(bot: DiscordBot, channelId: string): Promise<boolean> {
  const conversation = await bot.conversations.find(conversationKey(channelId));
  return conversation?.openedBy === "command";
}

function conversationOfMessage(message: Message, { kind }: MessageRequest): Conversation {
  const { id, channel, channelId, client } = message;
  if (kind === "direct") return { kind: "channel", channelId, openedBy: "dm" };
  if (channel.isThread()) return { kind: "channel", channelId, openedBy: "mention" };
  const hasThreads = channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
  if (hasThreads && (channel.permissionsFor(client.user)?.has(FOR_A_THREAD) ?? true))
    return { kind: "new-thread", channelId, from: { messageId: id } };
  return { kind: "alone", earlier: [] };
}

function draftPlaceOf(kind: "reply" | "private", { id, channelId, author }: Message): DraftPlace {
  return { kind, channelId, messageId: id, authorId: author.id, nonce: createNonce() };
}

/** A mention has no answer that only one person sees, but direct messages are private. */
async function answerInPrivate(bot: DiscordBot, message: Message, question: Question, asker: Who): Promise<void> {
  await answerQuestion(bot, question, {
    draft: openDraft(bot.api, draftPlaceOf("private", message)),
    heading: askedLine(null, question),
    audience: "everyone",
    asker,
    conversation: { kind: "alone", earlier: [] },
  });
}
