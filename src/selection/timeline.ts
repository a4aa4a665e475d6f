import { textOf } from "../indexing/passages.ts";
import { MONTHS, SHORT_MONTHS, WEEKDAYS } from "../lexicon/calendar.ts";
import { dayAfter } from "../question/dates.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { type Story, sentencesOf } from "./stories.ts";

const MONTH = `(?<month>${[...MONTHS, "sept", ...SHORT_MONTHS].map(capitalised).join("|")})\\b\\.?`;
const DATE = new RegExp(
  `\\b(?:(?<before>\\d{1,2})(?:st|nd|rd|th)? )?${MONTH}(?: (?<behind>\\d{1,2})(?:st|nd|rd|th)?\\b)?(?:,? (?<year>\\d{4})\\b)?`,
  "g",
);
const WEEKDAY = new RegExp(`\\b(?<day>${WEEKDAYS.map(capitalised).join("|")})\\b`);
/** Fewer days make no timeline. */
const MIN_DAYS = 3;
const SHOWN = 5;

/**
 * The sentences of some stories that name a day or a month, in the order of these, one for each; `null` where there are too
 * few. A month without its year, and a day of the week, is that of the article's date.
 */
export function timelineOf(stories: readonly Story[], query: Query): readonly RankedPassage[] | null {
  const byDay = new Map<string, RankedPassage>();
  for (const story of stories) {
    for (const one of sentencesOf(story, query, MIN_WORDS)) {
      const day = dayNamed(textOf(one.paragraph, one.passage), story.source.published);
      const known = day === null ? undefined : byDay.get(day);
      if (day !== null && (!known || weight(one) > weight(known))) byDay.set(day, one);
    }
  }
  if (byDay.size < MIN_DAYS) return null;
  const days = [...byDay].sort(([, a], [, b]) => weight(b) - weight(a)).slice(0, SHOWN);
  return days.sort(([a], [b]) => a.localeCompare(b)).map(([, one]) => one);
}

/** Entries of a chronology are short. */
const MIN_WORDS = 4;
const AT_ONCE = 10;

/** What begins with its date is an entry of a chronology, and counts more than a sentence that names a day by the way. */
function weight({ paragraph, passage, hits }: RankedPassage): number {
  const opening = textOf(paragraph, passage).search(DATE);
  const named = new Set(hits.filter(({ from, to }) => from >= passage.tokenFrom && to <= passage.tokenTo));
  return (opening === 0 ? AT_ONCE : 0) + named.size + 1 / (1 + paragraph.position);
}

/** The first day or month that a text names, as YYYY-MM-DD or YYYY-MM; `null` where there is none, or its year is not known. */
export function dayNamed(text: string, published: string | null): string | null {
  // A month with no day or year beside it is mostly none: "May" and "March" are verbs, too.
  const date = [...text.matchAll(DATE)].find(({ groups }) => groups?.before ?? groups?.behind ?? groups?.year);
  const weekday = WEEKDAY.exec(text);
  if (weekday?.groups?.day && published?.length === 10 && (!date || weekday.index < date.index))
    return lastWeekday(weekday.groups.day, published);
  const { month, before, behind, year = published?.slice(0, 4) } = date?.groups ?? {};
  if (!month || !year) return null;
  const day = before ?? behind;
  return `${year}-${monthOf(month)}${day ? `-${day.padStart(2, "0")}` : ""}`;
}

/** The last such day of the week up to a date. */
function lastWeekday(name: string, published: string): string | null {
  const back = (new Date(`${published}T00:00:00Z`).getUTCDay() - WEEKDAYS.indexOf(name.toLowerCase()) + 7) % 7;
  return dayAfter(published, -back);
}

function monthOf(name: string): string {
  return String(MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1).padStart(2, "0");
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
