import type { StoredParagraph, StoredPassage } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import { findHits, lookupOf } from "../ranking/findings.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { partsOf } from "../ranking/score.ts";

/** A passage that is shown without having been ranked: as the beginning of an article, or for what stands beside it. */
export function unranked(paragraph: StoredParagraph, passage: StoredPassage, query: Query): RankedPassage {
  return {
    ...{ paragraph, passage, hits: findHits(paragraph, lookupOf(query)), statement: null },
    ...{ tier: 0, score: 0, parts: partsOf({}) },
    signals: {
      byTerm: query.terms.map(() => 1),
      ...{ continues: 0, context: 0, need: 1, subject: 0, meaning: null, setting: null },
    },
  };
}

/**
 * Neighbouring passages of one paragraph as one, from the first letter to the last, with the best that each has to say
 * for itself.
 * @param best the one among them that was found; score and statement are its own.
 * @param pieces in their order in the paragraph.
 */
export function joinPassages(best: RankedPassage, pieces: readonly RankedPassage[]): RankedPassage {
  const [first = best, last = best] = [pieces[0], pieces.at(-1)];
  if (first === last) return best;
  const statements = [...new Set(pieces.flatMap(({ passage }) => passage.statements))];
  const { start, tokenFrom } = first.passage;
  const { end, tokenTo } = last.passage;
  const need = Math.max(...pieces.map(({ signals }) => signals.need));
  const byTerm = best.signals.byTerm.map((_, term) =>
    Math.max(...pieces.map(({ signals }) => signals.byTerm[term] ?? 0)),
  );
  return {
    ...best,
    passage: { ...best.passage, start, tokenFrom, end, tokenTo, statements },
    signals: { ...best.signals, need, byTerm },
  };
}

/** How many words a passage has, at least one. */
export function wordsIn({ tokenFrom, tokenTo }: Pick<StoredPassage, "tokenFrom" | "tokenTo">): number {
  return Math.max(1, tokenTo - tokenFrom);
}

/** Whether two passages, which may be made of several, have text in common. */
export function overlap(one: RankedPassage, other: RankedPassage): boolean {
  if (one.paragraph.key !== other.paragraph.key) return false;
  return one.passage.start < other.passage.end && other.passage.start < one.passage.end;
}
