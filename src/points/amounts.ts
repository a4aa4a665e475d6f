import { fractionAt, numberAt, type WrittenNumber } from "./number-words.ts";
import { isPerson } from "./people.ts";
import { clauseAt, type Range, type Reading, sentenceAt, wordsIn } from "./reading.ts";
import { currencyOf, type Unit, unitOf } from "./units.ts";

/** A figure of a passage: the values that it leaves open, and what it is a figure of. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  /** "count" for a number of things, else what is measured, with "/day" and the like where it is a rate. */
  readonly dimension: string;
  readonly factor: number;
  /** The words behind a count, up to where the phrase ends; the first of them is shown with it. */
  readonly nouns: Range;
  /** With the words that limit it, such as "at least". */
  readonly range: Range;
  /** What belongs to no other figure of its sentence. */
  readonly around: Range;
}

const AT_LEAST = /(?:at least|no fewer than|not less than|no less than|upwards of|as many as)$/;
const MORE = /(?:more than|over|above|exceed|exceeds|exceeded|exceeding)$/;
const AT_MOST = /(?:up to|at most|no more than|not more than|fewer than|less than|under|below)$/;
const NEARLY = /(?:nearly|almost|close to|just under)$/;
const ABOUT = /(?:about|around|some|roughly|approximately|circa|an estimated|estimated|a reported)$/;
/** How far "about" and "nearly" reach, as a share. */
const VAGUENESS = 0.1;
/** What stands before or behind a number that is only a part of another, is added to it, or is left behind. */
const NO_WHOLE =
  /(?:another|additional|further|extra|other|including|include|includes|from|not|than|least one|of which)$/;
const PART =
  /^(?:more|others?|additional|extra|of (?:the|them|those|these|its|their|her|his|our|every)|in (?:every )?\d{1,2}|out of)\b/;
const RATE = new Set(["a", "an", "per", "each", "every"]);
const LIMITS = 3;
const PHRASE = 4;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

/** The figures of a passage that stand for themselves: no dates, no parts of other figures. */
export function amountsIn(reading: Reading): readonly Amount[] {
  const { tokens } = reading;
  const found: Omit<Amount, "around">[] = [];
  // Also of those left out: what is said of them is said of no other.
  const numbers: Range[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const fraction = fractionAt(tokens, at);
    const number = fraction ?? numberOrNobody(reading, at);
    if (!number || isCalendar(reading, at, number)) continue;
    const share = fraction && { dimension: "share", factor: 1, to: fraction.to };
    const amount = amountAt(reading, at, number, share ?? unitAt(reading, at, number.to));
    if (amount) found.push(amount);
    numbers.push({ from: amount?.range.from ?? at, to: number.to });
    at = number.to - 1;
  }
  return found.map((amount) => ({ ...amount, around: around(reading, amount.range, numbers) }));
}

/** The sentence of a figure between the figures before and after it. */
function around(reading: Reading, { from, to }: Range, numbers: readonly Range[]): Range {
  const sentence = sentenceAt(reading, from);
  const previous = numbers.findLast((one) => one.to <= from)?.to ?? 0;
  const next = numbers.find((one) => one.from >= to)?.from ?? sentence.to;
  return { from: Math.max(sentence.from, previous), to: Math.min(sentence.to, next) };
}

/** "Nobody was hurt" and "no casualties" are figures, too. */
function numberOrNobody({ tokens }: Reading, at: number): WrittenNumber | null {
  const [word, next] = [tokens[at]?.word ?? "", tokens[at + 1]?.word ?? ""];
  if (word === "nobody" || word === "none") return { value: 0, precision: 1, to: at + 1 };
  if (word === "no" && next === "one") return { value: 0, precision: 1, to: at + 2 };
  if (word === "no" && (isPerson(next) || /^(?:casualties|deaths|injuries|fatalities|survivors)$/.test(next)))
    return { value: 0, precision: 1, to: at + 1 };
  if (word !== "one") return numberAt(tokens, at);
  const isCount =
    tokens[at + 1]?.stop === false &&
    !/^(?:no|any|some|every|each|this|that|the|which)$/.test(tokens[at - 1]?.word ?? "");
  return isCount ? numberAt(tokens, at) : null;
}

function isCalendar({ text, tokens }: Reading, at: number, { to }: WrittenNumber): boolean {
  const token = tokens[at];
  if (!token) return true;
  const [previous, next] = [tokens[at - 1], tokens[to]];
  if (MONTH.test(previous?.word ?? "") && previous?.capital && to === at + 1) return true;
  if (MONTH.test(next?.word ?? "") && next?.capital) return true;
  if (text[token.end] === ":" || text[token.start - 1] === ":" || /^[ap]\.?m\b/.test(text.slice(token.end).trimStart()))
    return true;
  const isYear = YEAR.test(text.slice(token.start, token.end)) && to === at + 1;
  return isYear && !unitOf(next?.word ?? "") && !isPerson(next?.word ?? "");
}

