import { inverseFrequency, type Vocabulary } from "../indexing/vocabulary.ts";

/** Two pieces of different articles that tell the same, by number. */
export interface SimilarPair {
  readonly a: number;
  readonly b: number;
  /** Weight of the terms both have, as a share of the weight of all terms of both: 0 to 1. */
  readonly similarity: number;
}

/** A piece of text as a set of the vocabulary's numbers. */
export interface Content {
  readonly article: number;
  readonly terms: ReadonlySet<number>;
}

/** Terms of a passage that lead to its copies: the rarest ones that stand elsewhere too. */
const LEADING_TERMS = 10;
/** A term that more paragraphs hold leads to too many passages that have nothing else in common. */
const MAX_PARAGRAPHS = 40;
/** A paragraph without end counts as many: so many of its passages with a term in them as one. */
const PASSAGES_OF_A_PARAGRAPH = 10;
const MIN_SHARED_LEADS = 2;
/** Less than this, and two passages share a subject, not a sentence. */
export const MIN_SIMILARITY = 0.22;

/** All pairs of passages of different articles that are alike; linear in the passages for all but freak corpora. */
export function findSimilar(contents: readonly Content[], vocabulary: Vocabulary): SimilarPair[] {
  const weightOf = weigher(vocabulary);
  const spreadOf = spreads(contents, vocabulary);
  const leads = contents.map(({ terms }) => leadingTerms(terms, spreadOf));
  const holders = new Map<number, number[]>();
  leads.forEach((terms, number) => {
    for (const term of terms) {
      const list = holders.get(term) ?? [];
      list.push(number);
      holders.set(term, list);
    }
  });
  const pairs: SimilarPair[] = [];
  contents.forEach((content, a) => {
    const shared = new Map<number, number>();
    for (const term of leads[a] ?? [])
      for (const b of holders.get(term) ?? [])
        if (b > a && contents[b]?.article !== content.article) shared.set(b, (shared.get(b) ?? 0) + 1);
    for (const [b, count] of shared) {
      const other = contents[b];
      if (count < MIN_SHARED_LEADS || !other) continue;
      const similarity = weightedJaccard(content.terms, other.terms, weightOf);
      if (similarity >= MIN_SIMILARITY) pairs.push({ a, b, similarity });
    }
  });
  return pairs;
}

function weigher(vocabulary: Vocabulary): (term: number) => number {
  const weights: number[] = [];
  return (term) => {
    weights[term] ??= inverseFrequency(vocabulary.paragraphs, vocabulary.paragraphsWithId(term));
    return weights[term];
  };
}

/** In how many paragraphs of a usual length each term stands. */
function spreads(contents: readonly Content[], vocabulary: Vocabulary): (term: number) => number {
  const passages = new Uint32Array(vocabulary.size);
  for (const { terms } of contents) for (const term of terms) passages[term] = (passages[term] ?? 0) + 1;
  return (term) => Math.max(vocabulary.paragraphsWithId(term), (passages[term] ?? 0) / PASSAGES_OF_A_PARAGRAPH);
}

function leadingTerms(terms: ReadonlySet<number>, spreadOf: (term: number) => number): number[] {
  return [...terms]
    .map((term) => ({ term, spread: spreadOf(term) }))
    .filter(({ spread }) => spread > 1 && spread <= MAX_PARAGRAPHS)
    .sort((x, y) => x.spread - y.spread || x.term - y.term)
    .slice(0, LEADING_TERMS)
    .map(({ term }) => term);
}

function weightedJaccard(a: ReadonlySet<number>, b: ReadonlySet<number>, weightOf: (term: number) => number): number {
  let shared = 0;
  let all = 0;
  for (const term of a) {
    const weight = weightOf(term);
    all += weight;
    if (b.has(term)) shared += weight;
  }
  for (const term of b) if (!a.has(term)) all += weightOf(term);
  return all === 0 ? 0 : shared / all;
}
