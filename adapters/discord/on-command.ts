import {
  ChannelType,
  type ChatInputCommandInteraction,
  cleanContent,
  type Message,
  type MessageContextMenuCommandInteraction,
} from "discord.js";
import { withoutAddressees } from "../conversation/addressed.ts";
import { type Asked, askedFor, type Continuation, type Request } from "../conversation/asked.ts";
import { oneLine } from "../conversation/cut.ts";
import { parseRequest } from "../conversation/request.ts";
import { deferBy, tell } from "./acknowledge.ts";
import { COMMAND } from "./commands.ts";
import { FOR_A_THREAD } from "./invite.ts";
import { type Audience, askingBy, conversationKey, type DiscordPlace, isDirect } from "./place.ts";
import { askedLine, NO_TEXT } from "./texts.ts";
import type { DiscordBot } from "./write.ts";

type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** `/talks`: a question with its filters, answered in a thread of its own where there can be one; and the other commands. */
export async function onCommand(bot: DiscordBot, interaction: ChatInputCommandInteraction): Promise<void> {
  const { request, audience } = readCommand(interaction);
  await bot.exchange.take(askedBy(interaction, request, audience), deferBy(bot, interaction));
}

/** The message command: asks what the chosen message says. */
export async function onAskAbout(bot: DiscordBot, interaction: MessageContextMenuCommandInteraction): Promise<void> {
  const text = wordsOf(interaction.targetMessage);
  if (text === "") return tell(bot, interaction, NO_TEXT);
  const request: Request = { kind: "question", question: { text } };
  await bot.exchange.take(askedBy(interaction, request, "everyone"), deferBy(bot, interaction));
}

interface ReadCommand {
  readonly request: Request;
  readonly audience: Audience;
}

const FILTERS = ["speaker", "source", "since", "until"] as const;

/** Reads a command. The words that other platforms know (`help`, `private …`) work in the question of `/talks`, too. */
function readCommand({ commandName, options }: ChatInputCommandInteraction): ReadCommand {
  if (commandName === COMMAND.sources) return { request: { kind: "sources" }, audience: "asker" };
  if (commandName !== COMMAND.ask) return { request: { kind: "help", isNothingAsked: false }, audience: "asker" };
  const { request, isPrivate } = parseRequest(options.getString("question", true));
  if (request.kind !== "question") return { request, audience: "asker" };
  const filters = FILTERS.flatMap((name) => {
    const value = options.getString(name)?.trim();
    return value ? [[name, value] as const] : [];
  });
  return {
    request: { kind: "question", question: { ...request.question, ...Object.fromEntries(filters) } },
    audience: isPrivate || options.getBoolean("private") ? "asker" : "everyone",
  };
}

function askedBy(interaction: CommandInteraction, request: Request, audience: Audience): Asked<DiscordPlace> {
  const { id: key, token, channelId, user } = interaction;
  const isSeenByOthers = audience === "everyone" && !isDirect(interaction);
  const heading = request.kind === "question" ? askedLine(isSeenByOthers ? user.id : null, request.question) : null;
  return askedFor({
    ...{ key, request },
    asker: askingBy(interaction),
    continuation: continuationOf(interaction, audience),
    place: { kind: "interaction", token, channelId, audience, heading, instead: null },
  });
}

/** Which conversation a command belongs to, by where it was given. */
function continuationOf(interaction: CommandInteraction, audience: Audience): Continuation {
  const key = conversationKey(interaction.channelId);
  const isPrivate = !interaction.inGuild();
  if (isPrivate || interaction.channel?.isThread()) {
    if (audience === "asker") return { kind: "overhears", key };
    return { kind: "joins", key, openedBy: isPrivate ? "dm" : "mention" };
  }
  return audience === "everyone" && mayOpenThread(interaction) ? { kind: "opens" } : { kind: "alone", earlier: [] };
}

/** Asking Discord in vain costs a round trip and counts against the bot, so that what is known beforehand is heeded. */
function mayOpenThread({ channel, appPermissions, authorizingIntegrationOwners }: CommandInteraction): boolean {
  const hasThreads = channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
  return hasThreads && authorizingIntegrationOwners.guildId !== null && appPermissions.has(FOR_A_THREAD);
}

/** The words of a message, or of what it links to or forwards. */
function wordsOf({ content, channel, client, embeds, messageSnapshots }: Message): string {
  const [embed] = embeds;
  const forwarded = messageSnapshots.first()?.content;
  const words = withoutAddressees(content).replaceAll(`<@${client.user.id}>`, " ");
  const shown = words || forwarded || (embed?.title ?? embed?.description ?? "");
  return oneLine(channel ? cleanContent(shown, channel) : shown);
}
