import { reportingVerb } from "../speech/reporting-verbs.ts";
import type { Token } from "../text/tokenize.ts";
import { type Range, type Reading, sentenceAt, wordsIn } from "./reading.ts";

/** A day, a month, a year, a weekday or a time of day, as far as a passage names it. */
export interface Moment {
  readonly weekday?: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  /** Minutes after midnight. */
  readonly minutes?: number;
  readonly range: Range;
  /** It limits a time rather than naming it: "by Tuesday", "until 2010". */
  readonly isLimit: boolean;
  /** It is when something was said, not when something happens. */
  readonly isReported: boolean;
}

type Parts = Omit<Moment, "range" | "isLimit" | "isReported">;

const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const DAY = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const CLOCK = /^(\d{1,2})[:.](\d{2})(?:\s?([ap])\.?m\b)?|^(\d{1,2})\s?([ap])\.?m\b/i;
const LIMIT = /^(?:by|until|till|before|after|since|from|ahead|between)$/;
/** So far behind a verb of saying, a day may still be the day on which it was said: "told reporters in Lind on Tuesday". */
const SAID_REACH = 5;

/** The moments that a passage names, in order; weekday and date that stand together are one. */
export function momentsIn(reading: Reading): readonly Moment[] {
  const { tokens } = reading;
  const found: Moment[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const moment = momentAt(reading, at);
    if (!moment) continue;
    const [parts, to] = moment;
    const last = found.at(-1);
    const range = { from: at, to };
    at = to - 1;
    if (last && last.range.to === range.from && last.weekday !== undefined && parts.month !== undefined) {
      found[found.length - 1] = { ...last, ...parts, range: { from: last.range.from, to } };
      continue;
    }
    const before = wordsIn(reading, { from: range.from - 1, to: range.from });
    found.push({ ...parts, range, isLimit: LIMIT.test(before), isReported: isReported(reading, range) });
  }
  return found;
}

function momentAt(reading: Reading, at: number): [Parts, number] | null {
  const { text, tokens } = reading;
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token) return null;
  const weekday = WEEKDAYS.indexOf(token.word.replace(/s$/, ""));
  if (weekday >= 0) return [{ weekday }, at + 1];
  const clock = /^\d/.test(token.word) ? clockAt(text, token, tokens, at) : null;
  if (clock) return clock;
  const isDay = (one: Token | undefined) => one !== undefined && DAY.test(one.word);
  if (isMonth(token) && isDay(next))
    return withYear({ month: monthOf(token), day: Number.parseInt(next?.word ?? "", 10) }, tokens, at + 2);
  if (isDay(token) && isMonth(next))
    return withYear({ month: monthOf(next), day: Number.parseInt(token.word, 10) }, tokens, at + 2);
  if (
    isMonth(token) &&
    (token.word !== "may" || /^(?:in|of|by|until|since|last|next|early|late|mid)$/.test(tokens[at - 1]?.word ?? ""))
  )
    return withYear({ month: monthOf(token) }, tokens, at + 1);
  return YEAR.test(text.slice(token.start, token.end)) ? [{ year: Number(token.word) }, at + 1] : null;
}

function isMonth(token: Token | undefined): boolean {
  return token?.capital === true && MONTH.test(token.word);
}

function monthOf(token: Token | undefined): number {
  return MONTHS.indexOf(token?.word.slice(0, 3) ?? "");
}

function withYear(parts: Parts, tokens: readonly Token[], to: number): [Parts, number] {
  const next = tokens[to]?.word ?? "";
  return YEAR.test(next) ? [{ ...parts, year: Number(next) }, to + 1] : [parts, to];
}

function clockAt(text: string, token: Token, tokens: readonly Token[], at: number): [Parts, number] | null {
  const match = CLOCK.exec(text.slice(token.start, token.start + 12));
  if (!match) return null;
  const [written, hour, minute, half, onlyHour, onlyHalf] = match;
  // "2.40" without a.m. or p.m. is any number.
  if (hour !== undefined && !half && written.includes(".")) return null;
  const afternoon = (half ?? onlyHalf)?.toLowerCase();
  const hours = Number(hour ?? onlyHour);
  const minutes = ((afternoon ? hours % 12 : hours) + (afternoon === "p" ? 12 : 0)) * 60 + Number(minute ?? 0);
  let to = at + 1;
  while ((tokens[to]?.start ?? Number.POSITIVE_INFINITY) < token.start + written.length) to++;
  return [{ minutes }, to];
}

function isReported(reading: Reading, { from }: Range): boolean {
  const { tokens } = reading;
  const sentence = sentenceAt(reading, from);
  for (let at = from - 1; at >= Math.max(sentence.from, from - SAID_REACH); at--) {
    const verb = reportingVerb(tokens[at]?.word ?? "");
    if (verb && (verb.kind === "say" || verb.kind === "tell" || verb.kind === "that") && verb.form !== "base")
      return true;
    if (tokens[at]?.word === "that") return false;
  }
  return false;
}

/** Whether two moments are one, are two, or cannot be compared: a weekday is no date. */
export function compareMoments(a: Moment, b: Moment): "same" | "different" | "unknown" {
  let shared = false;
  for (const part of ["year", "month", "day", "weekday", "minutes"] as const) {
    const [one, other] = [a[part], b[part]];
    if (one === undefined || other === undefined) continue;
    if (one !== other) return "different";
    shared = true;
  }
  return shared ? "same" : "unknown";
}
