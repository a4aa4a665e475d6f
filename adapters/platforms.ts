import type { Engine } from "../src/index.ts";
import type { ChatAdapter } from "./chat/chat-adapter.ts";
import { createMemoryState } from "./chat/memory-state.ts";
import type { State } from "./chat/state.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";
import { serve } from "./serve.ts";

/** Answers on every platform that is set up until the process is told to stop; false where none could be reached. */
export async function servePlatforms(config: Config, engine: () => Engine, log: Log): Promise<boolean> {
  const toldToStop = stopSignal();
  for (const notice of config.notices) log.warn(notice);
  const state = createMemoryState();
  const served = await serve(await createAdapters(config, engine, state, log), toldToStop, log);
  await state.close();
  return served;
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

/** Resolves at the first signal; a second one ends the process at once, as signals do where nobody listens. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => resolve());
  });
}
