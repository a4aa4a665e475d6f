import { InvalidArgumentError } from "commander";

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A date of the command line: YYYY, YYYY-MM or YYYY-MM-DD, and one that the calendar has. */
export function parseDateArgument(text: string): string {
  const [, year, month = "01", day = "01"] = DATE.exec(text) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // A day that the month does not have is carried over into the next one.
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
  if (!exists) throw new InvalidArgumentError("A date is YYYY, YYYY-MM or YYYY-MM-DD.");
  return text;
}

/** A number of passages. */
export function parseCountArgument(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
