import type { RankedPassage } from "../ranking/rank.ts";
import { type Content, contentOf, shareAtLeast } from "./overlap.ts";

/** A passage with what it is compared by. */
export interface Telling {
  readonly ranked: RankedPassage;
  readonly content: Content;
}

/** Two passages that share so much of the terms that either has tell the same. */
const SAME_FACT = 0.5;
/** Where several points are wanted, a short passage that a longer one holds nearly whole adds none. */
const SAME_POINT = 0.6;
const NOTHING_LEFT_OUT: ReadonlySet<number> = new Set();

/** Reads a passage once, to compare it with many. */
export function tellingOf(ranked: RankedPassage): Telling {
  return { ranked, content: contentOf(ranked, NOTHING_LEFT_OUT) };
}

/** Whether a passage tells nothing that another one does not tell already. @param hasParts whether the answer has several parts. */
export function isTold(one: Telling, other: Telling, hasParts: boolean): boolean {
  return (
    isWithin(one.ranked, other.ranked) ||
    isCopy(one.ranked, other.ranked) ||
    saysTheSame(one.content, other.content, hasParts)
  );
}

function isWithin(one: RankedPassage, whole: RankedPassage): boolean {
  const [a, b] = [one.passage, whole.passage];
  return one.paragraph === whole.paragraph && a.start >= b.start && a.end <= b.end;
}

function isCopy(one: RankedPassage, other: RankedPassage): boolean {
  const [a, b] = [one.passage, other.passage];
  if (a.original?.key === b.key || b.original?.key === a.key) return true;
  return a.prints.length > 0 && piecesOf(other).some((piece) => a.prints.some(({ key }) => key === piece));
}

function saysTheSame(one: Content, other: Content, hasParts: boolean): boolean {
  const [a, b] = [one.ids.length, other.ids.length];
  // The share of the terms that either has, by how many both have.
  const enough = (SAME_FACT / (1 + SAME_FACT)) * (a + b);
  const enoughForPart = SAME_POINT * Math.max(1, Math.min(a, b));
  return shareAtLeast(Math.max(1, hasParts ? Math.min(enough, enoughForPart) : enough), one, other);
}

/** The keys of the passages that a ranked one is made of: several where neighbours were joined. */
function piecesOf({ paragraph, passage }: RankedPassage): string[] {
  return paragraph.passages
    .filter(({ start, end }) => start >= passage.start && end <= passage.end)
    .map(({ key }) => key);
}
