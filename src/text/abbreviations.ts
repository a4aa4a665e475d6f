import { ABBREVIATIONS, SENTENCE_OPENERS, TIME_ZONES } from "../lexicon/abbreviations.ts";
import { CALENDAR } from "../lexicon/calendar.ts";

const setOf = (words: string) => new Set(words.split(" "));
const TITLES = setOf(ABBREVIATIONS.titles);
const NUMBERED = setOf(ABBREVIATIONS.numbered);
const LINKING = setOf(ABBREVIATIONS.linking);
const COMPANIES = setOf(ABBREVIATIONS.companies);
const TRAILING = setOf(ABBREVIATIONS.trailing);
const CLOCK = setOf(ABBREVIATIONS.clock);
const OPENERS = setOf(SENTENCE_OPENERS);
const ZONES = setOf(TIME_ZONES);
const DAYS = new Set([...CALENDAR, "today", "tomorrow", "yesterday"]);

/** More characters than any of them has, and than what has to be seen of the text behind one. */
const REACH = 16;
const LAST_WORD = /(?:^|[\s([“‘"'—–/-])((?:\p{L}\.)*\p{L}+)$/u;
const INITIALS = /^(?:\p{Lu}\.)*\p{Lu}$/u;
const NEXT_WORD = /^[\s“‘"'(]*([\p{L}\p{N}]+)/u;

/**
 * Whether the full stop at `at` belongs to an abbreviation, an initial or the like, and the sentence goes on behind it. Only a
 * few characters around it are read.
 */
export function isInnerStop(text: string, at: number): boolean {
  const word = LAST_WORD.exec(text.slice(Math.max(0, at - REACH), at))?.[1];
  if (word === undefined) return false;
  const behind = text.slice(at + 1, at + 1 + REACH);
  const next = NEXT_WORD.exec(behind)?.[1];
  if (next === undefined || /^\s*\n\s*\n/.test(behind)) return false;
  if (LINKING.has(word.toLowerCase())) return true;
  if (TITLES.has(word) && /^\p{Lu}/u.test(next)) return true;
  if (NUMBERED.has(word) && /^\d/.test(next)) return true;
  if (CLOCK.has(word.toLowerCase())) return ZONES.has(next) || DAYS.has(next.toLowerCase());
  if (COMPANIES.has(word) || TRAILING.has(word) || INITIALS.test(word)) return !OPENERS.has(next);
  return false;
}

/** Whether a text begins with the end of a company's name, so that what stands before it is no sentence: Yahoo! | Inc. */
export function beginsWithCompanyEnding(text: string): boolean {
  return COMPANIES.has(NEXT_WORD.exec(text.slice(0, REACH))?.[1] ?? "");
}
