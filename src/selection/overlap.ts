import { STOP_ID } from "../indexing/vocabulary.ts";
import type { RankedPassage } from "../ranking/rank.ts";

/** The distinct terms of a passage, to be compared with those of others. */
export interface Content {
  /** The terms' numbers, ascending. */
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
    bits |= 1 << (id & 31);
    let at = ids.length;
    while (at > 0 && (ids[at - 1] ?? 0) > id) at--;
    if (ids[at - 1] === id) continue;
    for (let moved = ids.length; moved > at; moved--) ids[moved] = ids[moved - 1] ?? 0;
    ids[at] = id;
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

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

function countShared({ ids: one }: Content, { ids: other }: Content): number {
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
