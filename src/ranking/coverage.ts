import type { StoredParagraph, StoredPassage } from "../indexing/corpus-index.ts";
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

/** How well a passage covers a query: each figure is a share of the weight of the terms asked for, 0 to 1. */
export interface Coverage {
  /** By words of the passage itself. */
  readonly inside: number;
  /** By its paragraph, its heading and its article's title too, each for less. */
  readonly around: number;
  /** How close together the question's neighbouring terms stand. */
  readonly proximity: number;
  /** By terms that come from an earlier question. */
  readonly context: number;
  /** For every term of the query, how well the passage and what is around it cover it. */
  readonly byTerm: readonly number[];
}

/** What a term is worth where the passage itself lacks it. */
const NEIGHBOUR_STRENGTH = 0.5;
const PARAGRAPH_STRENGTH = 0.4;
const TITLE_STRENGTH = 0.4;

type Lookup = ReadonlyMap<number, readonly { readonly term: number; readonly strength: number }[]>;

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

/** All places where a paragraph names what the query asks for. */
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
): Coverage {
  const inside = new Array<number>(query.terms.length).fill(0);
  const around = new Array<number>(query.terms.length).fill(0);
  const raise = (list: number[], term: number, value: number) => {
    if (value > (list[term] ?? 0)) list[term] = value;
  };
  const previous = paragraph.passages[passage.id - (paragraph.passages[0]?.id ?? 0) - 1];
  for (const { term, from, to, strength } of hits) {
    if (from >= passage.tokenFrom && to <= passage.tokenTo) raise(inside, term, strength);
    else if (previous && from >= previous.tokenFrom && to <= previous.tokenTo)
      raise(around, term, strength * NEIGHBOUR_STRENGTH);
    else raise(around, term, strength * PARAGRAPH_STRENGTH);
  }
  query.terms.forEach(({ name }, term) => {
    if (name && passage.statements.some((statement) => statement.speakerIds[0] === name.id)) raise(inside, term, 1);
  });
  for (const id of paragraph.titleTerms)
    for (const { term, strength } of lookup.get(id) ?? []) raise(around, term, strength * TITLE_STRENGTH);
  const byTerm = inside.map((value, term) => Math.max(value, around[term] ?? 0));
  return {
    inside: share(query.terms, inside, "asked"),
    around: share(query.terms, byTerm, "asked"),
    context: share(query.terms, byTerm, "context"),
    proximity: proximityOf(query.terms, passage, hits),
    byTerm,
  };
}

function share(terms: readonly QueryTerm[], values: readonly number[], role: QueryTerm["role"]): number {
  let total = 0;
  let covered = 0;
  terms.forEach((term, at) => {
    if (term.role !== role) return;
    total += term.weight;
    covered += term.weight * (values[at] ?? 0);
  });
  return total === 0 ? 0 : covered / total;
}

/** The weight of neighbouring pairs of query terms, each divided by their distance in the passage. */
function proximityOf(terms: readonly QueryTerm[], passage: StoredPassage, hits: readonly Hit[]): number {
  const own = hits.filter((hit) => hit.from >= passage.tokenFrom && hit.to <= passage.tokenTo);
  let total = 0;
  let near = 0;
  for (let at = 0; at + 1 < terms.length; at++) {
    const weight = Math.min(terms[at]?.weight ?? 0, terms[at + 1]?.weight ?? 0);
    total += weight;
    let best = 0;
    for (const a of own) {
      if (a.term !== at) continue;
      for (const b of own) if (b.term === at + 1) best = Math.max(best, 1 / Math.max(1, Math.abs(a.from - b.from)));
    }
    near += weight * best;
  }
  return total === 0 ? 0 : near / total;
}
