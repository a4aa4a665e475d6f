import type { StoredPassage } from "../indexing/passages.ts";
import type { RankedPassage } from "../ranking/rank.ts";

/** Whether two passages are told in one voice: both by the narrator, or both in the words of the same. */
function areOneVoice(one: StoredPassage, other: StoredPassage): boolean {
  const voices = (passage: StoredPassage) => new Set(passage.statements.map(({ speaker }) => speaker));
  const all = new Set([...voices(one), ...voices(other)]);
  return all.size === 0 || (all.size === 1 && !all.has(null) && voices(one).size === voices(other).size);
}

/**
 * Neighbouring passages of one paragraph, joined as far as one voice goes, since a name above a passage is a name for all of it:
 * first what the best belongs to, then the rest in order.
 */
export function joinByVoice(best: RankedPassage, pieces: readonly RankedPassage[]): RankedPassage[] {
  const groups: RankedPassage[][] = [];
  for (const piece of pieces) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    const isNext = last !== undefined && piece.passage.start - last.passage.end <= CLOSE;
    if (open && last && isNext && areOneVoice(last.passage, piece.passage)) open.push(piece);
    else groups.push([piece]);
  }
  const own = groups.filter((group) => group.includes(best));
  return [...own, ...groups.filter((group) => !group.includes(best))].map((group) =>
    joinPassages(group.includes(best) ? best : strongest(group), group),
  );
}

/** More characters than stand between two sentences: what lies there is a question of the writer's. */
const CLOSE = 3;

function strongest(group: readonly RankedPassage[]): RankedPassage {
  return group.reduce((top, one) => (one.score > top.score ? one : top));
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
