import { join } from "node:path";
import { ConfigError, createEnvReader, type Environment, type EnvReader } from "./env.ts";
import { OWN_CORPUS } from "./live-corpus/own-index.ts";
import { type OperationsConfig, parseOperations } from "./ops/operations-config.ts";

/** How the bot reaches Slack; `apiUrl` is another base URL of the Web API, `null` for Slack's own. */
export type SlackConfig =
  | {
      readonly mode: "socket";
      readonly botToken: string;
      readonly appToken: string;
      readonly apiUrl: string | null;
    }
  | {
      readonly mode: "http";
      readonly botToken: string;
      readonly signingSecret: string;
      readonly port: number;
      readonly apiUrl: string | null;
    }
  | {
      readonly mode: "http-oauth";
      readonly signingSecret: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      readonly port: number;
      readonly apiUrl: string | null;
    };

/** How the bot reaches Discord; `messageContent` is whether it asks for the privileged intent of that name. */
export interface DiscordConfig {
  readonly token: string;
  readonly messageContent: boolean;
  readonly apiUrl: string | null;
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** From which level on something is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything the environment decides; a platform is `null` where none of its variables is set. */
export interface Config extends OperationsConfig {
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
  readonly corpusDir: string;
  /** Where state is kept between two starts. */
  readonly stateDir: string;
  /** A Redis that several processes share; goes before `stateDir`. */
  readonly stateUrl: string | null;
  /** The port of health and metrics on 127.0.0.1; `null` for none. */
  readonly opsPort: number | null;
  readonly logLevel: LogLevel;
  /** Sentences for the operator about variables that are ignored. */
  readonly notices: readonly string[];
}

const DEFAULT_PORT = 3000;
const DEFAULT_STATE_DIR = ".state";
const WEB = ["http:", "https:"];
const REDIS = ["redis:", "rediss:"];

/**
 * Reads the whole configuration.
 * @throws ConfigError where a platform is half set or a variable is of the wrong form.
 */
export function parseConfig(env: Environment): Config {
  const reader = createEnvReader(env);
  const notices: string[] = [];
  const config: Config = {
    slack: parseSlack(reader, notices),
    discord: parseDiscord(reader),
    corpusDir: corpusDir(env),
    stateDir: reader.text("STATE_DIR") ?? DEFAULT_STATE_DIR,
    stateUrl: reader.url("STATE_URL", REDIS),
    opsPort: reader.port("OPS_PORT"),
    logLevel: reader.oneOf("LOG_LEVEL", LOG_LEVELS) ?? "info",
    ...parseOperations(reader),
    notices,
  };
  if (reader.faults.length > 0) throw new ConfigError(reader.faults);
  return config;
}

/** The folder of the corpus: `CORPUS_DIR`, or the one that comes with the package. */
export function corpusDir(env: Environment): string {
  return env.CORPUS_DIR ?? OWN_CORPUS;
}

/** The person's folder for what can be made again, as the XDG convention names it; `null` where they have none. */
export function cacheDir({ XDG_CACHE_HOME: cache, HOME: home }: Environment): string | null {
  const base = cache ?? (home === undefined ? null : join(home, ".cache"));
  return base === null ? null : join(base, "talks");
}

const OAUTH_VARIABLES = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"] as const;

function parseSlack(reader: EnvReader, notices: string[]): SlackConfig | null {
  const apiUrl = reader.url("SLACK_API_URL", WEB);
  const port = reader.port("PORT") ?? DEFAULT_PORT;
  const botToken = reader.text("SLACK_BOT_TOKEN");
  const appToken = reader.text("SLACK_APP_TOKEN");
  const signingSecret = reader.text("SLACK_SIGNING_SECRET");
  const [clientId = null, clientSecret = null, stateSecret = null] = OAUTH_VARIABLES.map((name) => reader.text(name));

  if (botToken && appToken) {
    for (const name of ["SLACK_SIGNING_SECRET", ...OAUTH_VARIABLES].filter(reader.has))
      notices.push(`${name} is ignored: with SLACK_BOT_TOKEN and SLACK_APP_TOKEN, Slack is reached by Socket Mode.`);
    return { mode: "socket", botToken, appToken, apiUrl };
  }
  if (signingSecret && clientId && clientSecret && stateSecret) {
    for (const name of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"].filter(reader.has))
      notices.push(`${name} is ignored: with SLACK_CLIENT_ID, every workspace has a token of its own.`);
    if (!reader.has("STATE_DIR") && !reader.has("STATE_URL"))
      notices.push(
        `The tokens of the workspaces are kept in ${DEFAULT_STATE_DIR}/ of this folder: set STATE_DIR or STATE_URL to a place that is kept, or every workspace has to install Talks anew when it is lost.`,
      );
    return { mode: "http-oauth", signingSecret, clientId, clientSecret, stateSecret, port, apiUrl };
  }
  const wantsOauth = OAUTH_VARIABLES.some(reader.has);
  if (botToken && signingSecret && !wantsOauth) return { mode: "http", botToken, signingSecret, port, apiUrl };
  const fault = halfSetSlack(reader, wantsOauth);
  if (fault) reader.fault(fault);
  return null;
}

function halfSetSlack(reader: EnvReader, wantsOauth: boolean): string | null {
  if (wantsOauth) {
    const missing = ["SLACK_SIGNING_SECRET", ...OAUTH_VARIABLES].filter((name) => !reader.has(name));
    return `Slack for many workspaces is half set: ${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} missing.`;
  }
  if (reader.has("SLACK_BOT_TOKEN"))
    return "Slack is half set: SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing.";
  if (reader.has("SLACK_APP_TOKEN") || reader.has("SLACK_SIGNING_SECRET"))
    return "Slack is half set: SLACK_BOT_TOKEN is missing.";
  return null;
}

function parseDiscord(reader: EnvReader): DiscordConfig | null {
  const apiUrl = reader.url("DISCORD_API_URL", WEB);
  const messageContent = reader.flag("DISCORD_MESSAGE_CONTENT");
  const token = reader.text("DISCORD_TOKEN");
  return token ? { token, messageContent, apiUrl } : null;
}
