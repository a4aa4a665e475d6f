import { type Client, Events, REST } from "discord.js";
import type { Engine } from "../../src/index.ts";
import { createAnswering } from "../chat/answering.ts";
import type { ChatAdapter } from "../chat/chat-adapter.ts";
import { createConversations } from "../chat/conversations.ts";
import type { FairUse } from "../chat/fair-use.ts";
import { createFeedback } from "../chat/feedback.ts";
import type { Observer } from "../chat/observer.ts";
import { createPending } from "../chat/pending.ts";
import type { State } from "../chat/state.ts";
import { createTurns } from "../chat/turns.ts";
import type { DiscordConfig } from "../config.ts";
import type { Log } from "../log.ts";
import { createClient } from "./client.ts";
import { connect, logConnection, registerAtStart } from "./connect.ts";
import { createDiscordApi } from "./discord-api.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { createEventIntake, type EventIntake } from "./event-intake.ts";
import { onInteraction } from "./interaction-listener.ts";
import { inviteUrl } from "./invite.ts";
import { onMessage } from "./message-listener.ts";
import { restOptions } from "./rest-options.ts";
import { takeUpQuestions } from "./take-up.ts";
import { turnAway } from "./turn-away.ts";

/** What the adapter is made of; `engine` is asked anew for each question, so that the corpus can change meanwhile. */
export interface DiscordAdapterOptions {
  readonly config: DiscordConfig;
  readonly engine: () => Engine;
  readonly state: State;
  readonly fairUse: FairUse;
  readonly observer: Observer;
  readonly log: Log;
}

/** Talks in Discord: over the gateway, in as many shards as Discord recommends. */
export function createDiscordAdapter(options: DiscordAdapterOptions): ChatAdapter {
  const { config, state, log } = options;
  const client = createClient(config);
  const intake = createEventIntake(state, log);
  const stopping = new AbortController();
  return {
    name: "discord",
    async start() {
      logConnection(client, log);
      const ready = await connect(client, config.token);
      const bot = createBot(ready, options);
      listen(ready, intake, bot);
      intake.run(() => takeUpQuestions(bot, stopping.signal));
      await registerAtStart(ready, log);
      log.info(`Add Talks to a Discord server: ${inviteUrl(ready.application.id)}`);
    },
    async stop() {
      stopping.abort();
      await intake.stop();
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}

function createBot(client: Client<true>, options: DiscordAdapterOptions): DiscordBot {
  const { config, engine, state, fairUse, observer, log } = options;
  // Discord counts no reply to an interaction towards its limit for all requests, but discord.js does.
  const interactionRest = new REST({ ...restOptions(config), globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  return {
    api: createDiscordApi({
      rest: client.rest,
      interactionRest,
      applicationId: client.application.id,
      isKnownChannel: (id) => client.channels.cache.has(id),
    }),
    engine,
    state,
    log,
    fairUse,
    observer,
    answering: createAnswering(engine, state, observer),
    conversations: createConversations(state),
    feedback: createFeedback(state, observer),
    pending: createPending(state, "discord", log),
    turns: createTurns(),
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
