/** Discord's objects, as far as a client needs them, over made-up people and places. */
export const APPLICATION = "100000000000000001";
export const GUILD = "200000000000000001";
export const BOT_ROLE = "200000000000000002";
export const EVERYBODY = GUILD;

/** A person; the bot is one, too. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot?: boolean;
}

export const BOT: User = { id: APPLICATION, username: "talks", bot: true };
export const ANNA: User = { id: "300000000000000001", username: "anna" };
export const BORIS: User = { id: "300000000000000002", username: "boris" };

/** A place for messages. Types: 0 text, 1 direct messages, 2 voice, 3 a group's direct messages, 11 thread, 15 forum. */
export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly guild_id?: string;
  readonly parent_id?: string;
  /** Who started the thread; Anna where nothing is said. */
  readonly owner_id?: string;
}

export const GENERAL: Channel = { id: "400000000000000001", type: 0, name: "general", guild_id: GUILD };
export const FORUM: Channel = { id: "400000000000000002", type: 15, name: "forum", guild_id: GUILD };
export const POST: Channel = {
  id: "400000000000000003",
  type: 11,
  name: "a post",
  guild_id: GUILD,
  parent_id: FORUM.id,
};
export const VOICE: Channel = { id: "400000000000000004", type: 2, name: "voice", guild_id: GUILD };
export const DIRECT: Channel = { id: "400000000000000005", type: 1, name: "" };
/** Direct messages of several people, where somebody uses the app who has installed it. */
export const GROUP: Channel = { id: "400000000000000006", type: 3, name: "" };
/** A channel of a server that has not installed the app, where somebody uses it who has. */
export const ELSEWHERE: Channel = {
  id: "400000000000000009",
  type: 0,
  name: "elsewhere",
  guild_id: "200000000000000009",
};

/** A message that somebody wrote, or the bot. */
export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly author: User;
  readonly flags: number;
  readonly content: string;
  readonly components: readonly unknown[];
  readonly nonce: string | null;
  /** The message it replies to. */
  readonly replyTo: string | null;
  /** The words of a message that it forwards. */
  readonly forwards?: string;
  /** How many seconds after it was written it was changed. */
  readonly editedAfter?: number;
  /** Who is notified by the reply, without being named in the words. */
  readonly notifies?: User;
  /** Deferred and not yet written. */
  readonly isThinking: boolean;
}

const ALL_PERMISSIONS = String((1n << 50n) - 1n);

/** The channel with what discord.js expects of its kind. */
export function channelData(channel: Channel): object {
  if (channel.type === DIRECT.type) return { ...channel, recipients: [userData(ANNA)], flags: 0 };
  if (channel.type === GROUP.type) return { ...channel, recipients: [ANNA, BORIS].map(userData), flags: 0 };
  if (channel.type !== POST.type) return { ...channel, position: 0, permission_overwrites: [], flags: 0 };
  return {
    owner_id: ANNA.id,
    ...channel,
    member_count: 1,
    message_count: 0,
    flags: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 4320,
      archive_timestamp: "2026-01-01T00:00:00.000000+00:00",
      locked: false,
    },
  };
}

/** The person with what discord.js expects. */
export function userData(user: User): object {
  return { discriminator: "0", avatar: null, global_name: user.username, bot: false, ...user };
}

/** What the gateway says of the server at the start. */
export function guildData(channels: readonly Channel[]): object {
  const role = (id: string, name: string, tags: object) => ({
    id,
    name,
    permissions: ALL_PERMISSIONS,
    position: 0,
    color: 0,
    hoist: false,
    managed: false,
    mentionable: true,
    flags: 0,
    ...tags,
  });
  return {
    id: GUILD,
    name: "A server",
    owner_id: ANNA.id,
    roles: [role(EVERYBODY, "@everyone", {}), role(BOT_ROLE, "talks", { managed: true, tags: { bot_id: BOT.id } })],
    members: [{ user: userData(BOT), roles: [BOT_ROLE], joined_at: "2026-01-01T00:00:00.000000+00:00", flags: 0 }],
    channels: channels.filter(({ type, guild_id }) => guild_id === GUILD && type !== POST.type).map(channelData),
    threads: channels.filter(({ type, guild_id }) => guild_id === GUILD && type === POST.type).map(channelData),
    emojis: [],
    stickers: [],
    features: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    member_count: 3,
    large: false,
    unavailable: false,
  };
}

/** The message as Discord sends it. */
export function messageData(message: Message): object {
  const { replyTo, notifies, forwards, editedAfter, isThinking: _, nonce, author, ...rest } = message;
  const mentioned = [BOT, ANNA, BORIS].filter((user) => user === notifies || message.content.includes(`<@${user.id}>`));
  return {
    ...rest,
    type: replyTo ? 19 : 0,
    author: userData(author),
    timestamp: "2026-01-01T00:00:00.000000+00:00",
    edited_timestamp:
      editedAfter === undefined ? null : new Date(writtenAt(message) + editedAfter * 1_000).toISOString(),
    tts: false,
    pinned: false,
    mention_everyone: false,
    mentions: mentioned.map(userData),
    mention_roles: message.content.includes(`<@&${BOT_ROLE}>`) ? [BOT_ROLE] : [],
    attachments: [],
    embeds: [],
    ...(nonce === null ? {} : { nonce }),
    ...(replyTo === null
      ? {}
      : { message_reference: { type: 0, message_id: replyTo, channel_id: message.channel_id } }),
    ...(forwards === undefined
      ? {}
      : {
          message_reference: { type: 1, message_id: "500", channel_id: GENERAL.id },
          message_snapshots: [{ message: { type: 0, content: forwards, attachments: [], embeds: [], mentions: [] } }],
        }),
  };
}

/** An id holds the time since then. */
const BEGINNING_OF_2015 = 1_420_070_400_000;

/** The first id of a moment. */
export function idAt(ms: number): bigint {
  return BigInt(ms - BEGINNING_OF_2015) << 22n;
}

function writtenAt({ id }: Message): number {
  return Number(BigInt(id) >> 22n) + BEGINNING_OF_2015;
}

/** Who presses, types or sends something, and where. */
export interface Scene {
  readonly channel: Channel;
  readonly user: User;
  /** Whether the server has installed the app, or only the person has. */
  readonly installedBy: "server" | "person";
  /** The bot's permissions in the channel. */
  readonly permissions: bigint;
}

/** What all interactions have in common. */
export function sceneData({ channel, user, installedBy, permissions }: Scene): object {
  const isDirect = channel.guild_id === undefined;
  const context = channel.type === GROUP.type ? 2 : 1;
  return {
    channel_id: channel.id,
    channel: channelData(channel),
    locale: "en-US",
    entitlements: [],
    attachment_size_limit: 1,
    app_permissions: String(permissions),
    context: isDirect ? context : 0,
    authorizing_integration_owners: installedBy === "person" ? { 1: user.id } : { 0: channel.guild_id ?? "0" },
    ...(isDirect
      ? { user: userData(user) }
      : {
          guild_id: channel.guild_id,
          guild: { id: channel.guild_id, locale: "en-US", features: [] },
          member: {
            user: userData(user),
            roles: [],
            permissions: ALL_PERMISSIONS,
            joined_at: "2026-01-01T00:00:00.000000+00:00",
            flags: 0,
          },
        }),
  };
}
