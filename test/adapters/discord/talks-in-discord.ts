import type { ChatAdapter, ConnectionState } from "../../../adapters/conversation/chat-adapter.ts";
import type { State } from "../../../adapters/conversation/state.ts";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { createDiscordAdapter } from "../../../adapters/discord/discord-adapter.ts";
import { createFairUse } from "../../../adapters/ops/fair-use.ts";
import type { FairUseConfig } from "../../../adapters/ops/operations-config.ts";
import type { Engine } from "../../../src/index.ts";
import { createRecordedObserver, NO_LIMITS, type RecordedObserver } from "../recorded-observer.ts";
import { type DiscordServer, startDiscordServer } from "./discord-server.ts";
import { harbourEngine } from "./harbour-engine.ts";

/** A bot that is connected to a server of its own, and what it told its operator. */
export interface TalksInDiscord {
  readonly server: DiscordServer;
  readonly adapter: ChatAdapter;
  readonly observer: RecordedObserver;
  readonly log: readonly string[];
  /** How the connection has fared since the start. */
  readonly connection: readonly ConnectionState[];
}

/** What a test may want otherwise. */
export interface Settings {
  readonly engine?: Engine;
  readonly state?: State;
  readonly messageContent?: boolean;
  readonly shards?: number;
  readonly limits?: Partial<FairUseConfig>;
}

/** The adapter for a server, not yet started. */
export function adapterFor(server: DiscordServer, settings: Settings = {}) {
  const { engine = harbourEngine(), state = createMemoryState(), messageContent = false } = settings;
  const log: string[] = [];
  const note = (message: string, data?: object) => void log.push(`${message} ${JSON.stringify(data ?? {})}`);
  const logged = { info: note, warn: note, error: note };
  const observer = createRecordedObserver();
  const adapter = createDiscordAdapter({
    config: { token: "a.discord.token", messageContent, apiUrl: server.apiUrl },
    engine: () => engine,
    state,
    fairUse: createFairUse({ ...NO_LIMITS, ...settings.limits }, null),
    observer,
    log: logged,
  });
  return { adapter, observer, log };
}

/** Starts a server and the bot, does the work, and stops both. */
export async function withTalks(settings: Settings, work: (talks: TalksInDiscord) => Promise<void>): Promise<void> {
  const server = await startDiscordServer(settings.shards ? { shards: settings.shards } : {});
  const { adapter, observer, log } = adapterFor(server, settings);
  const connection: ConnectionState[] = [];
  try {
    await adapter.start((state) => connection.push(state));
    await work({ server, adapter, observer, log, connection });
  } finally {
    await adapter.stop();
    await server.close();
  }
}
