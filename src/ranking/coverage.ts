import type { StoredParagraph } from "../indexing/passages.ts";
import { CONTEXT_IMPORTANCE } from "../question/follow-up.ts";
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
  /** What the passage lacks and the one before it in the paragraph has; then what only those farther off have. */
  readonly before: number;
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
  { hits, strengths, best: bestInParagraph, title }: Findings,
): Coverage {
  const width = terms.length;
  let [asked, squares, number, earlier] = [0, 0, 0, 0];
  let [inside, count, rarest, before, elsewhere, inTitle, context] = [0, 0, 0, 0, 0, 0, 0];
  for (let term = 0; term < width; term++) {
    const { weight, role } = terms[term] ?? NO_TERM;
    const here = strengths[row * width + term] ?? 0;
    const above = title[term] ?? 0;
    const isNamed = above > 0 || (bestInParagraph[term] ?? 0) > 0;
    const best = !isNamed || here >= 1 ? here : bestOf(here, term, row, width, strengths, above);
    if (role === "context") {
      earlier += weight;
      context += weight * best;
      continue;
    }
    asked += weight;
    squares += weight * weight;
    number++;
    rarest += weight * weight * best;
    count += here;
    if (!isNamed) continue;
    // Each term counts where it stands nearest, and in the title if the passage lacks it.
    if (here > 0) {
      inside += weight * here;
      continue;
    }
    inTitle += weight * above;
    const previous = row > 0 ? (strengths[(row - 1) * width + term] ?? 0) : 0;
    const next = strengths[(row + 1) * width + term] ?? 0;
    if (previous > 0) before += weight * previous;
    else if (next === 0) elsewhere += weight * farthest(term, row, width, strengths);
  }
  const share = 1 / (asked || 1);
  return {
    inside: inside * share,
    count: count / (number || 1),
    rarest: rarest / (squares || 1),
    before: before * share,
    elsewhere: elsewhere * share,
    title: inTitle * share,
    adjacency: adjacencyOf(terms, paragraph, row, hits),
    context: context / (Math.max(earlier, CONTEXT_IMPORTANCE * asked) || 1),
  };
}

const NO_TERM = { weight: 0, role: "asked" } as const;

/** For every term of a query, how well a passage and what is around it cover it. */
export function coverageByTerm({ terms }: Query, row: number, { strengths, title }: Findings): number[] {
  const width = terms.length;
  return terms.map((_, term) =>
    bestOf(strengths[row * width + term] ?? 0, term, row, width, strengths, title[term] ?? 0),
  );
}

/** How well a term is named in the passage, beside it, elsewhere in the paragraph or in the title, whichever is best. */
function bestOf(
  here: number,
  term: number,
  row: number,
  width: number,
  strengths: readonly number[],
  title: number,
): number {
  const before = row > 0 ? (strengths[(row - 1) * width + term] ?? 0) : 0;
  const after = strengths[(row + 1) * width + term] ?? 0;
  const around = Math.max(after, farthest(term, row, width, strengths));
  return Math.max(here, before * BEFORE_STRENGTH, around * PARAGRAPH_STRENGTH, title * TITLE_STRENGTH);
}

/** How well a term is named in the passages that do not stand beside one. */
function farthest(term: number, row: number, width: number, strengths: readonly number[]): number {
  let best = 0;
  for (let other = 0; other * width < strengths.length; other++) {
    const strength = strengths[other * width + term] ?? 0;
    if (strength > best && Math.abs(other - row) > 1) best = strength;
  }
  return best;
}

function adjacencyOf(
  terms: readonly QueryTerm[],
  { passages }: StoredParagraph,
  row: number,
  hits: readonly Hit[],
): number {
  if (hits.length < 2) return 0;
  let total = 0;
  for (let at = 0; at + 1 < terms.length; at++) total += linkWeight(terms, at);
  if (total === 0) return 0;
  const { tokenFrom, tokenTo } = passages[row] ?? { tokenFrom: 0, tokenTo: 0 };
  let near = 0;
  for (let at = 0; at + 1 < terms.length; at++)
    if (areNeighbours(at, hits, tokenFrom, tokenTo)) near += linkWeight(terms, at);
  return near / total;
}

/** Whether a term and the next one of the question stand side by side between two tokens. */
function areNeighbours(term: number, hits: readonly Hit[], from: number, to: number): boolean {
  for (const first of hits) {
    if (first.term !== term || first.from < from || first.to > to) continue;
    for (const next of hits) {
      const distance = next.from - first.from;
      if (next.term === term + 1 && distance > 0 && distance <= ADJACENT && next.to <= to) return true;
    }
  }
  return false;
}

function linkWeight(terms: readonly QueryTerm[], at: number): number {
  return Math.min(terms[at]?.weight ?? 0, terms[at + 1]?.weight ?? 0);
}
