import type { Article } from "../../src/index.ts";
import { withoutCredentials } from "./credentials.ts";

/** An article that has not been given its place in the corpus yet. */
export type Draft = Omit<Article, "id">;

/** What a document says of itself; `null` where it says nothing. */
export type Metadata = Omit<Draft, "body">;

/** A document that says nothing of itself. */
export const NO_METADATA: Metadata = { title: null, outlet: null, author: null, published: null, url: null };

const MAX_FIELD_LENGTH = 300;

/** `first`, with what it leaves open taken from `second`. */
export function fillIn(first: Metadata, second: Metadata): Metadata {
  return {
    title: first.title ?? second.title,
    outlet: first.outlet ?? second.outlet,
    author: first.author ?? second.author,
    published: first.published ?? second.published,
    url: first.url ?? second.url,
  };
}

/** A piece of metadata as one line, or `null` where nothing is left of it or it is too long to be what it claims. */
export function oneLine(text: unknown): string | null {
  if (typeof text !== "string") return null;
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return line === "" || line.length > MAX_FIELD_LENGTH ? null : line;
}

/** A byline without the "By" before it. */
export function authorOf(text: unknown): string | null {
  return oneLine(text)?.replace(/^(?:written )?by[:\s]+/i, "") ?? null;
}

/** An http(s) address in full and without a password, or `null`; `base` is where a relative one stands. */
export function webAddressOf(text: unknown, base: string | null): string | null {
  const line = oneLine(text);
  if (line === null || !URL.canParse(line, base ?? undefined)) return null;
  const url = new URL(line, base ?? undefined);
  return /^https?:$/.test(url.protocol) ? withoutCredentials(url.href) : null;
}

const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(?!\d)/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = `(?<month>${MONTHS.join("|")})[a-z]*\\.?`;
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const DAY_FIRST = new RegExp(`\\b${DAY}[ -]${MONTH},?[ -](?<year>\\d{4})\\b`, "i");
const MONTH_FIRST = new RegExp(`\\b${MONTH} ${DAY},? (?<year>\\d{4})\\b`, "i");

/**
 * The calendar date of a point in time, as it is written, whatever time and zone come with it. A date in figures that
 * is not an ISO date is not read, because nobody can tell its day from its month.
 */
export function dateOf(text: unknown): string | null {
  const line = oneLine(text) ?? "";
  const date = ISO_DATE.exec(line)?.[1] ?? dateInWords(line);
  return date !== null && isCalendarDate(date) ? date : null;
}

function dateInWords(line: string): string | null {
  const found = (DAY_FIRST.exec(line) ?? MONTH_FIRST.exec(line))?.groups;
  if (!found?.day || !found.month || !found.year) return null;
  const month = String(MONTHS.indexOf(found.month.toLowerCase()) + 1);
  return `${found.year}-${month.padStart(2, "0")}-${found.day.padStart(2, "0")}`;
}

function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
