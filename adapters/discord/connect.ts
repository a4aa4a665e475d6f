import { Client, Events, GatewayIntentBits, Options, Partials, type WebSocketOptions } from "discord.js";
import type { DiscordConfig } from "../config.ts";
import type { ConnectionListener } from "../conversation/chat-adapter.ts";
import { withTimeout } from "../conversation/timeout.ts";
import type { Log } from "../log.ts";
import { OperatorError } from "../operator-error.ts";
import { UnreachableError } from "../unreachable.ts";
import { describeError, explainClose, explainFault } from "./api-errors.ts";
import { putCommands } from "./commands.ts";
import { createShards } from "./shards.ts";

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

/** One connection to Discord's gateway, with the client that holds it; where it cannot be opened, another is to be made. */
export interface Gateway {
  /**
   * Resolves once all shards are ready; tells each change from then on. Rejects with a sentence for the operator: an
   * UnreachableError where another one may be opened later.
   */
  open(onChange: ConnectionListener): Promise<Client<true>>;
  close(): Promise<void>;
}

/** Discord has to tell in this time where its gateway is. */
const ANSWER_MS = 10_000;
/** A client that waits for somebody who is gone is not waited for. */
const LEAVE_MS = 1_000;

/** Makes the client; nothing is sent before `open`. */
export function createGateway(config: DiscordConfig, log: Log): Gateway {
  let begun = () => {};
  const shards = createShards(() => begun());
  const client = createClient(config, shards);
  client.on(Events.Error, (error) => log.error("Discord's client failed", describeError(error)));
  const why = lastWordsOf(client);

  const ready = () =>
    new Promise<Client<true>>((resolve, reject) => {
      const silent = () =>
        reject(new UnreachableError(`Discord at ${new URL(config.apiUrl).host} does not answer in time.`));
      const timer = setTimeout(silent, ANSWER_MS);
      begun = () => clearTimeout(timer);
      client.once(Events.ClientReady, resolve);
      client.once(Events.ShardDisconnect, ({ code }) => reject(new OperatorError(explainClose(code))));
      client.once(Events.ShardReconnecting, () => reject(new UnreachableError(why())));
      client.login(config.token).catch((error: unknown) => reject(explainFault(error, config)));
    });
  const close = async () => {
    begun();
    await withTimeout(Promise.all([shards.abandon(), client.destroy()]), LEAVE_MS).catch(() => {});
  };
  return {
    async open(onChange) {
      try {
        const connected = await ready();
        follow(connected, why, onChange);
        return connected;
      } catch (error) {
        await close();
        throw error;
      }
    },
    close,
  };
}

/** Registers the commands; those of an earlier start stay usable where this fails. */
export async function registerAtStart(client: Client<true>, log: Log): Promise<void> {
  try {
    await putCommands(client.rest, client.application.id);
  } catch (error) {
    log.warn("The commands could not be registered; try `talks register`", describeError(error));
  }
}

/** discord.js resumes a session by itself; it is connected as long as no shard is away. */
function follow(client: Client<true>, why: () => string, onChange: ConnectionListener): void {
  const away = new Set<number>();
  const back = (shard: number) => {
    if (away.delete(shard) && away.size === 0) onChange({ kind: "connected" });
  };
  client.on(Events.ShardReconnecting, (shard) => {
    away.add(shard);
    onChange({ kind: "lost", why: why() });
  });
  client.on(Events.ShardResume, back);
  client.on(Events.ShardReady, back);
  client.on(Events.ShardDisconnect, ({ code }) => onChange({ kind: "refused", why: explainClose(code) }));
}

/** Why a shard is away, as far as anybody said. */
function lastWordsOf(client: Client): () => string {
  let last: Error | null = null;
  client.on(Events.ShardError, (error) => {
    last = error;
  });
  for (const event of [Events.ShardReady, Events.ShardResume] as const)
    client.on(event, () => {
      last = null;
    });
  return () => {
    const gateway = `Discord's gateway${client.ws.gateway === null ? "" : ` at ${new URL(client.ws.gateway).host}`}`;
    return last === null ? `${gateway} hung up, or cannot be reached.` : `${gateway} fails: ${last.message}.`;
  };
}
