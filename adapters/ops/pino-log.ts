import { type DestinationStream, destination, pino } from "pino";
import type { Log, LogData } from "../log.ts";
import { createRedaction } from "./redaction.ts";

/** How the log of a running bot is written. */
export interface PinoLogOptions {
  readonly level: string;
  /** Values that must never be seen: every token of the configuration. */
  readonly secrets: readonly string[];
  /** Where the lines go; standard output, if left out. */
  readonly stream?: DestinationStream;
}

const STDOUT = 1;
// Words of a question have these names wherever they turn up; the log is not the place for them.
const WORDS = ["question", "text", "earlier", "questions"];
const MAX_CAUSES = 3;

/** A log of one JSON object to a line, without secrets and without the words of a question. */
export function createPinoLog({ level, secrets, stream }: PinoLogOptions): Log {
  const redact = createRedaction(secrets);
  const logger = pino(
    {
      level,
      base: { name: "talks" },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: WORDS.flatMap((word) => [word, `*.${word}`, `*.*.${word}`]), censor: "[left out]" },
      hooks: { streamWrite: redact },
    },
    // Written at once, so that the last lines before a crash are there.
    stream ?? destination({ dest: STDOUT, sync: true }),
  );
  const line = (write: "info" | "warn" | "error") => (message: string, data?: LogData) =>
    logger[write](data ? describeErrors(data) : {}, message);
  return { info: line("info"), warn: line("warn"), error: line("error") };
}

function describeErrors(data: LogData): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      value instanceof Error ? describeError(value, MAX_CAUSES) : value,
    ]),
  );
}

/** Errors of client libraries carry whole requests, with tokens and texts: only what names the fault is kept. */
function describeError(error: Error, causes: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const named = { name, message, ...pick(error, "code"), ...pick(error, "status"), stack };
  return cause instanceof Error && causes > 0 ? { ...named, cause: describeError(cause, causes - 1) } : named;
}

function pick(error: Error, property: "code" | "status"): Record<string, unknown> {
  const value: unknown = Object.getOwnPropertyDescriptor(error, property)?.value;
  return typeof value === "string" || typeof value === "number" ? { [property]: value } : {};
}
