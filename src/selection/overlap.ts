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
  const contents = new Map<StoredPassage, ReadonlySet<number>>();
  const contentOf = (ranked: RankedPassage) => {
    const content = contents.get(ranked.passage) ?? collect(ranked, without);
    contents.set(ranked.passage, content);
    return content;
  };
  return (a, b) => {
    const own = contentOf(a);
    const other = contentOf(b);
    let shared = 0;
    for (const id of own) if (other.has(id)) shared++;
    return {
      jaccard: shared / Math.max(1, own.size + other.size - shared),
      containment: shared / Math.max(1, Math.min(own.size, other.size)),
    };
  };
}

function collect({ paragraph, passage }: RankedPassage, without: ReadonlySet<number>): Set<number> {
  const content = new Set<number>();
  for (let at = passage.tokenFrom; at < passage.tokenTo; at++) {
    const id = paragraph.tokens[at] ?? STOP_ID;
    if (id !== STOP_ID && !without.has(id)) content.add(id);
  }
  return content;
}
