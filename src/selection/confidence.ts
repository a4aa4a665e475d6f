import type { Lexicon } from "../indexing/lexicon.ts";
import { describedBy } from "../names/descriptions.ts";
import { KIND_TERMS, type Need } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import { shareCovered } from "../ranking/coverage.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import type { Outcome } from "./selection.ts";

/**
 * What tells whether a passage answers, and how much each counts towards the logarithm of the odds: a logistic regression
 * over the question sets and half of a public one, each set also with half of its articles held back, so that what they
 * answer is known not to be there; see docs/how-an-answer-is-found.md.
 */
interface Weights {
  /** What is added for every passage. */
  readonly base: number;
  readonly coverage: number;
  /** The mean cosine of the passage and of its paragraph, apart from a usual one. */
  readonly meaning: number;
  /** What is asked for is not there: a figure, a time, a place, the holder of an office, somebody's words or their topic. */
  readonly lacks: number;
  /** It counts something else. */
  readonly countsOther: number;
  /** The question names somebody or something that no article does. */
  readonly stranger: number;
  /** How far it goes on where the answer stood on which the question leans; words of others than who is asked for do not. */
  readonly continues: number;
  /** Somebody's words are asked for … */
  readonly statement: number;
  /** … and how surely these are theirs. */
  readonly own: number;
}

/** Where meanings were compared. */
export const WITH_MEANING: Weights = {
  base: -1.5,
  coverage: 3.8,
  meaning: 26,
  lacks: -3.2,
  countsOther: -4.8,
  stranger: -1.5,
  continues: 1.5,
  statement: -3.2,
  own: 4,
};
const BY_WORDS_ALONE: Weights = {
  base: -2.7,
  coverage: 4.7,
  meaning: 0,
  lacks: -3.5,
  countsOther: -4.7,
  stranger: -1.5,
  continues: 1.5,
  statement: -3.6,
  own: 4.5,
};
/** The mean of two cosines of a passage that answers as often as not. */
const USUAL_COSINE = 0.85;

/** How likely a passage answers a query, 0 to 1. */
export function confidenceOf(query: Query, passage: RankedPassage, lexicon: Lexicon): number {
  const odds = Object.values(oddsParts(query, passage, lexicon)).reduce((sum, part) => sum + part, 0);
  return 1 / (1 + Math.exp(-odds));
}

/** What the logarithm of the odds that a passage answers is made of. */
export function oddsParts(
  query: Query,
  { signals }: RankedPassage,
  lexicon: Lexicon,
): Readonly<Record<keyof Weights, number>> {
  const { meaning, setting } = signals;
  const weights = meaning === null ? BY_WORDS_ALONE : WITH_MEANING;
  const isForWords = query.intent === "statement" && query.subject !== null;
  const lacksWords = isForWords && signals.subject === 0;
  const lacks = lacksWords || lacksNeeded(query, signals) || isVacant(query, lexicon) || isOffTopic(query, signals);
  return {
    base: weights.base,
    coverage: weights.coverage * coverageFor(query, signals),
    meaning: meaning === null ? 0 : weights.meaning * ((meaning + (setting ?? meaning)) / 2 - USUAL_COSINE),
    lacks: weights.lacks * Number(lacks),
    countsOther: weights.countsOther * Number(countsOtherThings(query, signals)),
    stranger: weights.stranger * Number(query.namesStranger),
    continues: lacksWords ? 0 : weights.continues * signals.continues,
    statement: weights.statement * Number(isForWords),
    own: isForWords ? weights.own * signals.subject : 0,
  };
}

/** From here on an answer calls itself one, and from here on it is near enough to be shown as a near miss. */
const ANSWERED = 0.25;
const RELATED = 0.05;

/** An answer found by words that is so likely is not compared in meaning: what it would bring is not worth the wait. */
const SETTLED = 0.94;

/** Whether words settle a question. @param confidence in what they found. */
export function isSettled(confidence: number): boolean {
  return confidence >= SETTLED;
}

/** Whether a passage of some confidence answers, comes near, or neither. */
export function outcomeAt(confidence: number): Outcome {
  if (confidence >= ANSWERED) return "answered";
  return confidence >= RELATED ? "related" : "none";
}

/** How much of a question is covered; a follow-up that names nothing itself asks for what the question before it named. */
function coverageFor(query: Query, { byTerm, context }: RankedPassage["signals"]): number {
  if (query.terms.some(({ role }) => role === "asked")) return shareCovered(query, "asked", byTerm);
  return query.terms.length > 0 ? context : Number(query.subject !== null);
}

/** Needs that a passage meets in black and white or not at all. */
const DECISIVE: ReadonlySet<Need> = new Set([
  "number",
  "age",
  "year",
  "money",
  "duration",
  "share",
  "time",
  "hour",
  "place",
]);

/** Whether a figure, a time or a place is asked for and a passage has none. */
function lacksNeeded(query: Query, signals: RankedPassage["signals"]): boolean {
  return DECISIVE.has(query.need) && signals.need === 0;
}

/** So well, at most, is a word covered that a dictionary relates but loosely. */
const RELATED_WORD = 0.4;

/** What somebody says on other things is no answer to what they say about this one. */
function isOffTopic({ intent, subject, terms }: Query, { byTerm }: RankedPassage["signals"]): boolean {
  if (intent !== "statement" || !subject) return false;
  const topics = terms.flatMap(({ role, isThing }, at) => (role === "asked" && isThing ? [byTerm[at] ?? 0] : []));
  return topics.length > 0 && topics.every((covered) => covered < RELATED_WORD);
}

/** "How many drones" is not answered by a number of anything else. */
function countsOtherThings({ need, counted }: Query, signals: RankedPassage["signals"]): boolean {
  return need === "number" && counted !== null && !KIND_TERMS.has(counted) && signals.need < 1;
}

/** Whether nobody in the articles holds the office whose holder is asked for. */
function isVacant({ office }: Query, lexicon: Lexicon): boolean {
  return office !== null && describedBy(office, lexicon.descriptions).length === 0;
}
