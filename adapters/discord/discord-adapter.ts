import { type Client, Events, REST } from "discord.js";
import type { ChatAdapter } from "../chat/chat-adapter.ts";
import { type ChatOptions, createChatServices } from "../chat/chat-services.ts";
import type { DiscordConfig } from "../config.ts";
import { createGateway, type Gateway, registerAtStart } from "./connect.ts";
import { createDiscordApi } from "./discord-api.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { createEventIntake, type EventIntake } from "./event-intake.ts";
import { onInteraction } from "./interaction-listener.ts";
import { inviteUrl } from "./invite.ts";
import { onMessage } from "./message-listener.ts";
import { restOptions } from "./rest-options.ts";
import { takeUpQuestions } from "./take-up.ts";
import { turnAway } from "./turn-away.ts";

/** What the adapter is given by the composition root. */
export interface DiscordAdapterOptions extends ChatOptions {
  readonly config: DiscordConfig;
}

/** Talks in Discord: over the gateway, in as many shards as Discord recommends. */
export function createDiscordAdapter(options: DiscordAdapterOptions): ChatAdapter {
  const { config, state, log } = options;
  const intake = createEventIntake(state, log);
  const stopping = new AbortController();
  let gateway: Gateway | null = null;
  return {
    name: "discord",
    async start(onChange = () => {}) {
      gateway = createGateway(config, log);
      const client = await gateway.open(onChange);
      const bot = createBot(client, options);
      listen(client, intake, bot);
      intake.run(() => takeUpQuestions(bot, stopping.signal));
      intake.run(() => registerAtStart(client, log));
      log.info(`Add Talks to a Discord server: ${inviteUrl(client.application.id)}`);
    },
    async stop() {
      stopping.abort();
      await intake.stop();
      await gateway?.close();
    },
  };
}

function createBot(client: Client<true>, options: DiscordAdapterOptions): DiscordBot {
  const { config } = options;
  // Discord counts no reply to an interaction towards its limit for all requests, but discord.js does.
  const interactionRest = new REST({ ...restOptions(config), globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  return {
    ...createChatServices("discord", options),
    api: createDiscordApi({
      rest: client.rest,
      interactionRest,
      applicationId: client.application.id,
      isKnownChannel: (id) => client.channels.cache.has(id),
    }),
  };
}

function listen(client: Client<true>, intake: EventIntake, bot: DiscordBot): void {
  client.on(Events.InteractionCreate, (interaction) =>
    intake.take(interaction.id, () => (intake.isStopping() ? turnAway(interaction) : onInteraction(bot, interaction))),
  );
  client.on(Events.MessageCreate, (message) => {
    if (!intake.isStopping()) intake.take(message.id, () => onMessage(bot, message));
  });
}
