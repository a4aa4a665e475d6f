import type { StoredParagraph, StoredPassage } from "../indexing/passages.ts";
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

/** How well a passage covers a query: shares of the weight of the terms asked for, 0 to 1 where nothing else is said. */
export interface Coverage {
  /** By words of the passage itself. */
  readonly inside: number;
  /** What the passage lacks and the one before it in the paragraph has; then the one after; then the rest of it. */
  readonly before: number;
  readonly after: number;
  readonly elsewhere: number;
  /** What the passage lacks and the heading above or the article's title has. */
  readonly title: number;
  /** BM25 of the whole paragraph by true counts and lengths, for each unit of the terms' weight: 0 to 2.2. */
  readonly paragraph: number;
  /** Neighbouring terms of the question that are neighbours in the passage too. */
  readonly adjacency: number;
  /** By terms that come from an earlier question, wherever in the paragraph. */
  readonly context: number;
  /** For every term of the query, how well the passage and what is around it cover it. */
  readonly byTerm: readonly number[];
}

/** What a term that the passage itself lacks is worth to the reader, by where else it stands. */
const BEFORE_STRENGTH = 0.7;
const PARAGRAPH_STRENGTH = 0.5;
const TITLE_STRENGTH = 0.6;
/** Robertson's BM25 with its usual settings, over the paragraph's words. */
const BM25_K = 1.2;
const BM25_B = 0.75;
/** Two terms are neighbours with at most one word between them: "head of the government". */
const ADJACENT = 2;

export type Lookup = ReadonlyMap<number, readonly { readonly term: number; readonly strength: number }[]>;

/** The terms of a query by the vocabulary's numbers. */
export function lookupOf(query: Query): Lookup {
  const lookup = new Map<number, { term: number; strength: number }[]>();
  query.terms.forEach(({ alternatives }, term) => {
    for (const { id, strength } of alternatives) {
      const list = lookup.get(id) ?? [];
      list.push({ term, strength });
      lookup.set(id, list);
    }
  });
  return lookup;
}

/** All places where a paragraph names what the query asks for, in order of the terms' kinds. */
export function findHits(paragraph: StoredParagraph, lookup: Lookup): Hit[] {
  const hits: Hit[] = [];
  const { tokens, concepts } = paragraph;
  for (let at = 0; at < tokens.length; at++) {
    const found = lookup.get(tokens[at] ?? -1);
    if (found) for (const { term, strength } of found) hits.push({ term, from: at, to: at + 1, strength });
  }
  for (let at = 0; at < concepts.length; at += 3) {
    const found = lookup.get(concepts[at] ?? -1);
    const [from = 0, to = 0] = [concepts[at + 1], concepts[at + 2]];
    if (found) for (const { term, strength } of found) hits.push({ term, from, to, strength });
  }
  return hits;
}

/** Measures one passage of a paragraph against a query. */
export function measureCoverage(
  query: Query,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  hits: readonly Hit[],
  lookup: Lookup,
  averageLength: number,
): Coverage {
  const { terms } = query;
  const places = placeTerms(terms, paragraph, passage, hits, lookup);
  const lacking = (values: readonly number[], ...nearer: (readonly number[])[]) =>
    share(terms, "asked", (at) =>
      (places.inside[at] ?? 0) > 0 || nearer.some((near) => (near[at] ?? 0) > 0) ? 0 : (values[at] ?? 0),
    );
  const byTerm = terms.map((_, at) =>
    Math.max(
      places.inside[at] ?? 0,
      (places.before[at] ?? 0) * BEFORE_STRENGTH,
      Math.max(places.after[at] ?? 0, places.elsewhere[at] ?? 0) * PARAGRAPH_STRENGTH,
      (places.title[at] ?? 0) * TITLE_STRENGTH,
    ),
  );
  return {
    inside: share(terms, "asked", (at) => places.inside[at] ?? 0),
    before: lacking(places.before),
    after: lacking(places.after, places.before),
    elsewhere: lacking(places.elsewhere, places.before, places.after),
    title: lacking(places.title),
    paragraph: saturation(terms, paragraph, hits, averageLength),
    adjacency: adjacencyOf(terms, passage, hits),
    context: share(terms, "context", (at) => byTerm[at] ?? 0),
    byTerm,
  };
}

interface Places {
  readonly inside: number[];
  readonly before: number[];
  readonly after: number[];
  readonly elsewhere: number[];
  readonly title: number[];
}

function placeTerms(
  terms: readonly QueryTerm[],
  paragraph: StoredParagraph,
  passage: StoredPassage,
  hits: readonly Hit[],
  lookup: Lookup,
): Places {
  const none = () => new Array<number>(terms.length).fill(0);
  const places: Places = { inside: none(), before: none(), after: none(), elsewhere: none(), title: none() };
  const raise = (list: number[], term: number, value: number) => {
    if (value > (list[term] ?? 0)) list[term] = value;
  };
  const at = passage.id - (paragraph.passages[0]?.id ?? 0);
  const [previous, next] = [paragraph.passages[at - 1], paragraph.passages[at + 1]];
  for (const hit of hits) {
    const list = holds(passage, hit)
      ? places.inside
      : previous && holds(previous, hit)
        ? places.before
        : next && holds(next, hit)
          ? places.after
          : places.elsewhere;
    raise(list, hit.term, hit.strength);
  }
  terms.forEach(({ name }, term) => {
    if (name && passage.statements.some(({ speakerIds }) => speakerIds[0] === name.id)) raise(places.inside, term, 1);
  });
  for (const id of paragraph.titleTerms)
    for (const { term, strength } of lookup.get(id) ?? []) raise(places.title, term, strength);
  return places;
}

/** Whether a hit lies in a passage. */
export function holds(passage: StoredPassage, hit: Hit): boolean {
  return hit.from >= passage.tokenFrom && hit.to <= passage.tokenTo;
}

function share(terms: readonly QueryTerm[], role: QueryTerm["role"], valueAt: (term: number) => number): number {
  let total = 0;
  let covered = 0;
  terms.forEach((term, at) => {
    if (term.role !== role) return;
    total += term.weight;
    covered += term.weight * valueAt(at);
  });
  return total === 0 ? 0 : covered / total;
}

function saturation(
  terms: readonly QueryTerm[],
  { tokens }: StoredParagraph,
  hits: readonly Hit[],
  averageLength: number,
): number {
  const counts = new Array<number>(terms.length).fill(0);
  for (const { term, strength } of hits) counts[term] = (counts[term] ?? 0) + strength;
  const norm = BM25_K * (1 - BM25_B + (BM25_B * tokens.length) / averageLength);
  return share(terms, "asked", (at) => ((counts[at] ?? 0) * (BM25_K + 1)) / ((counts[at] ?? 0) + norm));
}

function adjacencyOf(terms: readonly QueryTerm[], passage: StoredPassage, hits: readonly Hit[]): number {
  const own = hits.filter((hit) => holds(passage, hit));
  let total = 0;
  let near = 0;
  for (let at = 0; at + 1 < terms.length; at++) {
    const weight = Math.min(terms[at]?.weight ?? 0, terms[at + 1]?.weight ?? 0);
    total += weight;
    const adjacent = own.some(
      (a) => a.term === at && own.some((b) => b.term === at + 1 && b.from > a.from && b.from - a.from <= ADJACENT),
    );
    if (adjacent) near += weight;
  }
  return total === 0 ? 0 : near / total;
}
