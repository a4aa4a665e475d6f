import { ApplicationFlags, REST, RESTEvents, Routes } from "discord.js";
import * as v from "valibot";
import type { DiscordConfig } from "../config.ts";
import { type Check, checkClock, failed, passed, skipped } from "../diagnosis.ts";
import { UnreachableError } from "../unreachable.ts";
import { explainFault } from "./api-errors.ts";
import { GLOBAL_COMMANDS } from "./commands.ts";
import { inviteUrl } from "./invite.ts";

const MESSAGE_CONTENT = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

/** Asks Discord about the token, the intent, the commands and the time; nothing is connected, and nothing there is changed. */
export async function diagnoseDiscord(config: DiscordConfig): Promise<readonly Check[]> {
  const rest = new REST({ api: config.apiUrl, timeout: 5_000, retries: 0 }).setToken(config.token);
  let clock: Check | null = null;
  rest.on(RESTEvents.Response, (_request, { headers }) => {
    clock ??= checkClock("Discord: clock", headers.get("date"), Date.now());
  });
  const checks = await ask(rest, config);
  return [...checks, ...(clock === null ? [] : [clock])];
}

async function ask(rest: REST, config: DiscordConfig): Promise<readonly Check[]> {
  try {
    const application = v.parse(APPLICATION, await rest.get(Routes.currentApplication()));
    const commands = v.parse(COMMANDS, await rest.get(Routes.applicationCommands(application.id)));
    const gateway = v.parse(GATEWAY, await rest.get(Routes.gatewayBot()));
    return [
      passed("Discord: token", `the application ${application.name ?? application.id}`),
      checkServers(application),
      checkIntent(config, application),
      checkCommands(commands),
      checkGateway(gateway),
    ];
  } catch (error) {
    const fault = explainFault(error, config);
    const isNetwork = fault instanceof UnreachableError;
    return [
      failed("Discord: token", fault.message, isNetwork ? "Look at the network, a proxy and DISCORD_API_URL." : null),
    ];
  }
}

const APPLICATION = v.object({
  id: v.string(),
  name: v.optional(v.string()),
  flags: v.optional(v.number(), 0),
  approximate_guild_count: v.optional(v.number()),
});
const COMMANDS = v.array(
  v.object({ name: v.string(), options: v.optional(v.array(v.object({ name: v.string() })), []) }),
);
const GATEWAY = v.object({
  shards: v.number(),
  session_start_limit: v.object({ total: v.number(), remaining: v.number(), reset_after: v.number() }),
});

type Application = v.InferOutput<typeof APPLICATION>;

function checkServers({ id, approximate_guild_count: count }: Application): Check {
  const name = "Discord: servers";
  const invite = `Add it to one: ${inviteUrl(id)}`;
  if (count === undefined) return skipped(name, "Discord did not say in how many it is", invite);
  return count === 0 ? failed(name, "it is in none yet", invite) : passed(name, `it is in ${count}`);
}

function checkIntent({ messageContent }: DiscordConfig, { flags }: Application): Check {
  const name = "Discord: intents";
  if (!messageContent) return passed(name, "none is needed that has to be switched on");
  if ((flags & MESSAGE_CONTENT) !== 0) return passed(name, "Message Content is switched on");
  return failed(
    name,
    "DISCORD_MESSAGE_CONTENT asks for the Message Content intent, and it is off",
    "Switch it on in the developer portal (Bot, Message Content Intent), or unset DISCORD_MESSAGE_CONTENT.",
  );
}

/** By what people see of a command: Discord adds much else to what it was sent. */
function checkCommands(registered: v.InferOutput<typeof COMMANDS>): Check {
  const name = "Discord: commands";
  const there = registered.map(describeCommand);
  const missing = v.parse(COMMANDS, GLOBAL_COMMANDS).filter((own) => !there.includes(describeCommand(own)));
  if (missing.length === 0) return passed(name, registered.map((command) => command.name).join(", "));
  const names = missing.map((command) => command.name).join(", ");
  return failed(name, `not registered as this version has them: ${names}`, "talks register does it; talks start, too.");
}

function describeCommand({ name, options }: v.InferOutput<typeof COMMANDS>[number]): string {
  return [name, ...options.map((option) => option.name)].join(" ");
}

function checkGateway({ shards, session_start_limit: limit }: v.InferOutput<typeof GATEWAY>): Check {
  const name = "Discord: gateway";
  if (limit.remaining >= shards) return passed(name, `${limit.remaining} of ${limit.total} starts are left today`);
  const minutes = Math.ceil(limit.reset_after / 60_000);
  return failed(
    name,
    `${limit.remaining} starts are left today, and it needs ${shards}`,
    `Wait ${minutes} minutes, and see in the log why it started so often.`,
  );
}
