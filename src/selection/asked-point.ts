import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { AskedPoint, Point } from "../points/asked-point.ts";
import { rolesOf, tellsAnyRole } from "../points/holders.ts";
import { outcomeOf, sameOutcome } from "../points/outcomes.ts";
import { isPerson } from "../points/people.ts";
import { hasOpposite, verbOf } from "../points/stances.ts";
import { unitOf } from "../points/units.ts";
import { KIND_TERMS, LIGHT_TERMS, type Need } from "../question/kinds.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Token } from "../text/tokenize.ts";

const DIMENSIONS: ReadonlyMap<Need, RegExp> = new Map([
  ["money", /^money/],
  ["share", /^share/],
  ["duration", /^time$/],
  ["age", /^age$/],
]);
const TOLL = /\b(?:toll|fatalities|casualties|number of)\b/i;
const RATE = /\brate\b/i;
const EXTENT = /\bhow (?:far|high|deep|tall|wide|long|large|big)\b/i;
const YES_OR_NO = /^(?:did|does|do|has|have|had|is|was|are|were|will)\b/i;

/** The point on which sources may disagree that a query asks for; `null` where it asks for none in particular. */
export function askedPoint(query: Query, index: CorpusIndex): AskedPoint | null {
  const words = query.terms.map(wordOf);
  const point = pointOf(query, words, index);
  if (!point) return null;
  const dispensable = words.map((word) => word.isLight || isToldOtherwise(word, point));
  return { ...point, fixed: dispensable.filter((isLeftOut) => !isLeftOut).length, dispensable };
}

/** A term of the question with the term of its first word, and whether it only frames the question and is in no answer. */
interface Word {
  readonly asked: QueryTerm;
  readonly term: string;
  readonly isLight: boolean;
}

function wordOf(asked: QueryTerm): Word {
  const [term = asked.text] = asked.wordTerms;
  return { asked, term, isLight: LIGHT_TERMS.has(term) || KIND_TERMS.has(term) };
}

function pointOf(query: Query, words: readonly Word[], index: CorpusIndex): Point | null {
  const { need, text, tokens } = query;
  const dimension = DIMENSIONS.get(need) ?? (need === "any" && RATE.test(text) ? /^share$/ : null);
  if (dimension) return askedAmount(query, words, dimension, index);
  if (need === "number" || TOLL.test(text)) return askedAmount(query, words, countOrExtent(query), index);
  if (need === "time" || need === "hour" || need === "year") {
    const inOtherWords = ({ asked, term }: Word) => new Set([...termsFor(asked, index), ...sameOutcome(term)]);
    return { kind: "moment", words: ownWords(words).map(inOtherWords) };
  }
  if (need === "person") {
    const roles = rolesOf(tokens.map(({ term }) => term));
    return roles.size > 0 ? { kind: "holder", roles } : null;
  }
  const isYesOrNo = YES_OR_NO.test(text);
  const asserted = ownWords(words).flatMap(({ term }) => (isYesOrNo || hasOpposite(term) ? [verbOf(term)] : []));
  return asserted.length > 0 ? { kind: "stance", verbs: new Set(asserted) } : null;
}

/** What a question asks about apart from names; where it leaves out something, that has to be named all the same. */
function ownWords(words: readonly Word[]): Word[] {
  return words.filter(({ asked, isLight }) => asked.role === "asked" && asked.name === null && !isLight);
}

function countOrExtent({ text, tokens, counted }: Query): RegExp {
  const measure = unitOf(tokens.find(({ term }) => term === counted)?.word ?? "");
  if (measure) return new RegExp(`^${measure.dimension}$`);
  return EXTENT.test(text) ? /^(?:length|square|money)/ : /^count$/;
}

function askedAmount(query: Query, words: readonly Word[], dimension: RegExp, index: CorpusIndex): Point {
  const own = ownWords(words);
  const isNear = (second: string) => query.tokens.some(({ term }) => term === second);
  const outcomeOfWord = (word: string, term: string) =>
    isPerson(word) && word !== "dead" ? -1 : outcomeOf(term, isNear);
  const outcome = query.tokens.map(({ word, term }) => outcomeOfWord(word, term)).find((one) => one >= 0) ?? -1;
  const countsPeople = ({ word, term }: Token) => isPerson(word) || outcomeOfWord(word, term) >= 0;
  const countedToken = query.tokens.find(({ term }) => term === query.counted);
  const counted = own.filter(({ asked }) => query.counted !== null && asked.wordTerms.includes(query.counted));
  const others = own.filter(
    ({ asked: { text }, term }) => !isPerson(text) && (outcome < 0 || outcomeOfWord(text, term) !== outcome),
  );
  return {
    kind: "amount",
    words: others.map(({ asked }) => termsFor(asked, index)),
    dimension,
    counted: new Set(counted.flatMap(({ asked }) => [...termsFor(asked, index)])),
    countsPeople: query.counted === null || (countedToken !== undefined && countsPeople(countedToken)),
    outcome,
  };
}

function termsFor({ alternatives }: QueryTerm, index: CorpusIndex): Set<string> {
  return new Set(alternatives.flatMap(({ id }) => index.vocabulary.termOf(id) ?? []));
}

/** Half of a term found is found: in the sentence before, in the title, by a synonym. */
const FOUND = 0.5;

/**
 * Whether a passage has everything that a question names: itself, around it, or in one of the words that tell the same
 * outcome, role or decision, which the comparison looks for itself.
 */
export function namesAllAsked({ dispensable }: AskedPoint, byTerm: readonly number[]): boolean {
  return dispensable.every((one, at) => one || (byTerm[at] ?? 0) >= FOUND);
}

/** Whether a word of the question is one of those that say what happened, in what role, or how it was decided. */
function isToldOtherwise({ term, asked: { text } }: Word, asked: Point): boolean {
  switch (asked.kind) {
    case "amount":
      if (asked.counted.has(term) || (asked.countsPeople && isPerson(text))) return true;
      return asked.outcome >= 0 && outcomeOf(term) === asked.outcome;
    case "holder":
      return tellsAnyRole(term, asked.roles);
    case "stance":
      return asked.verbs.has(verbOf(term));
    case "moment":
      return sameOutcome(term).length > 0;
  }
}
