import type { StoredParagraph } from "../indexing/passages.ts";
import { STOP_ID, type Vocabulary } from "../indexing/vocabulary.ts";
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

/** What each term of the vocabulary finds of a query. */
export interface Lookup {
  /** By the vocabulary's numbers: 0 for nothing, else 1 more than the place in `found`. */
  readonly places: Uint16Array;
  readonly found: readonly (readonly Found[])[];
  /** The numbers that find anything. */
  readonly ids: readonly number[];
}

/** What a query finds in one paragraph, whichever of its passages is looked at. */
export interface Findings {
  /** Words in their order, then names and phrases in theirs. */
  readonly hits: readonly Hit[];
  /** How well each passage names each term: a row of terms for every passage of the paragraph. */
  readonly strengths: readonly number[];
  /** For every term, how well the title or the heading above has it. */
  readonly title: readonly number[];
  /** BM25 of the whole paragraph by true counts and lengths, for each unit of the terms' weight: 0 to 2.2. */
  readonly saturation: number;
}

/** Robertson's BM25 with its usual settings, over the paragraph's words. */
const BM25_K = 1.2;
const BM25_B = 0.75;

/** The terms of a query by the vocabulary's numbers. */
export function lookupOf(query: Query, vocabulary: Vocabulary): Lookup {
  const places = new Uint16Array(vocabulary.size);
  const found: Found[][] = [];
  const ids: number[] = [];
  query.terms.forEach(({ alternatives }, term) => {
    for (const { id, strength } of alternatives) {
      if (places[id] === 0) {
        ids.push(id);
        places[id] = found.push([]);
      }
      found[(places[id] ?? 0) - 1]?.push({ term, strength });
    }
  });
  return { places, found, ids };
}

/** Looks for a query in a paragraph. @param averageLength of a paragraph of the corpus, in tokens. */
export function findIn(query: Query, paragraph: StoredParagraph, lookup: Lookup, averageLength: number): Findings {
  const hits = findHits(paragraph, lookup);
  return {
    hits,
    strengths: strengthsIn(query.terms, paragraph, hits),
    title: titleStrengths(query.terms, paragraph, lookup),
    saturation: saturationOf(query.terms, paragraph, hits, averageLength),
  };
}

// This and what follows runs for every paragraph of every question: loops over arrays, few objects.
function findHits({ tokens, concepts }: StoredParagraph, { places, found }: Lookup): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const id = tokens[at] ?? STOP_ID;
    const place = id === STOP_ID ? 0 : (places[id] ?? 0);
    if (place > 0) for (const { term, strength } of found[place - 1] ?? []) hits.push({ term, from: at, to: at + 1, strength });
  }
  for (let at = 0; at < concepts.length; at += 3) {
    const place = places[concepts[at] ?? 0] ?? 0;
    if (place === 0) continue;
    const [from, to] = [concepts[at + 1] ?? 0, concepts[at + 2] ?? 0];
    for (const { term, strength } of found[place - 1] ?? []) hits.push({ term, from, to, strength });
  }
  return hits;
}

function strengthsIn(terms: readonly QueryTerm[], { passages }: StoredParagraph, hits: readonly Hit[]): number[] {
  const strengths = zeros(terms.length * passages.length);
  let row = 0;
  for (const { term, from, to, strength } of hits) {
    if (from < (passages[row]?.tokenFrom ?? 0)) row = 0;
    while (row + 1 < passages.length && from >= (passages[row]?.tokenTo ?? 0)) row++;
    if (to <= (passages[row]?.tokenTo ?? 0)) raise(strengths, row * terms.length + term, strength);
  }
  // Whoever speaks is named by the passage, also where it only says "he".
  terms.forEach(({ name }, term) => {
    if (!name) return;
    passages.forEach(({ statements }, at) => {
      if (statements.some(({ speakerIds }) => speakerIds[0] === name.id)) raise(strengths, at * terms.length + term, 1);
    });
  });
  return strengths;
}

function titleStrengths(
  terms: readonly QueryTerm[],
  { titleTerms }: StoredParagraph,
  { places, found, ids }: Lookup,
): number[] {
  const strengths = zeros(terms.length);
  for (const id of ids)
    if (titleTerms.has(id))
      for (const { term, strength } of found[(places[id] ?? 0) - 1] ?? []) raise(strengths, term, strength);
  return strengths;
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}

function raise(strengths: number[], at: number, strength: number): void {
  if (strength > (strengths[at] ?? 0)) strengths[at] = strength;
}

function saturationOf(
  terms: readonly QueryTerm[],
  { tokens }: StoredParagraph,
  hits: readonly Hit[],
  averageLength: number,
): number {
  const counts = zeros(terms.length);
  for (const { term, strength } of hits) counts[term] = (counts[term] ?? 0) + strength;
  const norm = BM25_K * (1 - BM25_B + (BM25_B * tokens.length) / averageLength);
  let total = 0;
  let reached = 0;
  terms.forEach(({ weight, role }, at) => {
    if (role !== "asked") return;
    const count = counts[at] ?? 0;
    total += weight;
    reached += weight * ((count * (BM25_K + 1)) / (count + norm));
  });
  return total === 0 ? 0 : reached / total;
}
