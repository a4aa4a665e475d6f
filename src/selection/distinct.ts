import type { RankedPassage } from "../ranking/rank.ts";
import { type Content, contentOf, shareAtLeast } from "./overlap.ts";
import { wordsIn } from "./ranked-passages.ts";

/** How much is shown: so many passages, and about so many words. */
export interface Room {
  readonly passages: number;
  readonly words: number;
}

/** As much as is read at a glance in a chat; an answer of several parts is given more. */
export const ROOM: Room = { passages: 3, words: 98 };
export const ROOM_FOR_PARTS: Room = { passages: 5, words: 190 };
/** What is kept for "more". */
export const ROOM_FOR_MORE: Room = { passages: 9, words: Number.POSITIVE_INFINITY };

/**
 * Keeps those passages that each tell something else, as far as there is room; the first one always fits.
 * @param shown what stands above them and is not to be said again.
 */
export function keepDistinct(
  candidates: Iterable<RankedPassage>,
  room: Room,
  shown: readonly RankedPassage[] = [],
): RankedPassage[] {
  const known = shown.map(comparedOf);
  const kept: RankedPassage[] = [];
  let words = 0;
  for (const candidate of candidates) {
    if (kept.length === room.passages) break;
    const length = wordsIn(candidate.passage);
    if (kept.length > 0 && words + length > room.words) continue;
    const compared = comparedOf(candidate);
    if (known.some((other) => saysTheSame(compared, other))) continue;
    known.push(compared);
    kept.push(candidate);
    words += length;
  }
  return kept;
}

/** Whether a passage tells nothing that another one does not tell already. */
export function addsNothing(one: RankedPassage, other: RankedPassage): boolean {
  return saysTheSame(comparedOf(one), comparedOf(other));
}

/** A passage with what it is compared by. */
interface Compared {
  readonly ranked: RankedPassage;
  readonly content: Content;
}

const NOTHING_LEFT_OUT: ReadonlySet<number> = new Set();

function comparedOf(ranked: RankedPassage): Compared {
  return { ranked, content: contentOf(ranked, NOTHING_LEFT_OUT) };
}

function saysTheSame(one: Compared, other: Compared): boolean {
  return isWithin(one.ranked, other.ranked) || isCopy(one.ranked, other.ranked) || isAlike(one.content, other.content);
}

function isWithin(one: RankedPassage, whole: RankedPassage): boolean {
  const [a, b] = [one.passage, whole.passage];
  return one.paragraph === whole.paragraph && a.start >= b.start && a.end <= b.end;
}

/** Of a passage that is made of several, each may be what another one is a copy of. */
function isCopy({ passage: one }: RankedPassage, { paragraph, passage: other }: RankedPassage): boolean {
  if (one.original?.key === other.key || other.original?.key === one.key) return true;
  const isPiece = (key: string) =>
    paragraph.passages.some((piece) => piece.key === key && piece.start >= other.start && piece.end <= other.end);
  return one.duplicates.some(({ key }) => isPiece(key));
}

/** Two passages that share so much of the terms that either has tell the same. */
const SAME_FACT = 0.5;

function isAlike(one: Content, other: Content): boolean {
  // The share of the terms that either has, by how many both have.
  const enough = (SAME_FACT / (1 + SAME_FACT)) * (one.ids.length + other.ids.length);
  return shareAtLeast(Math.max(1, enough), one, other);
}
