import { join } from "node:path";
import { type ArchiveConfig, parseArchive } from "./archive/archive-config.ts";
import { type DiscordConfig, parseDiscord } from "./discord/discord-config.ts";
import { ConfigError, createEnvReader, type Environment, type EnvReader } from "./env.ts";
import { type OperationsConfig, parseOperations } from "./ops/operations-config.ts";
import { OWN_CORPUS } from "./package-root.ts";
import { parseReadingRoom, type ReadingRoomConfig } from "./reading-room.ts";
import { parseSlack, type SlackConfig } from "./slack/slack-config.ts";
import { findUnknownNames } from "./unknown-names.ts";

export type { DiscordConfig, SlackConfig };

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** From which level on something is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything the environment decides; a platform is `null` where none of its variables is set. */
export interface Config extends OperationsConfig {
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
  readonly readingRoom: ReadingRoomConfig;
  readonly corpusDir: string;
  /** An OpenSearch that keeps the articles' paragraphs; goes before `corpusDir`. `null` for an index in memory. */
  readonly archive: ArchiveConfig | null;
  /** Where state is kept between two starts. */
  readonly stateDir: string;
  /** A Redis that several processes share; goes before `stateDir`. */
  readonly stateUrl: string | null;
  /** The port of health and metrics on 127.0.0.1; `null` for none. */
  readonly opsPort: number | null;
  readonly logLevel: LogLevel;
  /** Whether the chat in the terminal keeps what is typed for the next time. */
  readonly chatHistory: boolean;
  /** Sentences for the operator about variables that are ignored. */
  readonly notices: readonly string[];
}

/** Looks for faults that only the disk knows of; gives a sentence for each. */
export type LookOnDisk = (config: Config) => readonly string[];

const DEFAULT_STATE_DIR = ".state";
const REDIS = ["redis:", "rediss:"];

/**
 * Reads the whole configuration.
 * @throws ConfigError with every fault: where a platform is half set, a variable is of the wrong form or its name is
 * misspelled, and what `lookOnDisk` finds.
 */
export function parseConfig(env: Environment, lookOnDisk: LookOnDisk = () => []): Config {
  const { config, faults } = readConfig(env, lookOnDisk);
  if (faults.length > 0) throw new ConfigError(faults, config.notices);
  return config;
}

/** The same with its faults beside it, for whoever wants to look at what else there is; a platform with a fault is `null`. */
export function readConfig(
  env: Environment,
  lookOnDisk: LookOnDisk,
): { readonly config: Config; readonly faults: readonly string[] } {
  const reader = createEnvReader(env);
  const slack = parseSlack(reader);
  const config: Config = {
    slack,
    discord: parseDiscord(reader),
    readingRoom: parseReadingRoom(reader),
    corpusDir: reader.text("CORPUS_DIR") ?? OWN_CORPUS,
    archive: parseArchive(reader),
    stateDir: reader.text("STATE_DIR") ?? DEFAULT_STATE_DIR,
    stateUrl: reader.url("STATE_URL", REDIS),
    opsPort: reader.port("OPS_PORT"),
    logLevel: reader.oneOf("LOG_LEVEL", LOG_LEVELS) ?? "info",
    chatHistory: readsHistory(reader),
    ...parseOperations(reader),
    notices: reader.notices,
  };
  compare(config, reader);
  judgeNames(env, reader);
  return { config, faults: [...reader.faults, ...lookOnDisk(config)] };
}

/** The folder of the corpus: `CORPUS_DIR`, or the one that comes with the package. */
export function corpusDir(env: Environment): string {
  return env.CORPUS_DIR ?? OWN_CORPUS;
}

/** The address of the reading room; `null` where nothing leads there. */
export function readingRoomUrl(env: Environment): string | null {
  return parseReadingRoom(createEnvReader(env)).url;
}

/** The person's folder for what can be made again, as the XDG convention names it; `null` where they have none. */
export function cacheDir({ XDG_CACHE_HOME: cache, HOME: home }: Environment): string | null {
  const base = cache ?? (home === undefined ? null : join(home, ".cache"));
  return base === null ? null : join(base, "talks");
}

/**
 * Where the chat keeps its lines, by the same convention; `null` where they have no folder, or want none kept.
 * @throws ConfigError where CHAT_HISTORY is neither true nor false.
 */
export function historyFile(env: Environment): string | null {
  const reader = createEnvReader(env);
  const isKept = readsHistory(reader);
  if (reader.faults.length > 0) throw new ConfigError(reader.faults);
  const base = env.XDG_STATE_HOME ?? (env.HOME === undefined ? null : join(env.HOME, ".local", "state"));
  return base === null || !isKept ? null : join(base, "talks", "history");
}

function readsHistory(reader: EnvReader): boolean {
  return reader.has("CHAT_HISTORY") ? reader.flag("CHAT_HISTORY") : true;
}

/** What only two settings together tell. */
function compare({ slack, opsPort, readingRoom }: Config, reader: EnvReader): void {
  if (slack?.mode === "http-oauth" && !reader.has("STATE_DIR") && !reader.has("STATE_URL"))
    reader.notice(
      `The tokens of the workspaces are kept in ${DEFAULT_STATE_DIR}/ of this folder: set STATE_DIR or STATE_URL to a place that is kept, or every workspace has to install Talks anew when it is lost.`,
    );
  const slackPort = slack === null || slack.mode === "socket" ? null : slack.port;
  if (slackPort !== null && slackPort !== 0 && slackPort === opsPort)
    reader.fault(`OPS_PORT must be another port than that of Slack's calls (PORT, ${slackPort}).`);
  const isTaken =
    readingRoom.port !== null && readingRoom.port !== 0 && [slackPort, opsPort].includes(readingRoom.port);
  if (isTaken) reader.fault("READING_ROOM_PORT must be another port than OPS_PORT and that of Slack's calls (PORT).");
}

/** A slip would leave a limit or a secret unset in silence, so it is a fault; another program's variable is none. */
function judgeNames(env: Environment, reader: EnvReader): void {
  for (const { name, meant, isSlip } of findUnknownNames(Object.keys(env), reader.known)) {
    const question = meant.length > 0 ? `: did you mean ${meant.join(" or ")}?` : "";
    if (isSlip && !meant.some(reader.has)) reader.fault(`${name} is no variable of Talks${question}`);
    else reader.notice(`${name} is ignored, as it is no variable of Talks${question || "."}`);
  }
}
