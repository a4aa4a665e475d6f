import { type Logger, LogLevel } from "@slack/bolt";

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
  let words: string | null = null;
  const keep = (...parts: readonly unknown[]) => {
    words = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" ");
  };
  const drop = () => {};
  const forget = () => {
    words = null;
  };
  return {
    logger: {
      ...{ debug: drop, info: drop, warn: keep, error: keep, setLevel: drop, setName: drop },
      getLevel: () => LogLevel.WARN,
    },
    keep,
    last: () => words,
    forget,
  };
}
