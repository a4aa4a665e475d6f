import type { StoredParagraph } from "../indexing/passages.ts";
import { CONTEXT_IMPORTANCE } from "../question/follow-up.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Findings, Hit } from "./findings.ts";

/** What a term that the passage itself lacks is worth to the reader, by where else it stands. */
const BEFORE_STRENGTH = 0.7;
const PARAGRAPH_STRENGTH = 0.5;
const TITLE_STRENGTH = 0.6;
/** Two terms are neighbours with at most one word between them: "head of the government". */
const ADJACENT = 2;

/**
 * The share of a query's terms of one role that is covered, 0 to 1, by the squares of their weights: the rarest decide.
 * @param byTerm see {@link coverageByTerm}.
 */
export function shareCovered({ terms }: Query, role: QueryTerm["role"], byTerm: readonly number[]): number {
  let asked = 0;
  let covered = 0;
  terms.forEach((term, at) => {
    if (term.role !== role) return;
    asked += term.weight * term.weight;
    covered += term.weight * term.weight * (byTerm[at] ?? 0);
  });
  return asked === 0 ? 0 : covered / asked;
}

/**
 * How much of what an earlier question named is covered, 0 to 1: little, where that is little beside what is asked.
 * @param byTerm see {@link coverageByTerm}.
 */
export function contextCovered({ terms }: Query, byTerm: readonly number[]): number {
  let [asked, earlier, covered] = [0, 0, 0];
  terms.forEach(({ role, weight }, at) => {
    if (role === "asked") asked += weight;
    else {
      earlier += weight;
      covered += weight * (byTerm[at] ?? 0);
    }
  });
  return covered / (Math.max(earlier, CONTEXT_IMPORTANCE * asked) || 1);
}

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

/** The share of a question's neighbouring terms that are neighbours in a passage, too, by their weights. */
export function adjacencyOf(
  { terms }: Query,
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
