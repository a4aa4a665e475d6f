import type { StoredPassage } from "../indexing/passages.ts";
import { STOP_ID } from "../indexing/vocabulary.ts";
import type { RankedPassage } from "../ranking/rank.ts";

/** How much two passages have in common, by their distinct terms: 0 to 1. */
export interface Overlap {
  /** What both have, as a share of what either has. */
  readonly jaccard: number;
  /** What both have, as a share of what the shorter one has. */
  readonly containment: number;
}

/** Compares passages by their terms, apart from some; the terms of each passage are collected once. */
export function createComparison(without: ReadonlySet<number>): (a: RankedPassage, b: RankedPassage) => Overlap {
  const contents = new Map<StoredPassage, readonly number[]>();
  const contentOf = (ranked: RankedPassage) => {
    const known = contents.get(ranked.passage);
    if (known) return known;
    const content = collect(ranked, without);
    contents.set(ranked.passage, content);
    return content;
  };
  return (a, b) => {
    const own = contentOf(a);
    const other = contentOf(b);
    const shared = countShared(own, other);
    return {
      jaccard: shared / Math.max(1, own.length + other.length - shared),
      containment: shared / Math.max(1, Math.min(own.length, other.length)),
    };
  };
}

/** The distinct terms of a passage in the order of their numbers, so that two passages are compared in one walk. */
function collect({ paragraph, passage }: RankedPassage, without: ReadonlySet<number>): readonly number[] {
  const content: number[] = [];
  for (let token = passage.tokenFrom; token < passage.tokenTo; token++) {
    const id = paragraph.tokens[token] ?? STOP_ID;
    if (id === STOP_ID || without.has(id)) continue;
    let at = content.length;
    while (at > 0 && (content[at - 1] ?? 0) > id) at--;
    if (content[at - 1] === id) continue;
    for (let moved = content.length; moved > at; moved--) content[moved] = content[moved - 1] ?? 0;
    content[at] = id;
  }
  return content;
}

function countShared(one: readonly number[], other: readonly number[]): number {
  let shared = 0;
  let a = 0;
  let b = 0;
  while (a < one.length && b < other.length) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) a++;
    if (difference >= 0) b++;
  }
  return shared;
}
