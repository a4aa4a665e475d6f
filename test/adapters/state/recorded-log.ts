import type { Log } from "../../../adapters/log.ts";

/** A log whose lines a test can read: `level: message`. */
export interface RecordedLog extends Log {
  readonly lines: readonly string[];
}

export function createRecordedLog(): RecordedLog {
  const lines: string[] = [];
  const line = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  return { lines, info: line("info"), warn: line("warn"), error: line("error") };
}
