import { MONTHS, SHORT_MONTHS } from "../lexicon/calendar.ts";
import { fold } from "../text/fold.ts";

const MONTH = `(?:${SHORT_MONTHS.join("|")})[a-z]*`;

/** The source of a pattern for a date that names its month: "24 April 2025", "Feb. 2024", "April 24, 2025". */
export const MONTH_DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${MONTH}\\.?(?:\\s+\\d{1,2}(?:st|nd|rd|th)?,?)?\\s+\\d{4}`;

/** The first day that a date of the form YYYY, YYYY-MM or YYYY-MM-DD means; `null` where it is no such date. */
export function firstDay(date: string): string | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return null;
  return calendarDay(`${match[1]}-${match[2] ?? "01"}-${match[3] ?? "01"}`);
}

/** The last day that a date means: of the year, of the month, or the day itself. */
export function lastDay(date: string): string | null {
  const first = firstDay(date);
  if (!first || date.length === 10) return first;
  const [year = 0, month = 1] = first.split("-").map(Number);
  const next = date.length === 4 ? Date.UTC(year + 1, 0, 0) : Date.UTC(year, month, 0);
  return new Date(next).toISOString().slice(0, 10);
}

/** The day so many days after another one. */
export function dayAfter(iso: string | null, days = 1): string | null {
  if (!iso) return null;
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A date in figures or with its month in words, as YYYY-MM or YYYY-MM-DD; `null` where it is none. */
export function isoOf(phrase: string): string | null {
  if (/^\d{4}-/.test(phrase)) return phrase;
  const words = fold(phrase).match(/[a-z]+|\d+/g) ?? [];
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  const month = MONTHS.findIndex((name) =>
    words.some((word) => /^[a-z]{3,}$/.test(word) && name.startsWith(word.slice(0, 3))),
  );
  if (!year || month < 0) return null;
  const iso = `${year}-${String(month + 1).padStart(2, "0")}`;
  return day ? `${iso}-${day.padStart(2, "0")}` : iso;
}

function calendarDay(iso: string): string | null {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
