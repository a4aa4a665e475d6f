import { type Client, Events, REST } from "discord.js";
import type { DiscordConfig } from "../config.ts";
import type { ChatAdapter } from "../conversation/chat-adapter.ts";
import { type ChatOptions, createChatServices } from "../conversation/services.ts";
import type { DiscordBot } from "./bot.ts";
import { createClient, restOptions } from "./client.ts";
import { connect, logConnection, registerAtStart } from "./connect.ts";
import { inviteUrl } from "./invite.ts";
import { onInteraction } from "./on-interaction.ts";
import { onMessage } from "./on-message.ts";
import { createDiscordPlatform } from "./platform.ts";
import { createDiscordApi } from "./write.ts";

/** What the adapter is given by the composition root. */
export interface DiscordAdapterOptions extends ChatOptions {
  readonly config: DiscordConfig;
}

/** Talks in Discord: over the gateway, in as many shards as Discord recommends. */
export function createDiscordAdapter(options: DiscordAdapterOptions): ChatAdapter {
  const { config, log } = options;
  const client = createClient(config);
  let bot: DiscordBot | null = null;
  return {
    name: "discord",
    async start() {
      logConnection(client, log);
      const ready = await connect(client, config.token);
      bot = createBot(ready, options);
      listen(ready, bot);
      bot.takeUp();
      await registerAtStart(ready, log);
      log.info(`Add Talks to a Discord server: ${inviteUrl(ready.application.id)}`);
    },
    async stop() {
      await bot?.stop();
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}

function createBot(client: Client<true>, options: DiscordAdapterOptions): DiscordBot {
  const { rest, application, user } = client;
  // Discord counts no reply to an interaction towards its limit for all requests, but discord.js does.
  const interactionRest = new REST({
    ...restOptions(options.config),
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  });
  const api = createDiscordApi({ rest, interactionRest, applicationId: application.id, botUserId: user.id });
  return { ...createChatServices(createDiscordPlatform(api), options), api };
}

function listen(client: Client<true>, bot: DiscordBot): void {
  client.on(
    Events.InteractionCreate,
    (interaction) => void bot.run("interaction", () => onInteraction(bot, interaction)),
  );
  client.on(Events.MessageCreate, (message) => {
    if (!bot.isStopping()) void bot.run("message", () => onMessage(bot, message));
  });
}
