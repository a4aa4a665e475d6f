import type { Config } from "./config.ts";
import type { ChatAdapter } from "./conversation/chat-adapter.ts";
import type { Log } from "./log.ts";
import { type Operations, openOperations } from "./ops/operations.ts";
import { createPinoLog } from "./ops/pino-log.ts";
import { secretsOf } from "./ops/redaction.ts";
import { aborted, endOnFault, stopSignal } from "./process-end.ts";
import { withReadingRoom } from "./reading-room.ts";
import { serve } from "./serve.ts";

/**
 * Answers on every platform that is set up until the process is told to stop; false where all of them turn it away.
 * @throws OperatorError or CorpusError where what all of them stand on cannot be opened.
 */
export async function servePlatforms(config: Config): Promise<boolean> {
  const log = createPinoLog({ level: config.logLevel, secrets: secretsOf(config) });
  const stopping = stopSignal(log);
  const faults = endOnFault(log);
  for (const notice of config.notices) log.warn(notice);
  const opening = openOperations(config, log);
  const operations = await Promise.race([opening, aborted(stopping)]);
  if (operations === undefined) {
    // Nothing was promised to anybody yet, so nothing is waited for.
    opening.catch(() => {});
    log.info("Talks has stopped while it was starting.");
    return true;
  }
  try {
    const adapters = await createAdapters(config, operations, log);
    faults.spareRejections();
    const served = await serve(adapters, { stopping, report: operations.platforms, log });
    if (!served) log.error("Talks ends, as there is no platform that takes it.");
    return served;
  } finally {
    await operations.close();
    log.info("Talks has stopped.");
  }
}

/** Only the libraries of platforms that are set up are loaded; they are slow to load. */
async function createAdapters(
  { slack, discord, readingRoom }: Config,
  operations: Operations,
  log: Log,
): Promise<ChatAdapter[]> {
  const adapters: ChatAdapter[] = [];
  const chat = { ...operations, engine: () => withReadingRoom(operations.engine(), readingRoom.url), log };
  if (slack) {
    const { createSlackAdapter } = await import("./slack/slack-adapter.ts");
    adapters.push(createSlackAdapter({ ...chat, config: slack }));
  }
  if (discord) {
    const { createDiscordAdapter } = await import("./discord/discord-adapter.ts");
    adapters.push(createDiscordAdapter({ ...chat, config: discord }));
  }
  const { port } = readingRoom;
  if (port !== null) {
    const { createReadingRoom } = await import("./web/reading-room-server.ts");
    adapters.push(createReadingRoom({ ...operations, config: { ...readingRoom, port }, log }));
  }
  return adapters;
}
