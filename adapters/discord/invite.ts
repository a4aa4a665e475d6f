import { OAuth2Scopes, PermissionFlagsBits } from "discord.js";

/** Everything the bot asks of a server. */
const NEEDED = [
  // To notice mentions and to open threads.
  PermissionFlagsBits.ViewChannel,
  // To reply where no thread can be.
  PermissionFlagsBits.SendMessages,
  // One thread for each question, into which the answer goes.
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
  // To reply to the message that asks.
  PermissionFlagsBits.ReadMessageHistory,
];

/** What the bot needs in a channel to answer in a thread of it. */
export const FOR_A_THREAD = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
];

/** The address at which somebody adds the bot to a server. */
export function inviteUrl(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(NEEDED.reduce((sum, bit) => sum | bit, 0n)),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
