import type { Config } from "./config.ts";
import type { ChatAdapter } from "./conversation/chat-adapter.ts";
import type { Log } from "./log.ts";
import { type Operations, openOperations } from "./ops/operations.ts";
import { createPinoLog } from "./ops/pino-log.ts";
import { createReportedAdapter } from "./ops/reported-adapter.ts";
import { secretsOf } from "./ops/secrets.ts";
import { serve } from "./serve.ts";

/**
 * Answers on every platform that is set up until the process is told to stop; false where none could be reached.
 * @throws OperatorError or CorpusError where what all of them stand on cannot be opened.
 */
export async function servePlatforms(config: Config): Promise<boolean> {
  const toldToStop = stopSignal();
  const log = createPinoLog({ level: config.logLevel, secrets: secretsOf(config) });
  for (const notice of config.notices) log.warn(notice);
  const operations = await openOperations(config, log);
  try {
    const adapters = await createAdapters(config, operations, log);
    const reported = adapters.map((adapter) => createReportedAdapter(adapter, operations.health));
    return await serve(reported, toldToStop, log);
  } finally {
    await operations.close();
  }
}

/** Only the libraries of platforms that are set up are loaded; they are slow to load. */
async function createAdapters({ slack, discord }: Config, operations: Operations, log: Log): Promise<ChatAdapter[]> {
  const adapters: ChatAdapter[] = [];
  if (slack) {
    const { createSlackAdapter } = await import("./slack/slack-adapter.ts");
    adapters.push(createSlackAdapter({ config: slack, ...operations, log }));
  }
  if (discord) {
    const { createDiscordAdapter } = await import("./discord/discord-adapter.ts");
    adapters.push(createDiscordAdapter({ config: discord, ...operations, log }));
  }
  return adapters;
}

/** Resolves at the first signal; a second one ends the process at once, as signals do where nobody listens. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => resolve());
  });
}
