import { type Client, Events, type Interaction, type Message, REST } from "discord.js";
import type { Engine } from "../../src/index.ts";
import { createAnswering } from "../chat/answering.ts";
import type { ChatAdapter } from "../chat/chat-adapter.ts";
import { createConversations } from "../chat/conversations.ts";
import { createFeedback } from "../chat/feedback.ts";
import { createInFlight } from "../chat/in-flight.ts";
import type { State } from "../chat/state.ts";
import { createTurns } from "../chat/turns.ts";
import type { DiscordConfig } from "../config.ts";
import type { Log } from "../log.ts";
import { describeError } from "./api-errors.ts";
import { createClient } from "./client.ts";
import { createDiscordApi } from "./discord-api.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { explainClose, explainRefusal } from "./explain-refusal.ts";
import { onInteraction } from "./interaction-listener.ts";
import { inviteUrl } from "./invite.ts";
import { onMessage } from "./message-listener.ts";
import { putCommands } from "./register-commands.ts";
import { restOptions } from "./rest-options.ts";
import { turnAway } from "./turn-away.ts";

/** What the adapter is made of; `engine` is asked anew for each question, so that the corpus can change meanwhile. */
export interface DiscordAdapterOptions {
  readonly config: DiscordConfig;
  readonly engine: () => Engine;
  readonly state: State;
  readonly log: Log;
}

const DRAIN_LIMIT_MS = 10_000;

/** Redelivered events are known this long; Discord replays what was missed within minutes. */
const EVENT_TTL_MS = 15 * 60_000;

/** Talks in Discord: over the gateway, in all shards that Discord recommends. */
export function createDiscordAdapter({ config, engine, state, log }: DiscordAdapterOptions): ChatAdapter {
  const client = createClient(config);
  const inFlight = createInFlight();
  let isStopping = false;

  const once = async (id: string, work: () => Promise<void>) => {
    if (await state.claim(`discord:event:${id}`, EVENT_TTL_MS)) await work();
  };
  const track = (id: string, work: () => Promise<void>) => {
    inFlight.track(once(id, work)).catch((error) => log.error("An event was not handled", describeError(error)));
  };
  const listen = (bot: DiscordBot) => {
    client.on(Events.InteractionCreate, (interaction: Interaction) =>
      track(interaction.id, () => (isStopping ? turnAway(interaction) : onInteraction(bot, interaction))),
    );
    client.on(Events.MessageCreate, (message: Message) => {
      if (!isStopping) track(message.id, () => onMessage(bot, message));
    });
  };

  return {
    name: "discord",
    async start() {
      logConnection(client, log);
      const ready = await connect(client, config.token);
      const interactionRest = new REST({ ...restOptions(config), globalRequestsPerSecond: Number.POSITIVE_INFINITY });
      const api = createDiscordApi({ rest: ready.rest, interactionRest, applicationId: ready.application.id });
      listen({
        api,
        engine,
        state,
        log,
        answering: createAnswering(engine, state),
        conversations: createConversations(state),
        feedback: createFeedback(state),
        turns: createTurns(),
      });
      await registerAtStart(ready, log);
      log.info(`Add Talks to a Discord server: ${inviteUrl(ready.application.id)}`);
    },
    async stop() {
      isStopping = true;
      if (!(await inFlight.drain(DRAIN_LIMIT_MS)))
        log.warn("Discord stops although some questions are not answered yet");
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}

/** Resolves once all shards are ready; rejects with a sentence for the operator. */
async function connect(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.ShardDisconnect, ({ code }) => reject(new Error(explainClose(code))));
  });
  const login = client.login(token).catch((error: unknown) => {
    throw new Error(explainRefusal(error), { cause: error });
  });
  try {
    return await Promise.race([ready, login.then(() => ready)]);
  } catch (error) {
    login.catch(() => {});
    await client.destroy();
    throw error;
  }
}

/** The commands of an earlier start stay usable where this fails. */
async function registerAtStart(client: Client<true>, log: Log): Promise<void> {
  try {
    await putCommands(client.rest, client.application.id);
  } catch (error) {
    log.warn("The commands could not be registered; try `talks register`", describeError(error));
  }
}

function logConnection(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error("Discord's client failed", describeError(error)));
  client.on(Events.ShardError, (error, shard) =>
    log.warn("Discord's connection failed", { shard, ...describeError(error) }),
  );
  client.on(Events.ShardReconnecting, (shard) => log.warn("Discord's connection is made anew", { shard }));
  client.on(Events.ShardResume, (shard, replayed) => log.info("Discord's connection is resumed", { shard, replayed }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error(explainClose(code), { shard }));
}
