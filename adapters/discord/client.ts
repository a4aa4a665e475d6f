import { Client, GatewayIntentBits, Options, Partials, type WebSocketOptions } from "discord.js";
import type { DiscordConfig } from "../config.ts";

/** A client that pings nobody, keeps no messages and asks for the privileged intent only where it is switched on. */
export function createClient(config: DiscordConfig, ws: WebSocketOptions): Client {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(config.messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    // Direct messages come from channels that no list announces, and changes are of messages that are not kept.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    shards: "auto",
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, ReactionManager: 0 }),
    rest: { api: config.apiUrl },
    ws,
  });
}
