import { type Client, Events, type Message, type PartialMessage, REST } from "discord.js";
import type { DiscordConfig } from "../config.ts";
import type { ChatAdapter, ChatOptions } from "../conversation/chat-adapter.ts";
import { createChatServices } from "../conversation/services.ts";
import { createGateway, type Gateway, registerAtStart } from "./connect.ts";
import { inviteUrl } from "./invite.ts";
import { onInteraction } from "./on-interaction.ts";
import { onMessage } from "./on-message.ts";
import { createDiscordPlatform } from "./platform.ts";
import { createDiscordApi, type DiscordBot } from "./write.ts";

/** What the adapter is given by the composition root. */
export interface DiscordAdapterOptions extends ChatOptions {
  readonly config: DiscordConfig;
}

/** Talks in Discord: over the gateway, in as many shards as Discord recommends. */
export function createDiscordAdapter(options: DiscordAdapterOptions): ChatAdapter {
  const { config, log } = options;
  let gateway: Gateway | null = null;
  let bot: DiscordBot | null = null;
  return {
    name: "discord",
    async start(onChange = () => {}) {
      gateway = createGateway(config, log);
      const client = await gateway.open(onChange);
      const ready = createBot(client, options);
      bot = ready;
      listen(client, ready);
      ready.takeUp();
      void ready.run("register", () => registerAtStart(client, log));
      log.info(`Add Talks to a Discord server: ${inviteUrl(client.application.id)}`);
    },
    async stop() {
      await bot?.stop();
      await gateway?.close();
    },
  };
}

function createBot(client: Client<true>, options: DiscordAdapterOptions): DiscordBot {
  // Discord counts no reply to an interaction towards its limit for all requests, but discord.js does.
  const { apiUrl: api } = options.config;
  const interactionRest = new REST({ api, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  const calls = createDiscordApi(client, interactionRest);
  return { ...createChatServices(createDiscordPlatform(calls, options.config), options), api: calls };
}

function listen(client: Client<true>, bot: DiscordBot): void {
  client.on(
    Events.InteractionCreate,
    (interaction) => void bot.run("interaction", () => onInteraction(bot, interaction)),
  );
  const hear = (message: Message | PartialMessage) => {
    if (!bot.isStopping()) void bot.run("message", () => onMessage(bot, message));
  };
  client.on(Events.MessageCreate, hear);
  // Pins, previews and threads change a message, too, but not its words.
  client.on(Events.MessageUpdate, (_, message) => message.editedTimestamp !== null && hear(message));
}
