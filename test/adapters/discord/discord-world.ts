import { MessageFlags } from "discord.js";
import {
  APPLICATION,
  BOT,
  type Channel,
  channelData,
  DIRECT,
  ELSEWHERE,
  FORUM,
  GENERAL,
  GROUP,
  GUILD,
  idAt,
  type Message,
  messageData,
  POST,
  type User,
  VOICE,
} from "./discord-data.ts";
import { refusalOf } from "./discord-refusal.ts";
import { type Reply, refusal } from "./discord-rest.ts";

/** An interaction as a person sees it: whether and how it was acknowledged, and the message that came of it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly channel: Channel;
  readonly user: User;
  /** The message whose button was pressed. */
  readonly source: Message | null;
  /** The type of the callback: 4 a message, 5 "is thinking", 8 choices, 9 a dialog; `null` as long as there is none. */
  callback: number | null;
  data: Record<string, unknown>;
  isEphemeral: boolean;
  messageId: string | null;
}

/** Everything there is on the server, and what the API does to it. */
export interface World {
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  readonly interactions: Map<string, Interaction>;
  /** Registered commands by server, those for all under "global". */
  readonly commands: ReadonlyMap<string, readonly unknown[]>;
  nextId(): string;
  /** The API, but for what concerns the gateway. */
  handle(method: string, path: string, body: Record<string, unknown>): Reply | null;
}

/** Tells the clients of an event. */
export type Dispatch = (event: string, data: object) => void;

/** A server with a few channels and no messages. */
export function createWorld(dispatch: Dispatch): World {
  const channels = new Map(
    [GENERAL, FORUM, POST, VOICE, DIRECT, GROUP, ELSEWHERE].map((channel) => [channel.id, channel]),
  );
  const messages = new Map<string, Message>();
  const interactions = new Map<string, Interaction>();
  const commands = new Map<string, readonly unknown[]>();
  let newest = idAt(Date.now());
  const nextId = () => {
    newest += 1n;
    return String(newest);
  };

  const put = (message: Message, body: Record<string, unknown>): Reply => {
    const refused = refusalOf(body);
    if (refused) return refusal(refused.status, refused.status === 500 ? 0 : 50035, refused.reason);
    messages.set(message.id, message);
    return { status: 200, data: messageData(message) };
  };
  const post = (channelId: string, body: Record<string, unknown>): Reply => {
    if (!channels.has(channelId)) return refusal(404, 10003, "Unknown channel");
    const isTwin = (other: Message) =>
      other.nonce !== null && other.nonce === body.nonce && other.channel_id === channelId;
    const twin = body.enforce_nonce === true && [...messages.values()].find(isTwin);
    if (twin) return { status: 200, data: messageData(twin) };
    return put(writtenMessage(nextId(), channelId, body), body);
  };
  const edit = (shown: Message | undefined, body: Record<string, unknown>): Reply => {
    if (!shown) return refusal(404, 10008, "Unknown message");
    const written = writtenMessage(shown.id, shown.channel_id, body);
    const kept = shown.flags & MessageFlags.Ephemeral;
    return put({ ...written, nonce: shown.nonce, replyTo: shown.replyTo, flags: written.flags | kept }, body);
  };
  const startThread = (channelId: string, messageId: string, name: string): Reply => {
    if (!messages.has(messageId)) return refusal(404, 10008, "Unknown message");
    if (channels.has(messageId)) return refusal(400, 160004, "A thread has already been created for this message");
    if (channels.get(channelId)?.type !== GENERAL.type) return refusal(400, 50024, "Not in a channel of this type");
    const thread: Channel = {
      id: messageId,
      type: POST.type,
      name,
      guild_id: GUILD,
      parent_id: channelId,
      owner_id: BOT.id,
    };
    channels.set(thread.id, thread);
    dispatch("THREAD_CREATE", { ...channelData(thread), newly_created: true });
    return { status: 201, data: channelData(thread) };
  };
  const acknowledge = (interaction: Interaction | undefined, body: Record<string, unknown>): Reply => {
    if (!interaction) return refusal(404, 10062, "Unknown interaction");
    if (interaction.callback !== null) return refusal(400, 40060, "Already acknowledged");
    const data = isObject(body.data) ? body.data : {};
    interaction.callback = Number(body.type);
    interaction.data = data;
    interaction.isEphemeral = (Number(data.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    if (interaction.callback > 5) return { status: 204 };
    const message = writtenMessage(nextId(), interaction.channel.id, data);
    interaction.messageId = message.id;
    messages.set(message.id, { ...message, isThinking: interaction.callback === 5 });
    return { status: 204 };
  };
  const register = (scope: string, body: Record<string, unknown>): Reply => {
    commands.set(scope, Object.values(body));
    return { status: 200, data: Object.values(body) };
  };
  const isAcknowledged = (token: string) =>
    [...interactions.values()].some((interaction) => interaction.token === token && interaction.callback !== null);
  const latest = (channelId: string) =>
    [...messages.values()]
      .filter(({ channel_id }) => channel_id === channelId)
      .reverse()
      .slice(0, 50)
      .map(messageData);
  const one = (channelId: string, messageId: string): Reply => {
    const message = messages.get(messageId);
    const isThere = message?.channel_id === channelId;
    return message && isThere ? { status: 200, data: messageData(message) } : refusal(404, 10008, "Unknown message");
  };
  const replyOf = (token: string): Message | undefined => {
    const interaction = [...interactions.values()].find((other) => other.token === token);
    return interaction?.messageId ? messages.get(interaction.messageId) : undefined;
  };

  return {
    channels,
    messages,
    interactions,
    commands,
    nextId,
    handle(method, path, body) {
      const [, root, id = "", what = "", key = "", leaf = ""] = path.split("/");
      switch (`${method} /${root}/${root === "channels" ? `${what}/${leaf}` : ""}`) {
        case "GET /applications/":
          if (what === "commands") return { status: 200, data: commands.get("global") ?? [] };
          return { status: 200, data: { id: APPLICATION, name: "talks", flags: 0, approximate_guild_count: 1 } };
        case "PUT /applications/":
          return register(what === "guilds" ? key : "global", body);
        case "POST /interactions/":
          return acknowledge(interactions.get(id), body);
        case "PATCH /webhooks/":
          return isAcknowledged(what) ? edit(replyOf(what), body) : refusal(404, 10015, "Unknown Webhook");
        case "GET /channels/messages/":
          if (key !== "") return one(id, key);
          return channels.has(id) ? { status: 200, data: latest(id) } : refusal(404, 10003, "Unknown channel");
        case "POST /channels/messages/":
          return post(id, body);
        case "PATCH /channels/messages/":
          return edit(messages.get(key), body);
        case "POST /channels/messages/threads":
          return startThread(id, key, String(body.name));
        case "POST /users/":
          return { status: 200, data: channelData(DIRECT) };
        default:
          return null;
      }
    },
  };
}

function writtenMessage(id: string, channelId: string, body: Record<string, unknown>): Message {
  const { flags, content, components, nonce, message_reference } = body;
  return {
    id,
    channel_id: channelId,
    author: BOT,
    flags: Number(flags ?? 0),
    content: typeof content === "string" ? content : "",
    components: Array.isArray(components) ? components : [],
    nonce: typeof nonce === "string" ? nonce : null,
    replyTo: isObject(message_reference) ? String(message_reference.message_id) : null,
    isThinking: false,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
