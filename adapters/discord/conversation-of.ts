import { ChannelType, type Interaction, PermissionFlagsBits } from "discord.js";
import type { Audience, DiscordBot } from "./discord-bot.ts";
import { type Conversation, conversationKey } from "./place.ts";

/** What the bot needs in a channel to answer in a thread of it. */
export const FOR_A_THREAD = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
];

/** Which conversation a command belongs to, by where it was given. */
export async function conversationOf(
  bot: DiscordBot,
  interaction: Interaction,
  audience: Audience,
): Promise<Conversation> {
  const channelId = interaction.channelId ?? "";
  const isDirect = !interaction.inGuild();
  if (isDirect || interaction.channel?.isThread()) {
    if (audience === "everyone") return { kind: "channel", channelId, openedBy: isDirect ? "dm" : "mention" };
    const known = await bot.conversations.find(conversationKey(channelId));
    return { kind: "alone", earlier: known?.questions ?? [] };
  }
  return audience === "everyone" && mayStartThread(interaction)
    ? { kind: "new-thread", channelId, from: { token: interaction.token } }
    : { kind: "alone", earlier: [] };
}

/** Asking Discord in vain costs a round trip and counts against the bot, so that what is known beforehand is heeded. */
function mayStartThread({ channel, appPermissions, authorizingIntegrationOwners }: Interaction): boolean {
  const hasThreads = channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
  return hasThreads && authorizingIntegrationOwners.guildId !== null && appPermissions.has(FOR_A_THREAD);
}
