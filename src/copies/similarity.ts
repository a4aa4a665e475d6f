import { inverseFrequency, type Vocabulary } from "../indexing/vocabulary.ts";
import { findAlike } from "./alike-articles.ts";
import type { Contents } from "./contents.ts";

/** Two pieces of different articles that tell the same, by number. */
export interface SimilarPair {
  readonly a: number;
  readonly b: number;
  /** Weight of the terms both have, as a share of the weight of all terms of both: 0 to 1. */
  readonly similarity: number;
}

/** Terms of a passage that lead to its copies: the rarest ones that stand elsewhere too. */
const LEADING_TERMS = 10;
/**
 * A term that more paragraphs hold leads to too many passages that have nothing else in common. A story in more prints is
 * found by its articles, which are alike as a whole.
 */
const MAX_PARAGRAPHS = 40;
/** A paragraph without end counts as many: so many of its passages with a term in them as one. */
const PASSAGES_OF_A_PARAGRAPH = 10;
const MIN_SHARED_LEADS = 2;
/** Prints of one story tell it in one order: so many passages before and behind are compared with one. */
const REACH = 40;
/** Less than this, and two passages share a subject, not a sentence. */
export const MIN_SIMILARITY = 0.22;

/** All pairs of passages of different articles that are alike; linear in the passages for all but freak corpora. */
export function findSimilar(contents: Contents, vocabulary: Vocabulary): SimilarPair[] {
  const weightOf = weigher(vocabulary);
  const spreadOf = spreads(contents, vocabulary);
  const leadsOf = (passage: number) => leadingTerms(contents.termsOf(passage), spreadOf);
  const holders = new Map<number, number[]>();
  const crowded: number[] = [];
  for (let passage = 0; passage < contents.count; passage++) {
    const { leading, isCrowded } = leadsOf(passage);
    if (isCrowded) crowded.push(passage);
    for (const term of leading) {
      const list = holders.get(term);
      if (list) list.push(passage);
      else holders.set(term, [passage]);
    }
  }
  const pairs: SimilarPair[] = [];
  for (let a = 0; a < contents.count; a++) {
    const shared = new Map<number, number>();
    for (const term of leadsOf(a).leading)
      for (const b of holders.get(term) ?? [])
        if (b > a && contents.articleOf(b) !== contents.articleOf(a)) shared.set(b, (shared.get(b) ?? 0) + 1);
    for (const [b, count] of shared) {
      if (count < MIN_SHARED_LEADS) continue;
      const similarity = weightedJaccard(contents.termsOf(a), contents.termsOf(b), weightOf);
      if (similarity >= MIN_SIMILARITY) pairs.push({ a, b, similarity });
    }
  }
  return [...pairs, ...pairsInPrints(contents, crowded, pairs, weightOf)];
}

/** The pairs of passages whose terms lead nowhere, since too many paragraphs hold them, in articles that are alike. */
function pairsInPrints(
  contents: Contents,
  crowded: readonly number[],
  known: readonly SimilarPair[],
  weightOf: (term: number) => number,
): SimilarPair[] {
  const byArticle = new Map<number, number[]>();
  for (const passage of crowded) {
    const article = contents.articleOf(passage);
    byArticle.set(article, [...(byArticle.get(article) ?? []), passage]);
  }
  const keyOf = (a: number, b: number) => a * contents.count + b;
  const isKnown = new Set(known.map(({ a, b }) => keyOf(a, b)));
  const pairs: SimilarPair[] = [];
  for (const articles of findAlike(termsOfArticles(contents, byArticle))) {
    const others = byArticle.get(articles.b) ?? [];
    for (const [at, a] of (byArticle.get(articles.a) ?? []).entries()) {
      for (const b of others.slice(Math.max(0, at - REACH), at + REACH)) {
        if (isKnown.has(keyOf(a, b))) continue;
        const similarity = weightedJaccard(contents.termsOf(a), contents.termsOf(b), weightOf);
        if (similarity >= MIN_SIMILARITY) pairs.push({ a, b, similarity });
      }
    }
  }
  return pairs;
}

/** All terms of each of some articles. */
function termsOfArticles(contents: Contents, wanted: ReadonlyMap<number, unknown>): Map<number, Set<number>> {
  const articles = new Map<number, Set<number>>();
  for (let passage = 0; passage < contents.count; passage++) {
    const article = contents.articleOf(passage);
    if (!wanted.has(article)) continue;
    const all = articles.get(article) ?? new Set();
    articles.set(article, all);
    for (const term of contents.termsOf(passage)) all.add(term);
  }
  return articles;
}

function weigher(vocabulary: Vocabulary): (term: number) => number {
  const weights: number[] = [];
  return (term) => {
    weights[term] ??= inverseFrequency(vocabulary.paragraphs, vocabulary.paragraphsWithId(term));
    return weights[term];
  };
}

/** In how many paragraphs of a usual length each term stands. */
function spreads(contents: Contents, vocabulary: Vocabulary): (term: number) => number {
  const passages = new Uint32Array(vocabulary.size);
  for (let passage = 0; passage < contents.count; passage++)
    for (const term of contents.termsOf(passage)) passages[term] = (passages[term] ?? 0) + 1;
  return (term) => Math.max(vocabulary.paragraphsWithId(term), (passages[term] ?? 0) / PASSAGES_OF_A_PARAGRAPH);
}

/** The terms that lead to a passage's copies; it is crowded where too many paragraphs hold others that would. */
function leadingTerms(terms: Int32Array, spreadOf: (term: number) => number) {
  const rarest = [...terms]
    .map((term) => ({ term, spread: spreadOf(term) }))
    .filter(({ spread }) => spread > 1)
    .sort((x, y) => x.spread - y.spread || x.term - y.term)
    .slice(0, LEADING_TERMS);
  const leading = rarest.filter(({ spread }) => spread <= MAX_PARAGRAPHS).map(({ term }) => term);
  return { leading, isCrowded: leading.length < rarest.length };
}

function weightedJaccard(a: Int32Array, b: Int32Array, weightOf: (term: number) => number): number {
  const [ownA, ownB] = [new Set(a), new Set(b)];
  let shared = 0;
  let all = 0;
  for (const term of a) {
    const weight = weightOf(term);
    all += weight;
    if (ownB.has(term)) shared += weight;
  }
  for (const term of b) if (!ownA.has(term)) all += weightOf(term);
  return all === 0 ? 0 : shared / all;
}
