import { STOP_ID } from "../indexing/vocabulary.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { countBits } from "../text/bits.ts";

/** The distinct terms of a passage, to be compared with those of others. */
export interface Content {
  /** The terms' numbers. */
  readonly ids: readonly number[];
  /** A bit for each term, of 32 that all terms share: what two passages cannot have in common is seen by it. */
  readonly bits: number;
}

/** What a passage says, apart from some terms. */
export function contentOf({ paragraph, passage }: RankedPassage, without: ReadonlySet<number>): Content {
  const ids: number[] = [];
  let bits = 0;
  for (let token = passage.tokenFrom; token < passage.tokenTo; token++) {
    const id = paragraph.tokens[token] ?? STOP_ID;
    if (id === STOP_ID || without.has(id)) continue;
    const bit = 1 << (id & 31);
    if ((bits & bit) !== 0 && ids.includes(id)) continue;
    bits |= bit;
    ids.push(id);
  }
  return { ids, bits };
}

/** What two passages have in common, as a share of what the shorter one has: 0 to 1. */
export function containment(one: Content, other: Content): number {
  return countShared(one, other) / Math.max(1, Math.min(one.ids.length, other.ids.length));
}

/** Whether two passages have so many terms in common. */
export function shareAtLeast(wanted: number, one: Content, other: Content): boolean {
  return canShare(one, other) >= wanted && countShared(one, other) >= wanted;
}

/** So many terms at most can be shared: those of which the other passage lacks the bit are not. */
function canShare(one: Content, other: Content): number {
  return Math.min(
    one.ids.length - countBits(one.bits & ~other.bits),
    other.ids.length - countBits(other.bits & ~one.bits),
  );
}

function countShared(one: Content, other: Content): number {
  let shared = 0;
  for (const id of one.ids) if ((other.bits & (1 << (id & 31))) !== 0 && other.ids.includes(id)) shared++;
  return shared;
}
