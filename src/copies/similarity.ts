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
const MIN_SHARED_LEADS = 2;
/** Less than this, and two passages share a subject, not a sentence. */
export const MIN_SIMILARITY = 0.22;

/** All pairs of passages of different articles that are alike; linear in the passages for all but freak corpora. */
export function findSimilar(contents: readonly Content[], vocabulary: Vocabulary): SimilarPair[] {
  const weightOf = weigher(vocabulary);
  const leads = contents.map(({ terms }) => leadingTerms(terms, vocabulary));
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

function leadingTerms(terms: ReadonlySet<number>, vocabulary: Vocabulary): number[] {
  return [...terms]
    .map((term) => ({ term, paragraphs: vocabulary.paragraphsWithId(term) }))
    .filter(({ paragraphs }) => paragraphs > 1 && paragraphs <= MAX_PARAGRAPHS)
    .sort((x, y) => x.paragraphs - y.paragraphs || x.term - y.term)
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
