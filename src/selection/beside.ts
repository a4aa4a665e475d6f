import type { StoredParagraph, StoredPassage } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import { findHits, lookupOf } from "../ranking/findings.ts";
import type { RankedPassage } from "../ranking/rank.ts";

/** A passage that was not ranked itself: it counts as much as the one that it is to stand beside. */
export function placeBeside(
  best: RankedPassage,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  query: Query,
): RankedPassage {
  return { ...best, paragraph, passage, hits: findHits(paragraph, lookupOf(query)), statement: null };
}
