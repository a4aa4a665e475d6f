import { BOUNDS, PART_BEFORE, PART_BEHIND } from "../lexicon/numbers.ts";
import { type Outcome, SOME_PEOPLE } from "../lexicon/outcomes.ts";
import type { Span } from "../text/span.ts";
import type { Token } from "../text/tokenize.ts";
import { momentsIn } from "./moments.ts";
import { type Groups, NUMBER, unitOf, worthOf } from "./numbers.ts";
import { clauseAt, type Sentence, within } from "./sentences.ts";
import { isPerson, outcomeAt, outcomeIn } from "./words.ts";

/** A figure of a sentence: the values that it leaves open, from `low` to `high`, and what it is a figure of. */
export interface Amount {
  readonly kind: "amount";
  readonly sentence: Sentence;
  /** With the words that bound it ("at least") and its unit or first noun: as it is shown. */
  readonly span: Span;
  readonly low: number;
  readonly high: number;
  /** "count" for a number of things, else what is measured: "length", "money in euro", "share", "age" … */
  readonly dimension: string;
  /** Size of its unit: what is told in two units was converted, and rounded. */
  readonly size: number;
  /** The words behind a count that name what is counted. */
  readonly nouns: readonly Token[];
  /** What happened to those counted, where the sentence tells. */
  readonly outcome: Outcome | null;
}

const BOUND_BEFORE = BOUNDS.map((bound) => ({ ...bound, pattern: new RegExp(`\\b(?:${bound.words}) $`, "i") }));
const ADDED = new RegExp(`\\b(?:${PART_BEFORE}) $`, "i");
const PART = new RegExp(`^ (?:${PART_BEHIND})\\b`, "i");
const AMOUNT = new RegExp(`(?<![\\p{L}\\d.,:])(?:${NUMBER}|(?<nothing>nobody|none|no one|no(?= \\p{L})))`, "giu");
/** What stands between a part and its whole: "212 of the 318 flights". */
const OF_THE = /^ of (?:the|its|their|all) $/;
const NOUN_WORDS = 4;
const EXACTLY = { low: 1, high: 1 };
const COUNT = { dimension: "count", size: 1, sign: "" };
const SHARE = { dimension: "share", size: 1, sign: "" };
const AGE = { dimension: "age", size: 1, sign: "" };

/** The figures of a sentence that stand for themselves: no dates, no parts of other figures. */
export function amountsIn(sentence: Sentence): Amount[] {
  const dates = momentsIn(sentence).map(({ span }) => span);
  const figures = [...sentence.text.matchAll(AMOUNT)]
    .map(({ 0: { length }, index, groups = {} }) => ({ start: index, end: index + length, groups }))
    .filter((one) => !dates.some(({ start, end }) => one.start < end && one.end > start));
  return figures.flatMap(({ start, end, groups }, at) => {
    // What is said of one figure, also of one that is left out, is said of no other.
    const around = { start: figures[at - 1]?.end ?? 0, end: figures[at + 1]?.start ?? sentence.text.length };
    const isWhole = OF_THE.test(sentence.text.slice(around.start, start));
    const amount = isWhole ? null : amountAt(sentence, start, end, groups);
    return amount ? [{ ...amount, outcome: outcomeNear(start, within(sentence.tokens, around)) }] : [];
  });
}

