import type { RankedPassage } from "../ranking/rank.ts";

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
