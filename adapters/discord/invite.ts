import { OAuth2Scopes, PermissionFlagsBits } from "discord.js";

/** A permission that the invitation asks for, and what for. */
export interface NeededPermission {
  readonly name: string;
  readonly bit: bigint;
  readonly reason: string;
}

/** Everything the bot asks of a server. */
export const NEEDED_PERMISSIONS: readonly NeededPermission[] = [
  { name: "View Channels", bit: PermissionFlagsBits.ViewChannel, reason: "to notice mentions and to open threads" },
  { name: "Send Messages", bit: PermissionFlagsBits.SendMessages, reason: "to reply where no thread can be" },
  {
    name: "Create Public Threads",
    bit: PermissionFlagsBits.CreatePublicThreads,
    reason: "one thread for each question",
  },
  { name: "Send Messages in Threads", bit: PermissionFlagsBits.SendMessagesInThreads, reason: "the answer goes there" },
  {
    name: "Read Message History",
    bit: PermissionFlagsBits.ReadMessageHistory,
    reason: "to reply to the message that asks",
  },
];

/** What the bot needs in a channel to answer in a thread of it. */
export const FOR_A_THREAD = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
];

const PERMISSION_INTEGER = NEEDED_PERMISSIONS.reduce((sum, { bit }) => sum | bit, 0n);

/** The address at which somebody adds the bot to a server. */
export function inviteUrl(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(PERMISSION_INTEGER),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
