import type { StoredParagraph } from "../indexing/passages.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Findings, Hit } from "./findings.ts";

/** How well a passage covers a query: shares of what was asked for, 0 to 1 where nothing else is said. */
export interface Coverage {
  /** By words of the passage itself, of the terms' weight. */
  readonly inside: number;
  /** The same of their number, however little a term weighs. */
  readonly count: number;
  /** By the passage and what is around it, of the squares of the terms' weights: the rarest terms decide. */
  readonly rarest: number;
  /** What the passage lacks and the one before it in the paragraph has; then the one after; then the rest of it. */
  readonly before: number;
  readonly after: number;
  readonly elsewhere: number;
  /** What the passage lacks and the heading above or the article's title has. */
  readonly title: number;
  /** Neighbouring terms of the question that are neighbours in the passage too. */
  readonly adjacency: number;
  /** By terms that come from an earlier question, wherever in the paragraph. */
  readonly context: number;
}

/** What a term that the passage itself lacks is worth to the reader, by where else it stands. */
const BEFORE_STRENGTH = 0.7;
const PARAGRAPH_STRENGTH = 0.5;
const TITLE_STRENGTH = 0.6;
/** Two terms are neighbours with at most one word between them: "head of the government". */
const ADJACENT = 2;

/** Measures one passage of a paragraph against a query. @param row its place among the paragraph's passages. */
export function measureCoverage(
  { terms }: Query,
  paragraph: StoredParagraph,
  row: number,
  { hits, strengths, title }: Findings,
): Coverage {
  const sums = { asked: 0, squares: 0, count: 0, fromEarlier: 0 };
  const covered = { inside: 0, count: 0, rarest: 0, before: 0, after: 0, elsewhere: 0, title: 0, context: 0 };
  terms.forEach(({ weight, role }, term) => {
    const place = placeOf(term, row, terms.length, strengths);
    const best = bestOf(place, title[term] ?? 0);
    if (role === "context") {
      sums.fromEarlier += weight;
      covered.context += weight * best;
      return;
    }
    sums.asked += weight;
    sums.squares += weight * weight;
    sums.count++;
    covered.rarest += weight * weight * best;
    covered.count += place.here;
    // Each term counts where it stands nearest, and in the title if the passage lacks it.
    if (place.here > 0) covered.inside += weight * place.here;
    else {
      covered.title += weight * (title[term] ?? 0);
      if (place.before > 0) covered.before += weight * place.before;
      else if (place.after > 0) covered.after += weight * place.after;
      else covered.elsewhere += weight * place.elsewhere;
    }
  });
  const asked = sums.asked || 1;
  return {
    inside: covered.inside / asked,
    count: covered.count / (sums.count || 1),
    rarest: covered.rarest / (sums.squares || 1),
    before: covered.before / asked,
    after: covered.after / asked,
    elsewhere: covered.elsewhere / asked,
    title: covered.title / asked,
    adjacency: adjacencyOf(terms, paragraph, row, hits),
    context: covered.context / (sums.fromEarlier || 1),
  };
}

/** For every term of a query, how well a passage and what is around it cover it. */
export function coverageByTerm({ terms }: Query, row: number, { strengths, title }: Findings): number[] {
  return terms.map((_, term) => bestOf(placeOf(term, row, terms.length, strengths), title[term] ?? 0));
}

/** How well a term is named in a passage, in its neighbours and in the rest of the paragraph. */
interface Place {
  readonly here: number;
  readonly before: number;
  readonly after: number;
  readonly elsewhere: number;
}

function placeOf(term: number, row: number, width: number, strengths: Float64Array): Place {
  const at = (other: number) => strengths[other * width + term] ?? 0;
  let elsewhere = 0;
  for (let other = 0; other * width < strengths.length; other++)
    if (Math.abs(other - row) > 1) elsewhere = Math.max(elsewhere, at(other));
  return { here: at(row), before: row > 0 ? at(row - 1) : 0, after: at(row + 1), elsewhere };
}

function bestOf({ here, before, after, elsewhere }: Place, title: number): number {
  return Math.max(
    here,
    before * BEFORE_STRENGTH,
    Math.max(after, elsewhere) * PARAGRAPH_STRENGTH,
    title * TITLE_STRENGTH,
  );
}

function adjacencyOf(
  terms: readonly QueryTerm[],
  { passages }: StoredParagraph,
  row: number,
  hits: readonly Hit[],
): number {
  const { tokenFrom, tokenTo } = passages[row] ?? { tokenFrom: 0, tokenTo: 0 };
  let total = 0;
  for (let at = 0; at + 1 < terms.length; at++) total += linkWeight(terms, at);
  if (total === 0) return 0;
  const linked = new Set<number>();
  for (const first of hits) {
    if (first.from < tokenFrom || first.to > tokenTo) continue;
    for (const next of hits)
      if (next.term === first.term + 1 && next.from > first.from && next.from - first.from <= ADJACENT)
        if (next.to <= tokenTo) linked.add(first.term);
  }
  let near = 0;
  for (const at of linked) near += linkWeight(terms, at);
  return near / total;
}

function linkWeight(terms: readonly QueryTerm[], at: number): number {
  return Math.min(terms[at]?.weight ?? 0, terms[at + 1]?.weight ?? 0);
}
