import type { Outcome } from "../lexicon/outcomes.ts";
import { isFraming } from "../question/kinds.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Token } from "../text/tokenize.ts";
import { countsEverybody } from "./amounts.ts";
import { unitOf } from "./numbers.ts";
import { rolesIn } from "./role-holders.ts";
import type { Claim } from "./same-event.ts";
import { clauseAt, type Sentence, within } from "./sentences.ts";
import { isPerson, outcomeIn } from "./words.ts";

/** The one thing on which sources may disagree that a question asks for. */
export interface AskedPoint {
  /** Whether a passage names all that tells which event is meant. @param byTerm how well it covers the question's terms, 0 to 1. */
  readonly isNamedBy: (byTerm: readonly number[]) => boolean;
  /** Whether a claim is of what is asked for, and its sentence is about it. */
  readonly fits: (claim: Claim) => boolean;
}

/** A term of the question with its number, its tokens and what these tell. */
interface Word extends QueryTerm {
  readonly number: number;
  readonly tokens: readonly Token[];
  readonly outcome: Outcome | null;
}

const NUMBER = /\b(?:toll|fatalities|casualties|number of)\b/i;
const RATE = /\b(?:rate|turnout)\b/i;
const EXTENT = /\bhow (?:far|high|deep|tall|wide|long|heavy|large|big)\b/i;
/** Half of a term found is found: in the sentence before, in the title, by a synonym. */
const FOUND = 0.5;

/** Reads what a query asks for; `null` where it asks for no amount, moment or holder of a role in particular. */
export function askedPoint(query: Query): AskedPoint | null {
  const { need, text, tokens } = query;
  const words = query.terms.map((term, number): Word => {
    const own = tokens.filter((token) => term.wordTerms.includes(token.term));
    return { ...term, number, tokens: own, outcome: outcomeIn(own) };
  });
  if (need === "time" || need === "hour" || need === "year") return askedMoment(words);
  const isCasualty = need === "any" && words.some(({ outcome }) => outcome?.isCasualty);
  const dimension = dimensionAsked(query) ?? (NUMBER.test(text) || isCasualty ? /^count$/ : null);
  if (dimension) return askedAmount(query, dimension, words);
  const roles = rolesIn(tokens);
  const others = words.filter((word) => rolesIn(word.tokens).size === 0);
  const isAsked = (claim: Claim) => claim.kind === "holder" && roles.has(claim.role);
  return need === "person" && roles.size > 0 ? pointOf(others, isAsked) : null;
}

function dimensionAsked({ need, text, tokens, counted }: Query): RegExp | null {
  const noun = tokens.find(({ term }) => term === counted)?.word ?? "";
  if (need === "money" || (need === "number" && noun === "money")) return /^money/;
  if (need === "share" || (need === "any" && RATE.test(text))) return /^share$/;
  if (need === "duration") return /^(?:time|length)$/;
  if (need === "age") return /^age$/;
  if (need !== "number") return null;
  const measure = unitOf(noun)?.dimension ?? "count";
  return measure === "count" && EXTENT.test(text) ? /^(?:length|weight)$/ : new RegExp(`^${measure}$`);
}

function askedAmount({ tokens, counted }: Query, dimension: RegExp, words: readonly Word[]): AskedPoint {
  const outcome = outcomeIn(tokens);
  const noun = words.find(({ wordTerms }) => counted !== null && wordTerms.includes(counted));
  const countsPeople = !noun || noun.outcome !== null || noun.tokens.some(({ word }) => isPerson(word));
  // What is counted is told in other words as well: people as fishermen.
  const others = words.filter((word) => word !== noun && !(countsPeople && isPerson(word.text)));
  return pointOf(others, (claim) => {
    if (claim.kind !== "amount" || !dimension.test(claim.dimension)) return false;
    const { sentence, nouns } = claim;
    if (claim.dimension !== "count") return isAbout(sentence, others);
    const isCounted = nouns.some((one) => within(sentence.hits, one).some(({ term }) => term === noun?.number));
    if (!isCounted && !(countsPeople && countsEverybody(claim))) return false;
    return outcome === null ? isAbout(sentence, others) : claim.outcome === outcome;
  });
}

function askedMoment(words: readonly Word[]): AskedPoint {
  const verb = words.findLast(isOwn);
  return pointOf(words, ({ kind, sentence, span }) => {
    if (kind !== "moment" || !verb || !isAbout(sentence, words)) return false;
    return tells(sentence, verb, clauseAt(sentence, span.start));
  });
}

function pointOf(words: readonly Word[], fits: AskedPoint["fits"]): AskedPoint {
  const needed = words.filter(({ wordTerms, outcome }) => !isFraming(wordTerms) && outcome === null);
  return { fits, isNamedBy: (byTerm) => needed.every(({ number }) => (byTerm[number] ?? 0) >= FOUND) };
}

/** Whether a word is asked about and no name: what is left out is mostly named in the sentence before. */
function isOwn({ role, name, wordTerms }: Word): boolean {
  return role === "asked" && name === null && !isFraming(wordTerms);
}

/** Whether a sentence has all but one of the words asked about; or, where only names are given, one of them. */
function isAbout(sentence: Sentence, words: readonly Word[]): boolean {
  const [own, names] = [words.filter(isOwn), words.filter(({ role, name }) => role === "asked" && name !== null)];
  const told = (own.length > 0 ? own : names).filter((word) => tells(sentence, word));
  return told.length >= Math.max(1, own.length - 1);
}

function tells(sentence: Sentence, { number, outcome }: Word, span = { start: 0, end: sentence.text.length }): boolean {
  if (within(sentence.hits, span).some(({ term }) => term === number)) return true;
  return outcome !== null && outcomeIn(within(sentence.tokens, span)) === outcome;
}
