import type { Vocabulary } from "../indexing/vocabulary.ts";
import { editDistance } from "../text/edit-distance.ts";
import { STOP_WORDS } from "../text/stop-words.ts";

/** Finds the word of the corpus that was probably meant by one it does not have. */
export interface Speller {
  /** The corpus's word nearest to a folded word it does not have; `null` where none is near enough. */
  correct(word: string): string | null;
}

/** Shorter words have too many neighbours to guess among. */
const MIN_LENGTH = 4;

interface Entry {
  readonly word: string;
  readonly letters: number;
  readonly count: number;
}

/** @param vocabulary whose words are proposed; one that grows afterwards is not seen. */
export function createSpeller(vocabulary: Vocabulary): Speller {
  const byLength: Entry[][] = [];
  let ready = false;
  const prepare = () => {
    ready = true;
    const add = (word: string, count: number) => {
      if (word.length < MIN_LENGTH || /\d/.test(word)) return;
      const bucket = byLength[word.length] ?? [];
      byLength[word.length] = bucket;
      bucket.push({ word, letters: letterMask(word), count });
    };
    for (const word of STOP_WORDS) add(word, Number.MAX_SAFE_INTEGER);
    for (const [word, { count }] of vocabulary.words) add(word, count);
  };
  return {
    correct(word) {
      if (word.length < MIN_LENGTH || /\d/.test(word)) return null;
      if (!ready) prepare();
      return nearest(word, byLength, allowedEdits(word.length));
    },
  };
}

function nearest(word: string, byLength: readonly (readonly Entry[] | undefined)[], limit: number): string | null {
  const letters = letterMask(word);
  let best: Entry | null = null;
  let bestDistance = limit + 1;
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const entry of byLength[length] ?? []) {
      // Each edit changes at most two of the letters present.
      if (bitCount(letters ^ entry.letters) > 2 * limit) continue;
      if (!startsAlike(word, entry.word)) continue;
      const distance = editDistance(word, entry.word, limit);
      if (distance < bestDistance || (distance === bestDistance && distance <= limit && best && better(entry, best))) {
        best = entry;
        bestDistance = distance;
      }
    }
  }
  return best?.word ?? null;
}

function better(a: Entry, b: Entry): boolean {
  return a.count > b.count || (a.count === b.count && a.word < b.word);
}

/** People seldom mistype the first letter, but do swap the first two. */
function startsAlike(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

function allowedEdits(length: number): number {
  return length >= 7 ? 2 : 1;
}

function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) % 32);
  return mask;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
