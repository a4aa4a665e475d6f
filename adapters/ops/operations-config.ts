import type { EnvReader } from "../env.ts";
import { type FeedsConfig, parseFeeds } from "../feeds/feeds-config.ts";

/** What the environment decides for those who run the bot. */
export interface OperationsConfig {
  readonly fairUse: FairUseConfig;
  /** The address that health and metrics listen on. */
  readonly opsHost: string;
  /** For how many days questions are stored; `null` where they are not. */
  readonly questionLogDays: number | null;
  /** Feeds that are read by the bot itself; `null` for none. */
  readonly feeds: FeedsConfig | null;
}

const MAX_DAYS = 3650;

/** Reads the limits, OPS_HOST, QUESTION_LOG_DAYS and the feeds; faults go to the reader. */
export function parseOperations(reader: EnvReader): OperationsConfig {
  return {
    fairUse: parseFairUse(reader),
    opsHost: reader.text("OPS_HOST") ?? "127.0.0.1",
    questionLogDays: parseDays(reader, "QUESTION_LOG_DAYS"),
    feeds: parseFeeds(reader),
  };
}

function parseDays(reader: EnvReader, name: string): number | null {
  const text = reader.text(name);
  if (text === null || text === "0") return null;
  if (!/^\d{1,4}$/.test(text) || Number(text) > MAX_DAYS) {
    reader.fault(`${name} must be a number of days, 1 to ${MAX_DAYS}; 0 stores nothing.`);
    return null;
  }
  return Number(text);
}

/** So many questions in so many seconds. */
export interface Rate {
  readonly questions: number;
  readonly seconds: number;
}

/** Who may ask how much, and where; nothing is limited by default. */
export interface FairUseConfig {
  readonly perPerson: Rate | null;
  readonly perChannel: Rate | null;
  /** Ids of the channels that are answered in; empty for all. */
  readonly channels: readonly string[];
  /** Whether only mentions, commands and buttons are answered, also in threads that are ours. */
  readonly mentionOnly: boolean;
}

const PERIODS = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;
const RATE = /^(\d{1,6})(?:\s*(?:\/|per)\s*(second|minute|hour|day))?$/i;

/** Reads LIMIT_PER_PERSON, LIMIT_PER_CHANNEL, ALLOWED_CHANNELS and MENTION_ONLY; faults go to the reader. */
export function parseFairUse(reader: EnvReader): FairUseConfig {
  return {
    perPerson: parseRate(reader, "LIMIT_PER_PERSON"),
    perChannel: parseRate(reader, "LIMIT_PER_CHANNEL"),
    channels: parseChannels(reader),
    mentionOnly: reader.flag("MENTION_ONLY"),
  };
}

/** As Slack and Discord write the ids of channels. */
const CHANNEL_ID = /^(?:[CDG][A-Z\d]+|\d+)$/;

function parseChannels(reader: EnvReader): readonly string[] {
  const ids = (reader.text("ALLOWED_CHANNELS") ?? "").split(/[\s,]+/).filter((id) => id !== "");
  if (!ids.every((id) => CHANNEL_ID.test(id)))
    reader.fault(
      "ALLOWED_CHANNELS must be ids of channels, such as C0123ABCD in Slack or 400000000000000001 in Discord, apart by commas; names such as #general are not known.",
    );
  return ids;
}

function parseRate(reader: EnvReader, name: string): Rate | null {
  const text = reader.text(name);
  if (text === null) return null;
  const [, questions, period = "minute"] = RATE.exec(text) ?? [];
  const found = Object.entries(PERIODS).find(([unit]) => unit === period.toLowerCase());
  if (questions === undefined || !found || Number(questions) === 0) {
    reader.fault(`${name} must be a number of questions and a time, such as 20/minute, 100/hour or 500/day.`);
    return null;
  }
  return { questions: Number(questions), seconds: found[1] };
}

/** A rate as people say it: "20 in a minute". */
export function describeRate({ questions, seconds }: Rate): string {
  const [unit = `${seconds} seconds`] = Object.entries(PERIODS).find(([, length]) => length === seconds) ?? [];
  return `${questions} in ${unit === "hour" ? "an" : "a"} ${unit}`;
}
