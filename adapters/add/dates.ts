import { oneLine } from "./characters.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?";
const YEAR = "(?<year>(?:19|20)\\d{2})";

/** Ways of writing a date that leave no doubt which number is the month. */
const FORMS: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/,
  /(?<!\d)(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})T\d{4}/,
  /(?<!\d)(?<year>\d{4})(?<sign>[/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/,
  new RegExp(`(?<!\\d)${DAY}(?:[ -]| of )${MONTH},?[ -]${YEAR}\\b`, "i"),
  new RegExp(`\\b${MONTH}[ -]${DAY},?[ -]${YEAR}\\b`, "i"),
];
// As in RFC 822, where a year may have two figures.
const SHORT_YEAR = new RegExp(`(?<!\\d)(?<day>\\d{1,2}) ${MONTH} (?<year>\\d{2}) \\d{1,2}:\\d{2}`, "i");
const IN_FIGURES = /(?<!\d)(?<first>\d{1,2})(?<sign>[/.])(?<second>\d{1,2})\k<sign>(?<year>(?:19|20)\d{2})(?!\d)/;

/**
 * The calendar date of a point in time, as it is written, whatever time and zone come with it: the zone of whoever wrote it.
 * In 03/02/2025 nobody can tell the day from the month, so it is not read.
 */
export function dateOf(text: unknown): string | null {
  const line = oneLine(text)?.replace(/[\s\u00A0\u202F]+/g, " ") ?? "";
  for (const form of [...FORMS, SHORT_YEAR]) {
    const { year, month, day } = form.exec(line)?.groups ?? {};
    const date = year && month && day ? calendarDate(year, month, day) : null;
    if (date !== null) return date;
  }
  return dateInFigures(line);
}

// A day without its year, as of a page that is read on the same day.
const DAY_OF_MONTH = new RegExp(`(?<!\\d)${DAY} ${MONTH}|\\b${MONTH} ${DAY}(?!\\d)`.replaceAll(/\?<\w+>/g, "?:"), "gi");

/** A line without the dates in it. */
export function withoutDates(line: string): string {
  return [...FORMS, IN_FIGURES, DAY_OF_MONTH].reduce((rest, form) => rest.replace(form, " "), line);
}

function dateInFigures(line: string): string | null {
  const { first, second, year } = IN_FIGURES.exec(line)?.groups ?? {};
  if (!first || !second || !year) return null;
  if (Number(first) > 12) return calendarDate(year, second, first);
  return Number(second) > 12 ? calendarDate(year, first, second) : null;
}

function calendarDate(year: string, month: string, day: string): string | null {
  const number = /^\d/.test(month) ? month : String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1);
  const fullYear = year.length === 2 ? `20${year}` : year;
  const date = `${fullYear}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}

/** Whether a date is one that nobody on earth has reached at `now` yet. */
export function isFuture(date: string, now: Date): boolean {
  const HOURS_AHEAD = 14;
  return date > new Date(now.getTime() + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 10);
}
