import { cleanContent, type Message, MessageType } from "discord.js";
import * as v from "valibot";
import { isOpenQuestion, withoutAddressees } from "../conversation/addressed.ts";
import { isRecord } from "../conversation/parse-json.ts";
import type { Said } from "../conversation/platform.ts";
import { parseCustomId } from "./action-ids.ts";

/** A message that wants an answer; `text` is without the mention of the bot and may be empty. */
export interface MessageRequest {
  readonly kind: "direct" | "mention" | "thread";
  readonly text: string;
  /** The words of a message that it forwards; `null` where it forwards none. */
  readonly shared: string | null;
}

/**
 * Reads a message: direct messages, mentions of the bot or of its role, and open questions in our threads, whose words
 * Discord hands over only with the Message Content intent. Anything else, and every message of a bot, is `null`.
 */
export async function readMessage(
  message: Message,
  isOurThread: (channelId: string) => Promise<boolean>,
): Promise<MessageRequest | null> {
  if (message.author.bot || message.webhookId !== null || !isWritten(message)) return null;
  const [text, shared] = [wordsFor(message), message.messageSnapshots.first()?.content || null];
  if (message.channel.isDMBased()) return { kind: "direct", text, shared };
  if (isCalled(message)) return { kind: "mention", text, shared };
  const isQuestion = isOpenQuestion(message.content);
  // A reply to the bot notifies it, wanted or not: "thanks!" is no question.
  if (message.mentions.users.has(message.client.user.id)) return isQuestion ? { kind: "mention", text, shared } : null;
  if (!isQuestion || !message.channel.isThread()) return null;
  return (await isOurThread(message.channelId)) ? { kind: "thread", text, shared } : null;
}

function isWritten({ type }: Message): boolean {
  return type === MessageType.Default || type === MessageType.Reply;
}

/** Without the Message Content intent a mention of the role arrives, but not the words beside it. */
function isCalled({ client, content, mentions }: Message): boolean {
  return (
    content.includes(`<@${client.user.id}>`) ||
    content.includes(`<@!${client.user.id}>`) ||
    ownRoles({ client, mentions }).length > 0
  );
}

function ownRoles({ client, mentions }: Pick<Message, "client" | "mentions">): readonly string[] {
  return mentions.roles.filter((role) => role.tags?.botId === client.user.id).map((role) => role.id);
}

function wordsFor({ client, content, channel, mentions }: Message): string {
  const own = [
    `<@${client.user.id}>`,
    `<@!${client.user.id}>`,
    ...ownRoles({ client, mentions }).map((role) => `<@&${role}>`),
  ];
  const rest = own.reduce((text, mention) => text.replaceAll(mention, " "), withoutAddressees(content));
  return cleanContent(rest, channel).trim();
}

const TEXT = v.fallback(v.string(), "");
const SNAPSHOT = v.object({ message: v.object({ content: TEXT }) });
const MESSAGE = v.object({
  content: TEXT,
  components: v.fallback(v.array(v.unknown()), []),
  message_snapshots: v.fallback(v.array(SNAPSHOT), []),
});

/**
 * What a message says that a question is about: an answer of Talks, by its buttons; or its words below the title of its
 * post. Without the Message Content intent Discord keeps the words back that do not mention Talks.
 */
export function readAbout(message: unknown, title: string | null): Said | null {
  const { success, output } = v.safeParse(MESSAGE, message);
  const answerId = success ? answerIdIn(output.components) : null;
  if (answerId !== null) return { kind: "answer", answerId };
  const written = success ? output.content || (output.message_snapshots[0]?.message.content ?? "") : "";
  const words = withoutAddressees(written);
  const text = title === null || words.includes(title) ? words : `${title}\n${words}`.trim();
  return text === "" ? null : { kind: "words", text };
}

function answerIdIn(components: readonly unknown[]): string | null {
  for (const component of components) {
    if (!isRecord(component)) continue;
    const id = typeof component.custom_id === "string" ? parseCustomId(component.custom_id) : null;
    const inside = Array.isArray(component.components) ? answerIdIn(component.components) : null;
    if (id !== null || inside !== null) return id?.answerId ?? inside;
  }
  return null;
}
