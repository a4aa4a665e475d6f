import { once } from "node:events";
import { BOT, type Channel, GENERAL, type Message } from "./discord-data.ts";
import { type Gateway, openGateway, portOf } from "./discord-gateway.ts";
import { createPeople, type People } from "./discord-people.ts";
import { type Call, createRest, type Fault, type Handler } from "./discord-rest.ts";
import { createWorld, type Dispatch, type World } from "./discord-world.ts";

/** A small Discord on loopback that takes only what Discord takes, and whose people a test plays. */
export interface DiscordServer extends People {
  readonly apiUrl: string;
  readonly gateway: Gateway;
  readonly world: World;
  /** Everything that the bot asked of the API, what was refused too. */
  readonly calls: readonly Call[];
  fail(fault: Fault): void;
  /** From now on a call is so long on its way, and its answer again. */
  delay(ms: number): void;
  /** Sends the last event once more, as Discord does after a broken connection. */
  repeat(): void;
  /** What the bot wrote in a channel. */
  said(channel: Pick<Channel, "id">): readonly Message[];
  /** The threads of #general. */
  threads(): readonly Channel[];
  /** Waits until `look` finds something; it looks again after each call of the bot. */
  until<T>(look: () => T | undefined | null | false, patienceMs?: number): Promise<T>;
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/** Starts the server; a client opens as many connections as it recommends `shards`. On any free port where none is given. */
export async function startDiscordServer({ shards = 1, port = 0 } = {}): Promise<DiscordServer> {
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const look of waiting) look();
  };
  let last: Parameters<Dispatch> | null = null;
  const dispatch: Dispatch = (event, data) => {
    last = [event, data];
    gateway.dispatch(event, data);
  };
  const world = createWorld(dispatch);
  const limit = { total: 1000, remaining: 999, reset_after: 1, max_concurrency: shards };
  const handle: Handler = (method, path, body) =>
    path === "/gateway/bot"
      ? { status: 200, data: { url: `ws://127.0.0.1:${portOf(server)}`, shards, session_start_limit: limit } }
      : world.handle(method, path, body);
  const { server, calls, fail, delay } = createRest(handle, changed);
  const gateway = openGateway(server, () => [...world.channels.values()], changed);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");

  return {
    ...createPeople(world, dispatch),
    apiUrl: `http://127.0.0.1:${portOf(server)}/api`,
    gateway,
    world,
    calls,
    fail,
    delay,
    repeat: () => last && gateway.dispatch(...last),
    said: ({ id }) =>
      [...world.messages.values()].filter((message) => message.channel_id === id && message.author === BOT),
    threads: () => [...world.channels.values()].filter(({ parent_id }) => parent_id === GENERAL.id),
    until: (look, patienceMs = PATIENCE_MS) =>
      waitUntil(look, waiting, { patienceMs, story: () => calls.map((call) => JSON.stringify(call)).join("\n") }),
    async close() {
      gateway.close();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function waitUntil<T>(
  look: () => T | undefined | null | false,
  waiting: Set<() => void>,
  { story, patienceMs }: { readonly story: () => string; readonly patienceMs: number },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const again = () => {
      const found = look();
      if (!found) return;
      clearTimeout(timer);
      waiting.delete(again);
      resolve(found);
    };
    const timer = setTimeout(() => {
      waiting.delete(again);
      reject(new Error(`It did not come: ${look}\nThe bot asked:\n${story()}`));
    }, patienceMs);
    waiting.add(again);
    again();
  });
}
