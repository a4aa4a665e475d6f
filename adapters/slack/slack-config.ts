import type { EnvReader } from "../env.ts";

/** How the bot reaches Slack; `apiUrl` is the base URL of the Web API. */
export type SlackConfig = { readonly apiUrl: string } & (
  | { readonly mode: "socket"; readonly botToken: string; readonly appToken: string }
  | { readonly mode: "http"; readonly botToken: string; readonly signingSecret: string; readonly port: number }
  | {
      readonly mode: "http-oauth";
      readonly signingSecret: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      readonly port: number;
    }
);

const DEFAULT_PORT = 3000;
const OWN_API = "https://slack.com/api/";
const WEB = ["http:", "https:"];
const TOKENS = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"] as const;
const OAUTH_VARIABLES = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"] as const;
const SIGNING_SECRET = "SLACK_SIGNING_SECRET";

/** Reads which of the three ways to reach Slack is set up, `null` for none; faults go to the reader. */
export function parseSlack(reader: EnvReader): SlackConfig | null {
  const apiUrl = reader.url("SLACK_API_URL", WEB) ?? OWN_API;
  const port = reader.port("PORT") ?? DEFAULT_PORT;
  const [botToken = null, appToken = null] = TOKENS.map((name) => reader.text(name));
  const signingSecret = reader.text(SIGNING_SECRET);
  const [clientId = null, clientSecret = null, stateSecret = null] = OAUTH_VARIABLES.map((name) => reader.text(name));
  for (const name of [...TOKENS, SIGNING_SECRET, ...OAUTH_VARIABLES]) refuseAnothersToken(reader, name);

  if (botToken && appToken) {
    for (const name of [SIGNING_SECRET, ...OAUTH_VARIABLES].filter(reader.has))
      reader.notice(`${name} is ignored: with SLACK_BOT_TOKEN and SLACK_APP_TOKEN, Slack is reached by Socket Mode.`);
    return { mode: "socket", botToken, appToken, apiUrl };
  }
  if (signingSecret && clientId && clientSecret && stateSecret) {
    for (const name of TOKENS.filter(reader.has))
      reader.notice(`${name} is ignored: with SLACK_CLIENT_ID, every workspace has a token of its own.`);
    return { mode: "http-oauth", signingSecret, clientId, clientSecret, stateSecret, port, apiUrl };
  }
  const wantsOauth = OAUTH_VARIABLES.some(reader.has);
  if (botToken && signingSecret && !wantsOauth) return { mode: "http", botToken, signingSecret, port, apiUrl };
  const fault = halfSet(reader, wantsOauth);
  if (fault) reader.fault(fault);
  return null;
}

function halfSet(reader: EnvReader, wantsOauth: boolean): string | null {
  if (wantsOauth) {
    const missing = [SIGNING_SECRET, ...OAUTH_VARIABLES].filter((name) => !reader.has(name));
    return `Slack for many workspaces is half set: ${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} missing.`;
  }
  if (reader.has("SLACK_BOT_TOKEN"))
    return "Slack is half set: SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing.";
  if (reader.has("SLACK_APP_TOKEN") || reader.has(SIGNING_SECRET))
    return "Slack is half set: SLACK_BOT_TOKEN is missing.";
  return null;
}

/** Slack's tokens say at their beginning what they are; what begins otherwise is left to Slack to judge. */
const KINDS = [
  { shape: /^(?:xoxe\.)?xoxb-/, what: "a bot token (xoxb-…)", variable: "SLACK_BOT_TOKEN" },
  { shape: /^xapp-/, what: "an app token (xapp-…)", variable: "SLACK_APP_TOKEN" },
  {
    shape: /^(?:xoxe\.)?xox[a-z]-/,
    what: "a token that is neither of a bot (xoxb-…) nor of an app (xapp-…)",
    variable: null,
  },
] as const;

function refuseAnothersToken(reader: EnvReader, name: string): void {
  const value = reader.text(name);
  const kind = value === null ? undefined : KINDS.find(({ shape }) => shape.test(value));
  if (kind === undefined || kind.variable === name) return;
  reader.fault(`${name} holds ${kind.what}${kind.variable ? `, which belongs in ${kind.variable}` : ""}.`);
}
