import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { createComparison, type Overlap } from "./overlap.ts";

/** Whether a passage tells nothing that another one does not tell already. */
export type SameFact = (one: RankedPassage, other: RankedPassage) => boolean;

/** Two passages that share so much of their terms tell the same. */
const SAME_FACT = 0.5;
/** Where several points are wanted, a short passage that a longer one holds nearly whole adds none. */
const SAME_POINT = 0.6;

/** @param hasParts whether the answer has several parts. */
export function createSameFact(hasParts: boolean, index: CorpusIndex): SameFact {
  const compare = createComparison(new Set());
  return (one, other) => isWithin(one, other) || isCopy(one, other, index) || sayTheSame(compare(one, other), hasParts);
}

function isWithin(one: RankedPassage, whole: RankedPassage): boolean {
  const [a, b] = [one.passage, whole.passage];
  return one.paragraph === whole.paragraph && a.start >= b.start && a.end <= b.end;
}

function isCopy(a: RankedPassage, b: RankedPassage, index: CorpusIndex): boolean {
  const { sameText, original } = index.copies;
  const [one, other] = [a.passage.id, b.passage.id];
  if (original.get(one) === other || original.get(other) === one) return true;
  const copies = sameText.get(one);
  return copies !== undefined && piecesOf(b).some((piece) => copies.includes(piece));
}

function sayTheSame({ jaccard, containment }: Overlap, hasParts: boolean): boolean {
  return jaccard >= SAME_FACT || (hasParts && containment >= SAME_POINT);
}

/** The numbers of the passages that a ranked one is made of: several where neighbours were joined. */
function piecesOf({ paragraph, passage }: RankedPassage): number[] {
  return paragraph.passages
    .filter(({ start, end }) => start >= passage.start && end <= passage.end)
    .map(({ id }) => id);
}
