import { REST, Routes } from "discord.js";
import type { DiscordConfig } from "../config.ts";
import { isRecord } from "../conversation/parse-json.ts";
import { BRIEFLY, retry } from "../conversation/retry.ts";
import { troubleOf } from "./api-errors.ts";
import { GLOBAL_COMMANDS, GUILD_COMMANDS } from "./commands.ts";
import { explainFault } from "./explain-fault.ts";

/** Where commands are registered: everywhere, or at once in one server, for trying things out. */
export interface Registration {
  readonly config: DiscordConfig;
  readonly guild?: string;
}

/**
 * Registers the commands and gives their names; doing so again changes nothing.
 * @throws OperatorError where Discord refuses.
 */
export async function registerCommands({ config, guild }: Registration): Promise<readonly string[]> {
  // Whoever waits for it in the terminal is told within half a minute that nobody answers.
  const rest = new REST({ api: config.apiUrl, timeout: 5_000, retries: 0 }).setToken(config.token);
  try {
    const application = await persist(() => rest.get(Routes.currentApplication()));
    if (!isRecord(application) || typeof application.id !== "string")
      throw new TypeError("Discord named no application.");
    return await putCommands(rest, application.id, guild);
  } catch (error) {
    throw explainFault(error, config, guild);
  }
}

/** Puts the whole list in the place of the one that is there. */
export async function putCommands(rest: REST, applicationId: string, guild?: string): Promise<readonly string[]> {
  const [route, body] = guild
    ? ([Routes.applicationGuildCommands(applicationId, guild), GUILD_COMMANDS] as const)
    : ([Routes.applicationCommands(applicationId), GLOBAL_COMMANDS] as const);
  await persist(() => rest.put(route, { body }));
  return body.map(({ name }) => name);
}

const TRIES_MS = 30_000;
const FAULTS = 2;

/** Tries again twice; the command that registers lives on for it. */
function persist<T>(call: () => Promise<T>): Promise<T> {
  const pauses = (faults: number) => (faults > FAULTS ? null : BRIEFLY(faults));
  return retry(call, { troubleOf, pauses, keepsAlive: true, deadline: Date.now() + TRIES_MS });
}