function amountAt(sentence: Sentence, start: number, end: number, groups: Groups): Omit<Amount, "outcome"> | null {
  const [before, behind] = [sentence.text.slice(0, start), sentence.text.slice(end)];
  const words = within(sentence.tokens, { start: end, end: clauseAt(sentence, start).end });
  const stop = words.findIndex((word, at) => word.stop || /^\d/.test(word.word) || at === NOUN_WORDS);
  const [unit, nouns] = [unitAt(before, behind, end, words[0]), stop < 0 ? words : words.slice(0, stop)];
  // "One" and "no" before nothing that can be counted are no numbers.
  const isPronoun = /^(?:one|no)$/i.test(sentence.text.slice(start, end)) && nouns.length === 0;
  if (isPronoun || (groups.nothing && nouns[0] && !isPerson(nouns[0].word))) return null;
  const bound = BOUND_BEFORE.find(({ pattern }) => pattern.test(before));
  if ((!bound && ADDED.test(before)) || (!unit && PART.test(behind))) return null;
  const { low, high } = bound ?? EXACTLY;
  const [value, precision] = groups.nothing ? [0, 1] : worthOf(groups);
  // Half of the last digit's worth either way, so that a number rounded is no other number.
  const slack = precision > 1 || value % 1 !== 0 ? precision * 0.499 : 0;
  const { size, dimension, sign } = unit ?? COUNT;
  return {
    ...{ kind: "amount", sentence, dimension, size, nouns: unit ? [] : nouns },
    ...{ low: (low * value - slack) * size, high: (high * value + slack) * size },
    span: {
      start: bound?.pattern.exec(before)?.index ?? start - sign.length,
      end: unit?.end ?? nouns[0]?.end ?? end,
    },
  };
}

/** The unit of a number, with the sign before it that tells it or the end of the words that do; ages are told in ways of their own. */
function unitAt(before: string, behind: string, end: number, word: Token | undefined) {
  const share = /^\s?(?:%|per cent\b)/.exec(behind)?.[0];
  if (share) return { ...SHARE, end: end + share.length };
  const sign = before.slice(-1);
  const money = unitOf(sign);
  if (money) return { ...money, sign, end };
  // "Aged 44", "a 44-year-old", "Lind, 44, said".
  const isAge = /\b(?:aged|age) $/.test(before) || /^[ -]years?[ -]old\b/.test(behind);
  const isBetweenCommas = /\p{Lu}[\p{L}’'-]*(?:, | \()$/u.test(before) && /^[,.)]/.test(behind);
  if (isAge || isBetweenCommas) return { ...AGE, end };
  const unit = unitOf(word?.word ?? "");
  return word && unit ? { ...unit, sign: "", end: word.end } : null;
}

/** What happened to those whom a figure counts: by the nearest word that tells, rather one behind it. */
function outcomeNear(start: number, tokens: readonly Token[]): Outcome | null {
  const own = tokens.filter((token) => token.start < start).length - 0.5;
  const places = tokens.map((_, at) => at).sort((a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a);
  return places.map((at) => outcomeAt(tokens, at)).find((outcome) => outcome !== null) ?? null;
}

/** How far values apart in different units may be one value, converted and rounded. */
const CONVERTED = 0.06;

/** Whether no value fits both amounts; those of different dimensions never clash. Between two articles somebody has a birthday. */
export function amountsClash(a: Amount, b: Amount): boolean {
  const slack = a.dimension === "age" ? 1 : a.size === b.size ? 0 : CONVERTED * Math.min(a.low, b.low);
  return a.dimension === b.dimension && (a.high + slack < b.low || b.high + slack < a.low);
}

/** Whether two counts count the same: things of one name, or all the people to whom one thing happened. */
export function countTheSame(a: Amount, b: Amount): boolean {
  if (a.outcome !== null && b.outcome !== null && a.outcome !== b.outcome) return false;
  if (a.nouns.some(({ term }) => b.nouns.some((noun) => noun.term === term))) return true;
  return a.outcome === b.outcome && countsEverybody(a) && countsEverybody(b);
}

/** Whether a count is of all people to whom something happened: "12 dead", "eight fishermen", not "three children". */
export function countsEverybody({ nouns, outcome }: Amount): boolean {
  const person = nouns.find(({ word }) => isPerson(word));
  if (person) return !SOME_PEOPLE.includes(person.word);
  return outcome?.isCasualty === true && (nouns.length === 0 || outcomeIn(nouns) === outcome);
}
