import type { SlackConfig } from "../../../adapters/config.ts";
import type { ChatAdapter, ConnectionState } from "../../../adapters/conversation/chat-adapter.ts";
import type { State } from "../../../adapters/conversation/state.ts";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { createFairUse } from "../../../adapters/ops/fair-use.ts";
import type { FairUseConfig } from "../../../adapters/ops/operations-config.ts";
import { createSlackAdapter } from "../../../adapters/slack/slack-adapter.ts";
import type { Engine } from "../../../src/index.ts";
import { createRecordedObserver, NO_LIMITS, type RecordedObserver } from "../recorded-observer.ts";
import { type SlackServer, startSlackServer } from "./slack-server.ts";
import { type Channel, type Posted, TOWN } from "./slack-world.ts";
import { createTownEngine, type TownEngine } from "./town-engine.ts";
import { visibleText } from "./visible-text.ts";

/** Talks, connected to a Slack of its own. */
export interface TalksInSlack {
  readonly server: SlackServer;
  readonly adapter: ChatAdapter;
  readonly engine: TownEngine;
  readonly observer: RecordedObserver;
  readonly log: readonly string[];
  /** How the connection has fared since the start. */
  readonly connection: readonly ConnectionState[];
}

/** What a test may want otherwise. */
export interface Settings {
  /** The engine that answers, rather than one whose answers are written down. */
  readonly answering?: Engine;
  readonly state?: State;
  readonly channels?: number;
  readonly config?: (server: SlackServer) => SlackConfig;
  readonly limits?: Partial<FairUseConfig>;
}

/** Starts a Slack and Talks, does the work, and stops both. */
export async function withTalks(work: (talks: TalksInSlack) => Promise<void>, settings: Settings = {}): Promise<void> {
  const server = await startSlackServer({ channels: settings.channels ?? 0 });
  const engine = createTownEngine();
  const log: string[] = [];
  const note = (message: string, data: object = {}) =>
    void log.push(`${message} ${JSON.stringify(data, (_, value) => (value instanceof Error ? value.message : value))}`);
  const logged = { info: note, warn: note, error: note };
  const observer = createRecordedObserver();
  const adapter = createSlackAdapter({
    config: (settings.config ?? socketConfig)(server),
    engine: () => settings.answering ?? engine,
    state: settings.state ?? createMemoryState(),
    fairUse: createFairUse({ ...NO_LIMITS, ...settings.limits }, null),
    observer,
    log: logged,
  });
  const connection: ConnectionState[] = [];
  try {
    await adapter.start((state) => connection.push(state));
    await work({ server, adapter, engine, observer, log, connection });
  } finally {
    await adapter.stop();
    await server.close();
  }
}

const socketConfig = ({ apiUrl }: SlackServer): SlackConfig => ({
  mode: "socket",
  botToken: "xoxb-town",
  appToken: "xapp-town",
  apiUrl,
});

/** What Talks wrote for everyone in a channel, or in one of its threads. */
export function saidBy(
  server: SlackServer,
  { channel = TOWN, threadTs }: { channel?: Channel; threadTs?: string | null } = {},
): readonly Posted[] {
  return server.world
    .in(channel)
    .filter(({ user, seenBy }) => user === "U0TALKS" && seenBy === null)
    .filter((message) => threadTs === undefined || message.threadTs === threadTs);
}

/** What Talks wrote for one person only. */
export function whispered(server: SlackServer, channel: Channel = TOWN): readonly Posted[] {
  return server.world.in(channel).filter(({ seenBy }) => seenBy !== null);
}

/** What a reader sees of a message. */
export function seen(message: Posted): string {
  const { text, blocks } = message;
  return blocks.length > 0 ? visibleText(blocks) : text;
}

/** Waits for as many messages in a thread, or in the channel's root with `null`. */
export function untilSaid(
  server: SlackServer,
  count: number,
  where: { channel?: Channel; threadTs?: string | null } = {},
): Promise<readonly Posted[]> {
  return server.until(() => {
    const said = saidBy(server, where);
    return said.length >= count && said;
  });
}

/** Waits for a message that only one person sees. */
export function untilWhispered(server: SlackServer, channel: Channel = TOWN, count = 1): Promise<Posted> {
  return server.until(() => whispered(server, channel)[count - 1]);
}
