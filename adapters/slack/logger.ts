import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../log.ts";
import { messageOf } from "../operator-error.ts";

/** A logger that hands on warnings and errors; anything below can hold messages and tokens, and is dropped. */
function createLogger(say: (level: "warn" | "error", words: string) => void): Logger {
  const drop = () => {};
  const at =
    (level: "warn" | "error") =>
    (...parts: readonly unknown[]) =>
      say(level, parts.map(messageOf).join(" "));
  const silent = { debug: drop, info: drop, setLevel: drop, setName: drop };
  return { ...silent, warn: at("warn"), error: at("error"), getLevel: () => LogLevel.WARN };
}

/** Hands Bolt's warnings and errors to our log. */
export function createBoltLogger(log: Log): Logger {
  return createLogger((level, words) => log[level](`Slack: ${words}`));
}

/** What was last said of a connection. */
export type LastWords = ReturnType<typeof createLastWords>;

/**
 * Keeps the last warning instead of logging each: while a connection is gone there is a new one every few seconds, and
 * the operator wants one line that says why.
 */
export function createLastWords() {
  let last: string | null = null;
  const keep = (words: string) => {
    last = words;
  };
  return {
    /** To be given to the client, which says it nowhere else. */
    logger: createLogger((_, words) => keep(words)),
    keep,
    last: () => last,
    forget: () => {
      last = null;
    },
  };
}
