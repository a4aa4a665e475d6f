import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { AskedPoint, Point } from "../points/asked-point.ts";
import { rolesOf, tellsRole } from "../points/holders.ts";
import { outcomeOf, sameOutcome } from "../points/outcomes.ts";
import { isPerson } from "../points/people.ts";
import { hasOpposite, verbOf } from "../points/stances.ts";
import { unitOf } from "../points/units.ts";
import { KIND_TERMS, LIGHT_TERMS, type Need } from "../question/kinds.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import { stem } from "../text/stem.ts";
import { termsOf, tokenize } from "../text/tokenize.ts";

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
  const point = pointOf(query, index);
  const telling = query.terms.filter(({ text }) => !isLight(stem(text)) && !(point && isToldOtherwise(text, point)));
  return point && { ...point, fixed: telling.length };
}

function pointOf(query: Query, index: CorpusIndex): Point | null {
  const { need, text } = query;
  const own = query.terms.filter(({ role, name, text }) => role === "asked" && name === null && !isLight(stem(text)));
  const dimension = DIMENSIONS.get(need);
  if (dimension) return askedAmount(query, own, dimension, index);
  if (need === "any" && RATE.test(text)) return askedAmount(query, own, /^share$/, index);
  if (need === "number" || TOLL.test(text)) return askedAmount(query, own, countOrExtent(query), index);
  if (need === "time" || need === "year") {
    const inOtherWords = (term: QueryTerm) => new Set([...termsFor(term, index), ...sameOutcome(stem(term.text))]);
    return { kind: "moment", words: own.map(inOtherWords) };
  }
  if (need === "person") {
    const roles = rolesOf(tokenize(text).map(({ term }) => term));
    return roles.size > 0 ? { kind: "holder", roles } : null;
  }
  const verbs = own.map(({ text }) => stem(text)).filter((term) => YES_OR_NO.test(text) || hasOpposite(term));
  return verbs.length > 0 ? { kind: "stance", verbs: new Set(verbs.map(verbOf)) } : null;
}

function countOrExtent({ text, counted }: Query): RegExp {
  const measure = unitOf(tokenize(text).find(({ term }) => term === counted)?.word ?? "");
  if (measure) return new RegExp(`^${measure.dimension}$`);
  return EXTENT.test(text) ? /^(?:length|square|money)/ : /^count$/;
}

function askedAmount(query: Query, own: readonly QueryTerm[], dimension: RegExp, index: CorpusIndex): Point {
  const tokens = tokenize(query.text);
  const near = new Set(tokens.map(({ term }) => term));
  const outcomeOfWord = (word: string) => (isPerson(word) && word !== "dead" ? -1 : outcomeOf(stem(word), near));
  const outcome = tokens.map(({ word }) => outcomeOfWord(word)).find((one) => one >= 0) ?? -1;
  const countedWord = tokens.find(({ term }) => term === query.counted)?.word ?? "";
  const counted = own.filter(({ text }) => query.counted !== null && termsOf(text).includes(query.counted));
  const words = own.filter(({ text }) => !isPerson(text) && (outcome < 0 || outcomeOfWord(text) !== outcome));
  return {
    kind: "amount",
    words: words.map((term) => termsFor(term, index)),
    dimension,
    counted: new Set(counted.flatMap((term) => [...termsFor(term, index)])),
    countsPeople: isPerson(countedWord) || query.counted === null || outcomeOfWord(countedWord) >= 0,
    outcome,
  };
}

function termsFor({ alternatives }: QueryTerm, index: CorpusIndex): Set<string> {
  return new Set(alternatives.flatMap(({ id }) => index.vocabulary.termOf(id) ?? []));
}

/** Words that only frame a question are in no answer. */
function isLight(term: string): boolean {
  return LIGHT_TERMS.has(term) || KIND_TERMS.has(term);
}

/** Half of a term found is found: in the sentence before, in the title, by a synonym. */
const FOUND = 0.5;

/**
 * Whether a passage has everything that a question names: itself, around it, or in one of the words that tell the same
 * outcome, role or decision, which the comparison looks for itself.
 */
export function namesAllAsked(query: Query, asked: AskedPoint, byTerm: readonly number[]): boolean {
  return query.terms.every(
    ({ text }, at) => (byTerm[at] ?? 0) >= FOUND || isLight(stem(text)) || isToldOtherwise(text, asked),
  );
}

/** Whether a word of the question is one of those that say what happened, in what role, or how it was decided. */
function isToldOtherwise(text: string, asked: Point): boolean {
  const term = stem(text);
  switch (asked.kind) {
    case "amount":
      if (asked.counted.has(term) || (asked.countsPeople && isPerson(text))) return true;
      return asked.outcome >= 0 && outcomeOf(term, new Set()) === asked.outcome;
    case "holder":
      return [...asked.roles].some((one) => tellsRole(term, one));
    case "stance":
      return asked.verbs.has(verbOf(term));
    case "moment":
      return sameOutcome(term).length > 0;
  }
}