function amountAt(
  reading: Reading,
  at: number,
  number: WrittenNumber,
  unit: PlacedUnit | null,
): Omit<Amount, "around"> | null {
  const { text, tokens, sentences } = reading;
  let from = at;
  while (from > 0 && at - from < LIMITS && sentences[from - 1] === sentences[at]) from--;
  const before = wordsIn(reading, { from, to: at });
  const after = wordsIn(reading, { from: number.to, to: number.to + 3 });
  if (NO_WHOLE.test(before) && !AT_LEAST.test(before) && !MORE.test(before) && !AT_MOST.test(before)) return null;
  if (PART.test(after) && !unit) return null;
  const nouns = unit ? { from: number.to, to: unit.to } : phraseFrom(reading, number.to);
  const range = {
    from: at - limitsBefore(before),
    to: Math.max(number.to, unit?.to ?? Math.min(nouns.to, number.to + 1)),
  };
  const per = RATE.has(tokens[range.to]?.word ?? "") ? unitOf(tokens[range.to + 1]?.word ?? "") : null;
  const rate = per?.dimension === "time" ? `/${tokens[range.to + 1]?.term}` : "";
  const [low, high] = boundsOf(number, before, text.slice(tokens[number.to - 1]?.end ?? 0).trimStart());
  const factor = unit?.factor ?? 1;
  return {
    low: low * factor,
    high: high * factor,
    dimension: (unit?.dimension ?? "count") + rate,
    factor,
    nouns,
    range,
  };
}

function boundsOf({ value, precision }: WrittenNumber, before: string, behind: string): [number, number] {
  // Half of the last digit's worth either way, so that a number rounded is no other number.
  const half = precision > 1 || value % 1 !== 0 ? precision * 0.499 : 0;
  if (AT_MOST.test(before)) return [0, value];
  if (AT_LEAST.test(before) || /^(?:\p{L}+ )?(?:or more|at least)\b/u.test(behind))
    return [value - half, Number.POSITIVE_INFINITY];
  if (MORE.test(before)) return [value, Number.POSITIVE_INFINITY];
  if (NEARLY.test(before)) return [value * (1 - VAGUENESS), value];
  const slack = ABOUT.test(before) ? Math.max(half, value * VAGUENESS) : half;
  return [value - slack, value + slack];
}

function limitsBefore(before: string): number {
  const limit = [AT_LEAST, MORE, AT_MOST, NEARLY, ABOUT]
    .map((one) => one.exec(before)?.[0])
    .find((one) => one !== undefined);
  return limit === undefined ? 0 : limit.split(" ").length;
}

type PlacedUnit = Unit & { readonly to: number };

function unitAt(reading: Reading, at: number, to: number): PlacedUnit | null {
  const { text, tokens } = reading;
  const [first, second] = [tokens[to]?.word ?? "", tokens[to + 1]?.word ?? ""];
  if (text[tokens[to - 1]?.end ?? -1] === "%" || /^\s%/.test(text.slice(tokens[to - 1]?.end ?? 0)))
    return { dimension: "share", factor: 1, to };
  if (first === "percent" || first === "pc") return { dimension: "share", factor: 1, to: to + 1 };
  if (first === "per" && second === "cent") return { dimension: "share", factor: 1, to: to + 2 };
  const currency = currencyOf(text[(tokens[at]?.start ?? 0) - 1] ?? "");
  if (currency) return { ...currency, to };
  if (isAge(reading, at, to)) return { dimension: "age", factor: 1, to };
  const special = first === "square" || first === "cubic" || first === "nautical";
  const unit = unitOf(special ? second : first);
  if (!unit) return null;
  return special ? { dimension: `${first} ${tokens[to + 1]?.term}`, factor: 1, to: to + 2 } : { ...unit, to: to + 1 };
}

/** "Lind, 44, said", "aged 44", "a 44-year-old". */
function isAge({ text, tokens }: Reading, at: number, to: number): boolean {
  if (/^years? old$/.test(`${tokens[to]?.word} ${tokens[to + 1]?.word}`)) return true;
  const previous = tokens[at - 1];
  if (previous?.word === "aged" || previous?.word === "age") return true;
  const [before, behind] = [text.slice(previous?.end ?? 0, tokens[at]?.start), text.slice(tokens[to - 1]?.end ?? 0)];
  return previous?.capital === true && /^(?:, | \()$/.test(before) && /^[,.)]/.test(behind);
}

function phraseFrom(reading: Reading, from: number): Range {
  const { tokens } = reading;
  const clause = clauseAt(reading, from - 1);
  let to = from;
  while (to < clause.to && to - from < PHRASE && tokens[to]?.stop === false && !numberAt(tokens, to)) to++;
  return { from, to };
}
