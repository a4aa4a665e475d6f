import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  REST,
  type RESTPutAPIApplicationCommandsJSONBody,
  type RESTPutAPIApplicationGuildCommandsJSONBody,
  Routes,
} from "discord.js";
import * as v from "valibot";
import type { DiscordConfig } from "../config.ts";
import { BRIEFLY, retry } from "../conversation/retry.ts";
import { explainFault, troubleOf } from "./api-errors.ts";
import { ASK_ABOUT_COMMAND } from "./texts.ts";

/** The names under which Discord sends commands back. */
export const COMMAND = {
  ask: "talks",
  sources: "talks-sources",
  help: "talks-help",
  askAbout: ASK_ABOUT_COMMAND,
} as const;

/** Longer than the 500 characters that are read, so that who pastes more gets an answer and a notice. */
const LONGEST_QUESTION = 2_000;
const LONGEST_NAME = 100;
const LONGEST_DATE = 10;

/** The commands as every server has them; the same list is sent each time, which changes nothing the second time. */
const GUILD_COMMANDS: RESTPutAPIApplicationGuildCommandsJSONBody = [
  {
    type: ApplicationCommandType.ChatInput,
    name: COMMAND.ask,
    description: "Ask what the articles say, and who said it",
    options: [
      text("question", "What would you like to know?", LONGEST_QUESTION, { required: true, autocomplete: true }),
      text("speaker", "Only words of this person", LONGEST_NAME, { autocomplete: true }),
      text("source", "Only articles of this outlet or agency", LONGEST_NAME, { autocomplete: true }),
      text("since", "Only articles from this date on: 2025, 2025-04 or 2025-04-24", LONGEST_DATE),
      text("until", "Only articles up to this date: 2025, 2025-04 or 2025-04-24", LONGEST_DATE),
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "private",
        description: "Only you see the answer; you can share it afterwards",
      },
    ],
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: COMMAND.sources,
    description: "The articles that answers come from",
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: COMMAND.help,
    description: "How to ask, with questions to try",
  },
  { type: ApplicationCommandType.Message, name: COMMAND.askAbout },
];

/** The commands as they are offered everywhere: in servers, in direct messages, and to who installed the app alone. */
export const GLOBAL_COMMANDS: RESTPutAPIApplicationCommandsJSONBody = GUILD_COMMANDS.map((command) => ({
  ...command,
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
}));

function text(
  name: string,
  description: string,
  longest: number,
  { required = false, autocomplete = false }: { readonly required?: boolean; readonly autocomplete?: boolean } = {},
) {
  return {
    type: ApplicationCommandOptionType.String as const,
    name,
    description,
    required,
    max_length: longest,
    ...(autocomplete ? { autocomplete: true as const } : {}),
  };
}

/**
 * Registers the commands everywhere, or at once in one server, for trying things out, and gives their names; doing so again
 * changes nothing.
 * @throws OperatorError where Discord refuses.
 */
export async function registerCommands(config: DiscordConfig, guild?: string): Promise<readonly string[]> {
  // Whoever waits for it in the terminal is told within half a minute that nobody answers.
  const rest = new REST({ api: config.apiUrl, timeout: 5_000, retries: 0 }).setToken(config.token);
  try {
    const { id } = v.parse(APPLICATION, await persist(() => rest.get(Routes.currentApplication())));
    return await putCommands(rest, id, guild);
  } catch (error) {
    throw explainFault(error, config, guild);
  }
}

const APPLICATION = v.object({ id: v.string() }, "it names no application");

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
  return retry(call, { troubleOf, pauses, deadline: Date.now() + TRIES_MS });
}
