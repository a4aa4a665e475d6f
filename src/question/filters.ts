import { oneLine, tidyLines } from "../text/one-line.ts";
import { readable } from "../text/readable.ts";
import { dayAfter, firstDay, isoOf, lastDay, MONTH_DATE } from "./dates.ts";
import type { Question } from "./question.ts";

/** What a question is limited to beside its words. Dates are ISO, `until` inclusive. */
export interface Filters {
  readonly speaker: string | null;
  readonly source: string | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** Of a question that is not limited. */
export const NO_FILTERS: Filters = { speaker: null, source: null, since: null, until: null };

/** A question without its filters, and what could not be read in them. */
export interface FilteredText {
  readonly text: string;
  readonly filters: Filters;
  readonly notices: readonly string[];
}

/** What a corpus knows that helps to see where a filter ends. */
export interface FilterReader {
  /** Whether "since April 2025" at the end of a question is a filter, too. */
  readonly datesInWords: boolean;
  /** How many characters at the start of a text are a speaker's name, or an outlet's; 0 where no name begins. */
  speakerAt(text: string): number;
  sourceAt(text: string): number;
}

const KEYS = "from|source|since|until";
const KEY = new RegExp(`(?<!\\S)(${KEYS}):[^\\S\\n]*`, "gi");
const ANOTHER_KEY = new RegExp(`^(?:${KEYS}):`, "i");
const QUOTED = /^(?:["“”„]([^"“”„]*)["“”]|«([^»]*)»|['‘]([^'‘’]*)['’](?![\p{L}\p{N}]))/u;
const TYPED_DATE = new RegExp(`^(?:${MONTH_DATE}\\b|\\S+)`, "i");
/** What ends a sentence or a clause behind a value is none of it. */
const TRAILING = /[,;:.!?)\]]+$/;
// "since 24 April 2025", "after April 2025", "until 2025-04-24": only dates with a month, for "since 2022" is mostly
// what the question is about, not when an article was published.
const DATE_PHRASE = new RegExp(
  `\\b(since|after|until|before|up to)\\s+(${MONTH_DATE}|\\d{4}-\\d{2}(?:-\\d{2})?)(?=\\W*$)`,
  "gi",
);

/** Whether there may be a date at all: that is seen faster than what it is. */
const HOLDS_YEAR = /\d{4}/;

type MutableFilters = { -readonly [Name in keyof Filters]: Filters[Name] };

/** Takes `from:NAME source:OUTLET since:DATE until:DATE` and dates in words out of a question. */
export function takeFilters(text: string, reader: FilterReader): FilteredText {
  const filters: MutableFilters = { ...NO_FILTERS };
  const notices: string[] = [];
  let rest = text.includes(":") ? takeNamed(text, reader, filters, notices) : text;
  if (reader.datesInWords && HOLDS_YEAR.test(rest)) rest = takeDatePhrases(rest, filters);
  return { text: tidyLines(rest), filters, notices };
}

function takeNamed(text: string, reader: FilterReader, filters: MutableFilters, notices: string[]): string {
  let rest = "";
  let done = 0;
  for (const match of text.matchAll(KEY)) {
    if (match.index < done) continue;
    const [whole, key = ""] = match;
    const at = match.index + whole.length;
    const value = valueAt(text.slice(at), key.toLowerCase(), !whole.endsWith(":"), reader);
    if (!value) continue;
    rest += `${text.slice(done, match.index)} `;
    done = at + value.length;
    limitBy(key.toLowerCase(), value.text, filters, notices);
  }
  return rest + text.slice(done);
}

/** What stands behind `from:` and the like; `null` where the words are no filter. */
function valueAt(
  text: string,
  key: string,
  isApart: boolean,
  reader: FilterReader,
): { readonly text: string; readonly length: number } | null {
  const [quoted, ...inside] = QUOTED.exec(text) ?? [];
  if (quoted !== undefined)
    return { text: inside.find((one) => one !== undefined)?.trim() ?? "", length: quoted.length };
  if (text === "" || ANOTHER_KEY.test(text)) return { text: "", length: 0 };
  if (key === "since" || key === "until") return whole((TYPED_DATE.exec(text)?.[0] ?? "").replace(TRAILING, ""));
  const length = key === "from" ? reader.speakerAt(text) : reader.sourceAt(text);
  if (length > 0) return whole(text.slice(0, length));
  return isApart ? null : whole((/^\S+/.exec(text)?.[0] ?? "").replace(TRAILING, ""));
}

function whole(text: string) {
  return { text, length: text.length };
}

function limitBy(key: string, value: string, filters: MutableFilters, notices: string[]): void {
  if (value === "") return;
  if (key === "from") filters.speaker = value;
  else if (key === "source") filters.source = value;
  else if (key === "since" || key === "until") {
    const date = dayOf(key, value);
    if (date === null) notices.push(noDate(value));
    else filters[key] = date;
  }
}

/** The day that limits a question to the days from, or up to, a date. */
function dayOf(key: "since" | "until", value: string): string | null {
  const date = isoOf(value) ?? value;
  return key === "since" ? firstDay(date) : lastDay(date);
}

function noDate(value: string): string {
  return `“${value}” is no date I can read: write YYYY, YYYY-MM or YYYY-MM-DD.`;
}

function takeDatePhrases(text: string, filters: MutableFilters): string {
  return text.replace(DATE_PHRASE, (all, word: string, phrase: string) => {
    const iso = isoOf(phrase);
    if (!iso) return all;
    if (/since/i.test(word)) filters.since = firstDay(iso);
    else if (/after/i.test(word)) filters.since = dayAfter(lastDay(iso));
    else if (/before/i.test(word)) filters.until = dayAfter(firstDay(iso), -1);
    else filters.until = lastDay(iso);
    return " ";
  });
}

/** Adds the filters that a question was given beside its text, as options of a command: they win over those in its text. */
export function withOptions(inText: FilteredText, question: Question): FilteredText {
  const filters: MutableFilters = { ...inText.filters };
  const notices = [...inText.notices];
  for (const [key, name] of OPTIONS) limitBy(key, oneLine(readable(question[name] ?? "").text), filters, notices);
  return { text: inText.text, filters, notices };
}

const OPTIONS = [
  ["from", "speaker"],
  ["source", "source"],
  ["since", "since"],
  ["until", "until"],
] as const;

/**
 * A question as a person would type it, with its options in the text: whoever remembers only texts, as conversations do,
 * remembers the filters, too.
 */
export function asTyped(question: Question): string {
  const filters = OPTIONS.flatMap(([key, name]) => {
    const value = oneLine(question[name] ?? "");
    return value === "" ? [] : [`${key}:"${value.replace(/["“”„]/g, "'")}"`];
  });
  return [...filters, question.text].join(" ");
}
