import type { EnvReader } from "../env.ts";
import { type FeedsConfig, parseFeeds } from "../feeds/feeds-config.ts";
import { type FairUseConfig, parseFairUse } from "./fair-use-config.ts";

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
