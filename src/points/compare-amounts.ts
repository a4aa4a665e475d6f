import { type Amount, amountsIn } from "./amounts.ts";
import type { AskedAmount } from "./asked-point.ts";
import { isKnown, isTelling } from "./occasion.ts";
import { BEFALLS_PEOPLE, outcomeOf } from "./outcomes.ts";
import { isPerson, isSomeOnly } from "./people.ts";
import { clauseAt, countWords, type Range, type Reading, sentenceAt } from "./reading.ts";

/** The one figure of a passage that a question asks for; `null` where none is, or several may be. */
export function amountAsked(reading: Reading, asked: AskedAmount): Amount | null {
  const fitting = amountsIn(reading).filter((amount) => {
    if (!asked.dimension.test(amount.dimension)) return false;
    if (amount.dimension === "count" && !counts(reading, amount, asked)) return false;
    return isOnPoint(reading, amount, asked);
  });
  const inClause = ({ range }: Amount) => countWords(reading, clauseAt(reading, range.from), asked.words) > 0;
  const [only, another] = fitting.length > 1 ? fitting.filter(inClause) : fitting;
  return only && !another ? only : null;
}

/** Whether the sentence of a figure has all but one of the words asked about; the rest may stand in the sentence before. */
function isOnPoint(reading: Reading, { range }: Amount, { words, outcome }: AskedAmount): boolean {
  const sentence = sentenceAt(reading, range.from);
  // What happened is told there, and to whom and where may have been said before.
  if (outcome >= 0) return hasOutcome(reading, sentence, outcome);
  return countWords(reading, sentence, words) >= Math.min(words.length, Math.max(1, words.length - 1));
}

function counts(reading: Reading, amount: Amount, { counted, countsPeople, outcome }: AskedAmount): boolean {
  const { nouns, around } = amount;
  if (outcome >= 0 && outcomeAt(reading, amount) !== outcome) return false;
  const words = reading.tokens.slice(nouns.from, nouns.to);
  if (words.some(({ term }) => counted.has(term))) return true;
  if (!countsPeople) return false;
  const person = words.find(({ word }) => isPerson(word));
  if (person) return !isSomeOnly(person.word);
  // "left 12 dead", "a toll of 33": nobody is named, and it is people that die.
  return outcome >= 0 && (words.length === 0 || outcomeIn(reading, nouns, around) === outcome);
}

/** What happened to those that an amount counts, by number of the outcome; -1 where the sentence tells none. */
function outcomeAt(reading: Reading, { range, nouns, around }: Amount): number {
  const places: readonly Range[] = [
    { from: Math.max(around.from, range.from - 1), to: range.from },
    nouns,
    { from: nouns.to, to: around.to },
  ];
  for (const place of places) {
    const outcome = outcomeIn(reading, place, around);
    if (outcome >= 0) return outcome;
  }
  // Of what stands before, the nearest counts.
  for (let at = range.from - 1; at >= around.from; at--) {
    const outcome = outcomeIn(reading, { from: at, to: at + 1 }, around);
    if (outcome >= 0) return outcome;
  }
  return -1;
}

function hasOutcome(reading: Reading, sentence: Range, outcome: number): boolean {
  for (let at = sentence.from; at < sentence.to; at++)
    if (outcomeIn(reading, { from: at, to: at + 1 }, sentence) === outcome) return true;
  return false;
}

function outcomeIn({ tokens }: Reading, { from, to }: Range, around: Range): number {
  const isNear = (second: string) => tokens.slice(around.from, around.to).some(({ term }) => term === second);
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    // "Protesters" are people here, not what they do.
    const outcome = token && !(isPerson(token.word) && token.word !== "dead") ? outcomeOf(token.term, isNear) : -1;
    if (outcome >= 0) return outcome;
  }
  return -1;
}

/** What happened to people, and to how many of them. */
export interface Toll {
  readonly amount: Amount;
  readonly outcome: number;
}

