import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../log.ts";

/** Hands Bolt's warnings and errors to our log; anything below can hold messages and tokens, and is dropped. */
export function createBoltLogger(log: Log): Logger {
  const join = (parts: readonly unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" ");
  const drop = () => {};
  return {
    debug: drop,
    info: drop,
    warn: (...parts) => log.warn(`Slack: ${join(parts)}`),
    error: (...parts) => log.error(`Slack: ${join(parts)}`),
    setLevel: drop,
    getLevel: () => LogLevel.WARN,
    setName: drop,
  };
}
