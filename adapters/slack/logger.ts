import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../log.ts";
import { messageOf } from "../operator-error.ts";

type Say = (words: string) => void;

/** A logger that hands on warnings and errors; anything below can hold messages and tokens, and is dropped. */
function createLogger(warn: Say, error: Say): Logger {
  const drop = () => {};
  const join =
    (say: Say) =>
    (...parts: readonly unknown[]) =>
      say(parts.map(messageOf).join(" "));
  return {
    ...{ debug: drop, info: drop, warn: join(warn), error: join(error), setLevel: drop, setName: drop },
    getLevel: () => LogLevel.WARN,
  };
}

/** Hands Bolt's warnings and errors to our log. */
export function createBoltLogger(log: Log): Logger {
  return createLogger(
    (words) => log.warn(`Slack: ${words}`),
    (words) => log.error(`Slack: ${words}`),
  );
}

/** What was last said of a connection. */
export interface LastWords {
  /** To be given to the client, which says it nowhere else. */
  readonly logger: Logger;
  keep(words: string): void;
  last(): string | null;
  forget(): void;
}

/**
 * Keeps the last warning instead of logging each: while a connection is gone there is a new one every few seconds, and
 * the operator wants one line that says why.
 */
export function createLastWords(): LastWords {
  let last: string | null = null;
  const keep = (words: string) => {
    last = words;
  };
  return {
    logger: createLogger(keep, keep),
    keep,
    last: () => last,
    forget: () => {
      last = null;
    },
  };
}
