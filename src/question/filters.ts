import { MONTHS } from "../lexicon/calendar.ts";
import { fold } from "../text/fold.ts";
import { oneLine } from "../text/one-line.ts";

/** What a question is limited to beside its words. Dates are ISO, `until` inclusive. */
export interface Filters {
  readonly speaker: string | null;
  readonly source: string | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** A question without its filters, and what could not be read in them. */
export interface FilteredText {
  readonly text: string;
  readonly filters: Filters;
  readonly notices: readonly string[];
}

const FILTER = /(?<!\S)(from|source|since|until):(?:["“]([^"”]*)["”]|(\S+))/gi;

const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*";
// "since 24 April 2025", "after April 2025", "until 2025-04-24": only dates with a month, for "since 2022" is mostly
// what the question is about, not when an article was published.
const DATE_PHRASE = new RegExp(
  `\\b(since|after|until|before|up to)\\s+((?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${MONTH}\\.?(?:\\s+\\d{1,2}(?:st|nd|rd|th)?,?)?\\s+\\d{4}|\\d{4}-\\d{2}(?:-\\d{2})?)(?=\\W*$)`,
  "gi",
);

/** Whether there may be a date at all: that is seen faster than what it is. */
const HOLDS_YEAR = /\d{4}/;

/** Takes `from:NAME source:OUTLET since:DATE until:DATE` and dates in words out of a question. @param datesInWords whether "since April 2025" at its end is a filter, too. */
export function takeFilters(text: string, datesInWords: boolean): FilteredText {
  const filters = { speaker: null, source: null, since: null, until: null } as Record<keyof Filters, string | null>;
  const notices: string[] = [];
  if (!text.includes(":") && !(datesInWords && HOLDS_YEAR.test(text))) return { text: oneLine(text), filters, notices };
  let rest = text.replace(FILTER, (_, key: string, quoted?: string, plain?: string) => {
    const value = (quoted ?? plain ?? "").trim();
    const name = key.toLowerCase();
    if (value === "") return " ";
    if (name === "from") filters.speaker = value;
    else if (name === "source") filters.source = value;
    else {
      const date = name === "since" ? firstDay(value) : lastDay(value);
      if (date && name === "since") filters.since = date;
      else if (date) filters.until = date;
      else notices.push(`“${value}” is no date I can read: write YYYY, YYYY-MM or YYYY-MM-DD.`);
    }
    return " ";
  });
  if (datesInWords)
    rest = rest.replace(DATE_PHRASE, (whole, word: string, phrase: string) => {
      const iso = isoOf(phrase);
      if (!iso) return whole;
      if (/since/i.test(word)) filters.since = firstDay(iso);
      else if (/after/i.test(word)) filters.since = dayAfter(lastDay(iso));
      else if (/before/i.test(word)) filters.until = dayAfter(firstDay(iso), -1);
      else filters.until = lastDay(iso);
      return " ";
    });
  return { text: oneLine(rest), filters, notices };
}

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

function calendarDay(iso: string): string | null {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

function dayAfter(iso: string | null, days = 1): string | null {
  if (!iso) return null;
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function isoOf(phrase: string): string | null {
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
