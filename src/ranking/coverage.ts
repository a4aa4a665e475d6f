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
function findHits(paragraph: StoredParagraph, lookup: Lookup): Hit[] {
  const hits: Hit[] = [];
  const { tokens, concepts } = paragraph;
  for (let at = 0; at < tokens.length; at++) {
    const id = tokens[at] ?? STOP_ID;
    const found = id === STOP_ID ? undefined : lookup.get(id);
    if (found) for (const { term, strength } of found) hits.push({ term, from: at, to: at + 1, strength });
  }
  for (let at = 0; at < concepts.length; at += 3) {
    const found = lookup.get(concepts[at] ?? STOP_ID);
    if (!found) continue;
    const from = concepts[at + 1] ?? 0;
    const to = concepts[at + 2] ?? 0;
    for (const { term, strength } of found) hits.push({ term, from, to, strength });
  }
  return hits;
}

/** What a query finds in one paragraph, whichever of its passages is looked at. */
export interface Findings {
  readonly hits: readonly Hit[];
  /** For every term, how well the title or the heading above has it. */
  readonly title: readonly number[];
  /** BM25 of the whole paragraph, see {@link Coverage}. */
  readonly saturation: number;
}

/** Looks for a query in a paragraph. */
export function findIn(query: Query, paragraph: StoredParagraph, lookup: Lookup, averageLength: number): Findings {
  const hits = findHits(paragraph, lookup);
  const title = titleStrengths(query.terms, paragraph, lookup);
  return { hits, title, saturation: saturation(query.terms, paragraph, hits, averageLength) };
}

/** Measures one passage of a paragraph against a query. */
export function measureCoverage(
  { terms }: Query,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  { hits, title, saturation: whole }: Findings,
): Coverage {
  const places = placeTerms(terms, paragraph, passage, hits);
  return coverageOf(terms, places, title, whole, adjacencyOf(terms, passage, hits));
}

/** For every term, how well it is found in a passage, in its neighbours and in the rest of the paragraph. */
interface Places {
  readonly inside: number[];
  readonly before: number[];
  readonly after: number[];
  readonly elsewhere: number[];
}

function placeTerms(
  terms: readonly QueryTerm[],
  paragraph: StoredParagraph,
  passage: StoredPassage,
  hits: readonly Hit[],
): Places {
  const none = () => new Array<number>(terms.length).fill(0);
  const places: Places = { inside: none(), before: none(), after: none(), elsewhere: none() };
  const at = passage.id - (paragraph.passages[0]?.id ?? 0);
  const previous = paragraph.passages[at - 1];
  const next = paragraph.passages[at + 1];
  for (const hit of hits) {
    if (holds(passage, hit)) raise(places.inside, hit);
    else if (previous && holds(previous, hit)) raise(places.before, hit);
    else if (next && holds(next, hit)) raise(places.after, hit);
    else raise(places.elsewhere, hit);
  }
  terms.forEach(({ name }, term) => {
    if (name && passage.statements.some(({ speakerIds }) => speakerIds[0] === name.id))
      raise(places.inside, { term, strength: 1 });
  });
  return places;
}

/** Whether a hit lies in a passage. */
function holds(passage: StoredPassage, hit: Hit): boolean {
  return hit.from >= passage.tokenFrom && hit.to <= passage.tokenTo;
}

function titleStrengths(terms: readonly QueryTerm[], { titleTerms }: StoredParagraph, lookup: Lookup): number[] {
  const strengths = new Array<number>(terms.length).fill(0);
  for (const [id, found] of lookup) if (titleTerms.has(id)) for (const one of found) raise(strengths, one);
  return strengths;
}

function raise(strengths: number[], { term, strength }: Pick<Hit, "term" | "strength">): void {
  if (strength > (strengths[term] ?? 0)) strengths[term] = strength;
}

function coverageOf(
  terms: readonly QueryTerm[],
  places: Places,
  inTitle: readonly number[],
  paragraph: number,
  adjacency: number,
): Coverage {
  const sums = { asked: 0, inside: 0, before: 0, after: 0, elsewhere: 0, title: 0, fromEarlier: 0, context: 0 };
  const byTerm = new Array<number>(terms.length).fill(0);
  terms.forEach(({ weight, role }, at) => {
    const here = places.inside[at] ?? 0;
    const previous = places.before[at] ?? 0;
    const next = places.after[at] ?? 0;
    const far = places.elsewhere[at] ?? 0;
    const above = inTitle[at] ?? 0;
    const around = Math.max(previous * BEFORE_STRENGTH, Math.max(next, far) * PARAGRAPH_STRENGTH);
    const best = Math.max(here, around, above * TITLE_STRENGTH);
    byTerm[at] = best;
    if (role === "context") {
      sums.fromEarlier += weight;
      sums.context += weight * best;
      return;
    }
    // Each term counts where it stands nearest, and in the title if the passage lacks it.
    sums.asked += weight;
    if (here > 0) sums.inside += weight * here;
    else {
      sums.title += weight * above;
      if (previous > 0) sums.before += weight * previous;
      else if (next > 0) sums.after += weight * next;
      else sums.elsewhere += weight * far;
    }
  });
  const asked = sums.asked || 1;
  return {
    inside: sums.inside / asked,
    before: sums.before / asked,
    after: sums.after / asked,
    elsewhere: sums.elsewhere / asked,
    title: sums.title / asked,
    paragraph,
    adjacency,
    context: sums.context / (sums.fromEarlier || 1),
    byTerm,
  };
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

function adjacencyOf(terms: readonly QueryTerm[], passage: StoredPassage, hits: readonly Hit[]): number {
  const starts = new Array<number[] | undefined>(terms.length).fill(undefined);
  for (const hit of hits) {
    if (!holds(passage, hit)) continue;
    const own = starts[hit.term];
    if (own) own.push(hit.from);
    else starts[hit.term] = [hit.from];
  }
  let total = 0;
  let near = 0;
  for (let at = 0; at + 1 < terms.length; at++) {
    const weight = Math.min(terms[at]?.weight ?? 0, terms[at + 1]?.weight ?? 0);
    total += weight;
    const next = starts[at + 1];
    if (next && starts[at]?.some((from) => next.some((then) => then > from && then - from <= ADJACENT))) near += weight;
  }
  return total === 0 ? 0 : near / total;
}
