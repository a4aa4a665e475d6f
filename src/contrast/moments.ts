import { MONTHS, SHORT_MONTHS, WEEKDAYS } from "../lexicon/calendar.ts";
import { PREPOSITIONS } from "../lexicon/function-words.ts";
import { reportingVerb } from "../speech/reporting-verbs.ts";
import type { Span } from "../text/span.ts";
import { type Groups, unitOf } from "./numbers.ts";
import { type Sentence, within } from "./sentences.ts";
import { isPerson } from "./words.ts";

/** A day, a month, a year, a weekday or a time of day, as far as a sentence names it. */
export interface Moment {
  readonly kind: "moment";
  readonly sentence: Sentence;
  readonly span: Span;
  readonly date: DateParts;
  /** When something happens; or only a limit of it ("by Tuesday"), or when something was said. */
  readonly of: "event" | "limit" | "saying";
}

/** Whether two of a kind go together, or against each other, or are of different things. */
export type Comparison = "same" | "different" | "unknown";

const PARTS = ["year", "month", "day", "weekday", "minutes"] as const;
/** Months count from 0, weekdays from Sunday, minutes from midnight; `null` for what is not named. */
type DateParts = Readonly<Record<(typeof PARTS)[number], number | null>>;

const oneOf = (words: readonly string[]) => words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("|");
const DAYS = oneOf(WEEKDAYS);
const DAY = "(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)?";
const MONTH = `(?<month>${oneOf(MONTHS)}|(?:${oneOf(["sept", ...SHORT_MONTHS])})\\b\\.?)`;
// Weekday and date that stand together are one moment.
const DATE = `(?:(?<dateDay>${DAYS}),? )?(?:(?<dayBefore>${DAY}) )?${MONTH}(?: (?<dayBehind>${DAY})\\b(?!,\\d))?(?:,? (?<dateYear>\\d{4})\\b)?`;
const CLOCK = "(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d))? ?(?<half>[ap])\\.?m\\b|(?<clock>\\d{1,2}:\\d\\d)\\b";
const YEAR = "(?<year>(?:1[5-9]|20)\\d\\d)\\b(?![,.]\\d)";
const MOMENT = new RegExp(`(?<![\\d.,])\\b(?:${DATE}|(?<weekday>${DAYS})s?\\b|${CLOCK}|${YEAR})`, "g");
/** "May" alone is a month only behind one of these. */
const BEFORE_MAY = new RegExp(`\\b(?:${PREPOSITIONS.month.replaceAll(" ", "|")})[ -]$`, "i");
const LIMIT = /\b(?:by|until|till|before|after|since|from|ahead|between) $/i;
/** So far behind a verb of saying, a day may still be the day on which it was said: "told reporters in Lind on Tuesday". */
const SAID_REACH = 5;

/** The moments that a sentence names, in order. */
export function momentsIn(sentence: Sentence): Moment[] {
  return [...sentence.text.matchAll(MOMENT)].flatMap(({ 0: written, index: start, groups = {} }): Moment[] => {
    const span = { start, end: start + written.length };
    const before = sentence.text.slice(0, start);
    const next = sentence.tokens.find((token) => token.start > span.end)?.word ?? "";
    const isCount = groups.year !== undefined && (isPerson(next) || unitOf(next) !== null);
    if (isCount || (written === "May" && !BEFORE_MAY.test(before))) return [];
    const of = LIMIT.test(before) ? "limit" : isSaidThen(sentence, start) ? "saying" : "event";
    return [{ kind: "moment", sentence, span, date: dateOf(groups), of }];
  });
}

function dateOf(groups: Groups): DateParts {
  const { year = groups.dateYear, weekday = groups.dateDay, month, clock, half } = groups;
  const { dayBefore, dayBehind: day = dayBefore } = groups;
  const [hour, minute = "0"] = clock?.split(":") ?? [groups.hour, groups.minute];
  const hours = half ? (Number(hour) % 12) + (half === "p" ? 12 : 0) : Number(hour);
  return {
    year: year ? Number(year) : null,
    month: month ? SHORT_MONTHS.indexOf(month.slice(0, 3).toLowerCase()) : null,
    day: day ? Number.parseInt(day, 10) : null,
    weekday: weekday ? WEEKDAYS.indexOf(weekday.toLowerCase()) : null,
    minutes: hour ? 60 * hours + Number(minute) : null,
  };
}

function isSaidThen({ tokens }: Sentence, start: number): boolean {
  const near = within(tokens, { start: 0, end: start }).slice(-SAID_REACH);
  const verbs = near
    .slice(near.findLastIndex(({ word }) => word === "that") + 1)
    .map(({ word }) => reportingVerb(word));
  return verbs.some((verb) => verb && verb.form !== "base" && verb.kind !== "quote" && verb.kind !== "as");
}

/** Whether two moments are one, are two, or cannot be compared: a weekday is no date. */
export function compareMoments({ date: a }: Moment, { date: b }: Moment): Comparison {
  const shared = PARTS.filter((part) => a[part] !== null && b[part] !== null);
  if (shared.length === 0) return "unknown";
  return shared.every((part) => a[part] === b[part]) ? "same" : "different";
}
