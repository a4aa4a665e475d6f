/** What a log line says beside its message. Never the words of a question, and never a secret. */
export type LogData = Readonly<Record<string, unknown>>;

/** Where the bot tells its operator what happens. */
export interface Log {
  info(message: string, data?: LogData): void;
  warn(message: string, data?: LogData): void;
  error(message: string, data?: LogData): void;
}

/** A log of plain lines on standard error. */
export function createStderrLog(): Log {
  const line = (level: string) => (message: string, data?: LogData) => {
    const details = data ? ` ${JSON.stringify(data, withErrors)}` : "";
    process.stderr.write(`${level}: ${message}${details}\n`);
  };
  return { info: line("info"), warn: line("warn"), error: line("error") };
}

function withErrors(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.message : value;
}
