import type { Engine } from "../src/index.ts";
import type { ChatAdapter } from "./chat/chat-adapter.ts";
import { createMemoryState } from "./chat/memory-state.ts";
import type { State } from "./chat/state.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";

/**
 * Connects every platform that is set up and serves until the process is told to stop. Resolves with whether any
 * platform could be reached: one that cannot does not keep the others from serving.
 */
export async function servePlatforms(config: Config, engine: () => Engine, log: Log): Promise<boolean> {
  for (const notice of config.notices) log.warn(notice);
  const state = createMemoryState();
  const toldToStop = stopSignal();
  const adapters = await createAdapters(config, engine, state, log);
  const connected = Promise.all(adapters.map((adapter) => connect(adapter, log)));
  // Told to stop while connecting, the platforms are stopped all the same.
  const results = await Promise.race([connected, toldToStop]);
  const reached = results === undefined || results.some(Boolean);
  if (reached) await toldToStop;
  await Promise.all(adapters.map((adapter) => disconnect(adapter, log)));
  await state.close();
  return reached;
}

/** The platforms are loaded only here: nothing else of the program needs their libraries, which are slow to load. */
async function createAdapters(
  { slack, discord }: Config,
  engine: () => Engine,
  state: State,
  log: Log,
): Promise<ChatAdapter[]> {
  const adapters: ChatAdapter[] = [];
  if (slack) {
    const { createSlackAdapter } = await import("./slack/slack-adapter.ts");
    adapters.push(createSlackAdapter({ config: slack, engine, state, log }));
  }
  if (discord) {
    const { createDiscordAdapter } = await import("./discord/discord-adapter.ts");
    adapters.push(createDiscordAdapter({ config: discord, engine, state, log }));
  }
  return adapters;
}

async function connect(adapter: ChatAdapter, log: Log): Promise<boolean> {
  try {
    await adapter.start();
    log.info(`${adapter.name} is connected.`);
    return true;
  } catch (error) {
    log.error(`${adapter.name} cannot be reached: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

async function disconnect(adapter: ChatAdapter, log: Log): Promise<void> {
  try {
    await adapter.stop();
  } catch (error) {
    log.error(`${adapter.name} did not stop cleanly: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Resolves at the first signal; a second one ends the process at once, as signals do where nobody listens. */
function stopSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => resolve(undefined));
  });
}
