import { EXTENTS } from "../lexicon/numbers.ts";
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
  readonly kind: Claim["kind"];
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
const RATE = /\brate\b/i;
const EXTENT = new RegExp(`\\bhow (?:${EXTENTS.replaceAll(" ", "|")})\\b`, "i");
/** Half of a term found is found: in the sentence before, in the title, by a synonym. */
const FOUND = 0.5;

/** Reads what a query asks for; `null` where it asks for no amount, moment or holder of a role in particular. */
export function askedPoint(query: Query): AskedPoint | null {
  const { need } = query;
  if (need === "time" || need === "hour" || need === "year") return askedMoment(query);
  if (need === "person") return askedHolder(query);
  const dimension = dimensionAsked(query);
  return dimension && askedAmount(query, dimension);
}

function wordsOf({ terms, tokens }: Query): Word[] {
  return terms.map((term, number) => {
    const own = tokens.filter((token) => term.wordTerms.includes(token.term));
    return { ...term, number, tokens: own, outcome: outcomeIn(own) };
  });
}

function askedHolder(query: Query): AskedPoint | null {
  const roles = rolesIn(query.tokens);
  if (roles.size === 0) return null;
  const others = wordsOf(query).filter((word) => rolesIn(word.tokens).size === 0);
  return pointOf("holder", others, (claim) => claim.kind === "holder" && roles.has(claim.role));
}

function dimensionAsked({ need, text, tokens, counted }: Query): RegExp | null {
  const noun = tokens.find(({ term }) => term === counted)?.word ?? "";
  if (need === "money" || (need === "number" && noun === "money")) return /^money/;
  if (need === "share" || (need === "any" && RATE.test(text))) return /^share$/;
  if (need === "duration") return /^(?:time|length)$/;
  if (need === "age") return /^age$/;
  if (need === "any") return NUMBER.test(text) || outcomeIn(tokens)?.isCasualty ? /^count$/ : null;
  if (need !== "number") return null;
  const measure = unitOf(noun)?.dimension ?? "count";
  return measure === "count" && EXTENT.test(text) ? /^(?:length|weight)$/ : new RegExp(`^${measure}$`);
}

function askedAmount(query: Query, dimension: RegExp): AskedPoint {
  const outcome = outcomeIn(query.tokens);
  const words = wordsOf(query);
  const noun = words.find(({ wordTerms }) => query.counted !== null && wordTerms.includes(query.counted));
  const countsPeople = !noun || noun.outcome !== null || noun.tokens.some(({ word }) => isPerson(word));
  // What is counted is told in other words as well: people as fishermen.
  const others = words.filter((word) => word !== noun && !(countsPeople && isPerson(word.text)));
  return pointOf("amount", others, (claim) => {
    if (claim.kind !== "amount" || !dimension.test(claim.dimension)) return false;
    const { sentence, nouns } = claim;
    if (claim.dimension !== "count") return isAbout(sentence, others);
    const isCounted = nouns.some((one) => within(sentence.hits, one).some(({ term }) => term === noun?.number));
    if (!isCounted && !(countsPeople && countsEverybody(claim))) return false;
    return outcome === null ? isAbout(sentence, others) : claim.outcome === outcome;
  });
}

function askedMoment(query: Query): AskedPoint {
  const words = wordsOf(query);
  const verb = words.findLast(isOwn);
  return pointOf("moment", words, ({ sentence, span }) => {
    return verb !== undefined && isAbout(sentence, words) && tells(sentence, verb, clauseAt(sentence, span.start));
  });
}

function pointOf(kind: AskedPoint["kind"], words: readonly Word[], fits: AskedPoint["fits"]): AskedPoint {
  const needed = words.filter(({ wordTerms, outcome }) => !isFraming(wordTerms) && outcome === null);
  return { kind, fits, isNamedBy: (byTerm) => needed.every(({ number }) => (byTerm[number] ?? 0) >= FOUND) };
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
