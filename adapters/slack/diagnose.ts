import { webApi } from "@slack/bolt";
import type { SlackConfig } from "../config.ts";
import { type Check, checkClock, failed, passed, skipped } from "../diagnosis.ts";
import { messageOf } from "../operator-error.ts";
import { explainFault } from "./api-errors.ts";
import { startOptions } from "./connect.ts";
import { SCOPES } from "./installations.ts";
import { createLastWords } from "./logger.ts";

const RENEW =
  "Create the app anew from manifest.json, or add what is missing under OAuth & Permissions; then reinstall it.";

/** Asks Slack about the tokens, the scopes and the time; nothing is connected, and nothing there is changed. */
export async function diagnoseSlack(config: SlackConfig): Promise<readonly Check[]> {
  let clock: Check | null = null;
  const fetch: typeof globalThis.fetch = async (...request) => {
    const response = await globalThis.fetch(...request);
    clock ??= checkClock("Slack: clock", response.headers.get("date"), Date.now());
    return response;
  };
  const clientOf = (token?: string) =>
    new webApi.WebClient(token, { ...startOptions(config), fetch, logger: createLastWords().logger });
  const checks = await (config.mode === "http-oauth"
    ? askWithoutToken(config, clientOf())
    : Promise.all([askAsBot(config, clientOf(config.botToken)), askForSocket(config, clientOf)]));
  return [...checks.flat(), ...(clock === null ? [] : [clock])];
}

/** With many workspaces each has a token of its own, so that only the way to Slack can be looked at. */
async function askWithoutToken(config: SlackConfig, client: webApi.WebClient): Promise<readonly Check[]> {
  const name = "Slack: Web API";
  try {
    await client.api.test();
    return [passed(name, "it answers; the token of each workspace comes with its installation")];
  } catch (error) {
    return [failed(name, messageOf(explainFault(error, { ...config, variable: "the call" })), REACH)];
  }
}

const REACH = "Look at the network, a proxy and SLACK_API_URL.";

async function askAsBot(config: SlackConfig, client: webApi.WebClient): Promise<readonly Check[]> {
  const name = "Slack: bot token";
  try {
    const { user, team, bot_id, response_metadata } = await client.auth.test();
    if (!bot_id)
      return [failed(name, "SLACK_BOT_TOKEN is the token of a person", "Copy the Bot User OAuth Token (xoxb-…).")];
    return [
      passed(name, `${user ?? "the bot"} in the workspace ${team ?? "that installed it"}`),
      checkScopes(response_metadata?.scopes ?? null),
      skipped("Slack: command", "Slack tells no bot which commands its app has", "Type /talks help in a channel."),
    ];
  } catch (error) {
    const fault = explainFault(error, { ...config, variable: "SLACK_BOT_TOKEN" });
    const isRefused = error instanceof webApi.WebAPIPlatformError;
    return [
      failed(name, fault.message, isRefused ? "Copy the Bot User OAuth Token anew: OAuth & Permissions." : REACH),
    ];
  }
}

function checkScopes(granted: readonly string[] | null): Check {
  const name = "Slack: scopes";
  if (granted === null) return skipped(name, "Slack did not say which ones the token has");
  const missing = Object.entries(SCOPES).filter(([scope]) => !granted.includes(scope));
  const needless = granted.filter((scope) => scope !== "" && !(scope in SCOPES));
  if (missing.length > 0)
    return failed(name, `missing: ${missing.map(([scope, why]) => `${scope} (${why})`).join(", ")}`, RENEW);
  const more = needless.length > 0 ? `; not needed: ${needless.join(", ")}` : "";
  return passed(name, `all ${Object.keys(SCOPES).length} that it needs${more}`);
}

/** Asks for the address of a socket, which is not opened. */
async function askForSocket(
  config: SlackConfig,
  clientOf: (token: string) => webApi.WebClient,
): Promise<readonly Check[]> {
  if (config.mode !== "socket") return [];
  const name = "Slack: app token";
  try {
    await clientOf(config.appToken).apps.connections.open();
    return [passed(name, "Socket Mode may be used")];
  } catch (error) {
    const fault = explainFault(error, { ...config, variable: "SLACK_APP_TOKEN" });
    const isRefused = error instanceof webApi.WebAPIPlatformError;
    const anew = "Make one with connections:write under Basic Information, and switch Socket Mode on.";
    return [failed(name, fault.message, isRefused ? anew : REACH)];
  }
}