/** The tolls of a passage: for each outcome the one figure of all those to whom it happened. */
export function tollsIn(reading: Reading): readonly Toll[] {
  const tolls = amountsIn(reading).flatMap((amount) => {
    const outcome = amount.dimension === "count" ? outcomeAt(reading, amount) : -1;
    if (outcome < 0 || outcome >= BEFALLS_PEOPLE) return [];
    const words = reading.tokens.slice(amount.nouns.from, amount.nouns.to);
    const person = words.find(({ word }) => isPerson(word));
    return (person ? isSomeOnly(person.word) : words.length > 0) ? [] : [{ amount, outcome }];
  });
  return tolls.filter(({ outcome }) => tolls.filter((one) => one.outcome === outcome).length === 1);
}

/** How far values apart in different units may be one value, converted and rounded. */
const CONVERTED = 0.06;
/** Somebody has a birthday between two articles. */
const BIRTHDAY = 1;

/** Whether two amounts cannot both be right. */
export function amountsClash(a: Amount, b: Amount): boolean {
  if (a.dimension !== b.dimension) return false;
  const slack = a.dimension === "age" ? BIRTHDAY : a.factor === b.factor ? 0 : CONVERTED * Math.min(a.low, b.low);
  return a.high + slack < b.low || b.high + slack < a.low;
}

const LIMITING = /^(?:in|at|on|of|from|among|with|under|near|outside|aged)$/;
const LIMIT_WORDS = 4;

/** Whether the smaller of two counts is limited to what the other article knows nothing of: "5,000 soldiers in the valley". */
export function countsLess(here: Reading, a: Amount, there: Reading, b: Amount): boolean {
  if (a.dimension !== "count") return false;
  return a.low < b.low ? isLimited(here, a, there) : isLimited(there, b, here);
}

function isLimited(reading: Reading, { nouns }: Amount, other: Reading): boolean {
  const { tokens, clauses, text } = reading;
  if (nouns.from === nouns.to || !LIMITING.test(tokens[nouns.to]?.word ?? "")) return false;
  for (let at = nouns.to + 1; at < nouns.to + LIMIT_WORDS && clauses[at] === clauses[nouns.to]; at++) {
    const token = tokens[at];
    if (token && isTelling(token) && !isKnown(text.slice(token.start, token.end), other)) return true;
  }
  return false;
}

/**
 * A figure in each of two sentences that tell the same, of the same thing, where no figure of the other agrees.
 * @param close whether the sentences are so alike that a measure needs no noun to be the same measure.
 */
export function clashingAmounts(here: Reading, there: Reading, close: boolean): readonly [Amount, Amount] | null {
  const [all, others] = [amountsIn(here), amountsIn(there)];
  const lone = (amounts: readonly Amount[], against: readonly Amount[]) =>
    amounts.filter((one) => !against.some((other) => one.dimension === other.dimension && !amountsClash(one, other)));
  const [own, theirs] = [lone(all, others), lone(others, all)];
  for (const a of own) {
    const rivals = theirs.filter((b) => a.dimension === b.dimension && isSameThing(here, a, there, b, close));
    const [only, another] = rivals;
    if (only && !another && own.filter((one) => isSameThing(here, one, there, only, close)).length === 1)
      return [a, only];
  }
  return null;
}

function isSameThing(here: Reading, a: Amount, there: Reading, b: Amount, close: boolean): boolean {
  if (a.dimension !== b.dimension) return false;
  if (a.dimension !== "count") return close;
  const [own, other] = [here.tokens.slice(a.nouns.from, a.nouns.to), there.tokens.slice(b.nouns.from, b.nouns.to)];
  const [outcome, otherOutcome] = [outcomeAt(here, a), outcomeAt(there, b)];
  if (outcome >= 0 && otherOutcome >= 0 && outcome !== otherOutcome) return false;
  if (own.some(({ term }) => other.some((one) => one.term === term))) return true;
  const people = [own, other].map((words) => words.find(({ word }) => isPerson(word)));
  return outcome >= 0 && outcome === otherOutcome && people.every((one) => one && !isSomeOnly(one.word));
}

/** The words by which an amount is shown: with its limits, and with the first noun that it counts. */
export function shownAmount(reading: Reading, { range, nouns, dimension }: Amount): Range {
  if (dimension !== "count" || nouns.from === nouns.to) return range;
  const { to } = sentenceAt(reading, range.from);
  return { from: range.from, to: Math.min(to, nouns.from + 1) };
}
