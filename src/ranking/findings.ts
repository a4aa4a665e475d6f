import type { StoredParagraph, StoredPassage } from "../indexing/passages.ts";
import { STOP_ID } from "../indexing/vocabulary.ts";
import type { Query, QueryTerm } from "../question/query.ts";

/** Where a query term stands in a paragraph. */
export interface Hit {
  /** Number of the term in the query. */
  readonly term: number;
  /** Tokens of the paragraph, half-open. */
  readonly from: number;
  readonly to: number;
  readonly strength: number;
}

type Found = Pick<Hit, "term" | "strength">;

/** What the terms of the vocabulary find of a query, by their numbers. */
export interface Lookup {
  readonly found: ReadonlyMap<number, readonly Found[]>;
  /** The same one by one. */
  readonly all: readonly (Found & { readonly id: number })[];
  /** A bit for the remainder of every number that finds anything: most words of a text need no look-up. */
  readonly marks: Int32Array;
}

/** What a query finds in one paragraph, whichever of its passages is looked at. */
export interface Findings {
  readonly hits: readonly Hit[];
  /** How well each passage names each term: a row of terms for every passage of the paragraph. */
  readonly strengths: readonly number[];
  /** For every term, how well the passage that names it best does. */
  readonly best: readonly number[];
  /** For every term, how well the title or the heading above has it. */
  readonly title: readonly number[];
}

/**
 * Times 32 bits, so many remainders are told apart: far more than a query has terms, so that few words are looked up in
 * vain. More would not lie within V8's own heap, where an array is made at once.
 */
const MARK_WORDS = 16;

/** The terms of a query by the vocabulary's numbers. */
export function lookupOf(query: Query): Lookup {
  const found = new Map<number, Found[]>();
  const all: (Found & { readonly id: number })[] = [];
  const marks = new Int32Array(MARK_WORDS);
  query.terms.forEach(({ alternatives }, term) => {
    for (const { id, strength } of alternatives) {
      marks[(id >> 5) % MARK_WORDS] = (marks[(id >> 5) % MARK_WORDS] ?? 0) | (1 << (id & 31));
      const own = { id, term, strength };
      all.push(own);
      const known = found.get(id);
      if (known) known.push(own);
      else found.set(id, [own]);
    }
  });
  return { found, all, marks };
}

/** How well the passages of a paragraph, and what stands above it, name the terms of a query. @param hits what was found in it. */
export function findIn(query: Query, paragraph: StoredParagraph, lookup: Lookup, hits: readonly Hit[]): Findings {
  const { terms } = query;
  const { passages } = paragraph;
  const strengths = zeros(terms.length * passages.length);
  const best = zeros(terms.length);
  let row = 0;
  for (const { term, from, to, strength } of hits) {
    if (from < (passages[row]?.tokenFrom ?? 0)) row = 0;
    while (row + 1 < passages.length && from >= (passages[row]?.tokenTo ?? 0)) row++;
    if (to > (passages[row]?.tokenTo ?? 0)) continue;
    raise(strengths, row * terms.length + term, strength);
    raise(best, term, strength);
  }
  raiseSpeakers(terms, passages, strengths, best);
  return { hits, strengths, best, title: titleStrengths(terms, paragraph, lookup) };
}

/** Whoever speaks is named by the passage, also where it only says "he". */
function raiseSpeakers(
  terms: readonly QueryTerm[],
  passages: readonly StoredPassage[],
  strengths: number[],
  best: number[],
): void {
  for (let term = 0; term < terms.length; term++) {
    const name = terms[term]?.name;
    if (!name) continue;
    passages.forEach(({ statements }, row) => {
      if (!statements.some(({ speakerIds }) => speakerIds[0] === name.id)) return;
      raise(strengths, row * terms.length + term, 1);
      raise(best, term, 1);
    });
  }
}

// This and what follows runs for every paragraph of every question: loops over arrays, few objects.
/** Where a query's terms stand in a paragraph: words in their order, then names and phrases in theirs. */
export function findHits({ tokens, concepts }: StoredParagraph, { found, marks }: Lookup): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const id = tokens[at] ?? STOP_ID;
    if (id === STOP_ID || !isMarked(id, marks)) continue;
    for (const { term, strength } of found.get(id) ?? NOTHING) hits.push({ term, from: at, to: at + 1, strength });
  }
  for (let at = 0; at < concepts.length; at += 3) {
    const id = concepts[at] ?? STOP_ID;
    if (!isMarked(id, marks)) continue;
    const own = found.get(id);
    if (!own) continue;
    const from = concepts[at + 1] ?? 0;
    const to = concepts[at + 2] ?? 0;
    for (const { term, strength } of own) hits.push({ term, from, to, strength });
  }
  return hits;
}

const NOTHING: readonly Found[] = [];

function isMarked(id: number, marks: Int32Array): boolean {
  return ((marks[(id >> 5) % MARK_WORDS] ?? 0) & (1 << (id & 31))) !== 0;
}

function titleStrengths(terms: readonly QueryTerm[], { titleTerms }: StoredParagraph, { all }: Lookup): number[] {
  const strengths = zeros(terms.length);
  for (const { id, term, strength } of all) if (titleTerms.has(id)) raise(strengths, term, strength);
  return strengths;
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}

function raise(strengths: number[], at: number, strength: number): void {
  if (strength > (strengths[at] ?? 0)) strengths[at] = strength;
}
