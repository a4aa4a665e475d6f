import type { Vocabulary } from "../indexing/vocabulary.ts";
import type { Query } from "../question/query.ts";

/** A term that the index is searched for. */
export interface SearchTerm {
  /** Its number in the vocabulary. */
  readonly id: number;
  readonly text: string;
  boost: number;
  /** How many paragraphs hold it. */
  readonly paragraphs: number;
  /** Number of the query's term that it finds. */
  readonly of: number;
  readonly isAsked: boolean;
}

/** What the index is searched for. */
export interface SearchPlan {
  /** The rarest first. */
  readonly terms: readonly SearchTerm[];
  /** The last of them, where it finds no paragraph and only adds to the score of those that the others find. */
  readonly onlyAdds: string | null;
}

/** Faint alternatives help to choose among passages, but finding every paragraph that holds one costs more than it brings. */
const MIN_STRENGTH = 0.35;
/** A term of an earlier question leads to a paragraph less than one that was just asked with. */
const CONTEXT_BOOST = 0.4;
/**
 * Where the others lead to so many paragraphs, those that hold the commonest term and no other are not looked for: they
 * make up most of what would be found, and the others' outrank them.
 */
const FOUND_BY_OTHERS = 10;

/**
 * Plans the search for a query's terms.
 * @param limit so many paragraphs are wanted.
 * @param isWhole whether all paragraphs may answer: otherwise it is not known how many of those that a term finds may.
 */
export function planSearch(query: Query, limit: number, isWhole: boolean, vocabulary: Vocabulary): SearchPlan {
  const all = searchTerms(query, vocabulary);
  if (!isWhole) return { terms: all, onlyAdds: null };
  const terms = tellingTerms(all, limit, vocabulary);
  const last = terms.at(-1);
  if (!last) return { terms, onlyAdds: null };
  // A synonym does not stand in for the word itself.
  const others = terms.filter((one) => one !== last && (one.of !== last.of || one.boost >= last.boost));
  return { terms, onlyAdds: paragraphsOf(others) >= FOUND_BY_OTHERS ? last.text : null };
}

function searchTerms(query: Query, vocabulary: Vocabulary): SearchTerm[] {
  const terms: SearchTerm[] = [];
  query.terms.forEach(({ alternatives, role }, of) => {
    const isAsked = role === "asked";
    for (const { id, strength } of alternatives) {
      const text = strength < MIN_STRENGTH ? undefined : vocabulary.termOf(id);
      if (text === undefined) continue;
      const boost = isAsked ? strength : strength * CONTEXT_BOOST;
      const known = terms.find((term) => term.text === text);
      if (known) known.boost = Math.max(known.boost, boost);
      else terms.push({ id, text, boost, paragraphs: vocabulary.paragraphsWithId(id), of, isAsked });
    }
  });
  return terms.sort((a, b) => a.paragraphs - b.paragraphs);
}

/**
 * In a large corpus a term that so many paragraphs hold, at least and as a share, costs far more to search for than it
 * finds. Ranking still counts it.
 */
const COMMON_PARAGRAPHS = 200;
const COMMON_SHARE = 0.025;

/** Leaves out the common terms where the others lead to paragraphs enough. */
function tellingTerms(terms: readonly SearchTerm[], limit: number, vocabulary: Vocabulary): readonly SearchTerm[] {
  const common = Math.max(COMMON_PARAGRAPHS, COMMON_SHARE * vocabulary.paragraphs);
  const telling = terms.filter(({ paragraphs }) => paragraphs < common);
  return paragraphsOf(telling) < limit ? terms : telling;
}

/**
 * How many paragraphs terms lead to that were asked with: counted once for a name and the word that it is, which find the
 * same ones. @param terms the rarest first.
 */
function paragraphsOf(terms: readonly SearchTerm[]): number {
  let sum = 0;
  terms.forEach(({ of, isAsked, paragraphs }, at) => {
    const isCommonest = !terms.some((other, behind) => behind > at && other.of === of);
    if (isAsked && isCommonest) sum += paragraphs;
  });
  return sum;
}
