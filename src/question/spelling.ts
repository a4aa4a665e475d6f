import type { Vocabulary } from "../indexing/vocabulary.ts";
import { STOP_WORDS } from "../lexicon/stop-words.ts";
import { countBits } from "../text/bits.ts";
import { editDistance } from "../text/edit-distance.ts";
import { stem } from "../text/stem.ts";

/** Finds the word of the corpus that was probably meant by one it does not have. */
export interface Speller {
  /** The corpus's word nearest to a folded word it does not have; `null` where none is near enough. */
  correct(word: string): string | null;
}

/** Shorter words have too many neighbours to guess among. */
const MIN_LENGTH = 4;

/** A word of the corpus under the form it is compared by. */
interface Entry {
  readonly form: string;
  readonly word: string;
  readonly letters: number;
  readonly count: number;
}

/** Entries by the length of their form and its first letter: "5a". */
type Entries = Map<string, Entry[]>;

/** @param vocabulary whose words are proposed; one that grows afterwards is not seen. */
export function createSpeller(vocabulary: Vocabulary): Speller {
  const words: Entries = new Map();
  const stems: Entries = new Map();
  let ready = false;
  const prepare = () => {
    ready = true;
    for (const word of STOP_WORDS.split(" ")) add(words, word, word, Number.MAX_SAFE_INTEGER);
    for (const [word, { term, count }] of vocabulary.words) {
      add(words, word, word, count);
      add(stems, term, word, count);
    }
  };
  return {
    correct(word) {
      if (word.length < MIN_LENGTH || /\d/.test(word)) return null;
      if (!ready) prepare();
      // "acuse" has no near word where the articles only have "accusing", but a near stem.
      return nearest(word, words, allowedEdits(word.length)) ?? nearest(stem(word), stems, 1);
    },
  };
}

function add(entries: Entries, form: string, word: string, count: number): void {
  if (form.length < MIN_LENGTH || /\d/.test(form)) return;
  const key = form.length + form.charAt(0);
  const own = entries.get(key) ?? [];
  entries.set(key, own);
  own.push({ form, word, letters: letterMask(form), count });
}

function nearest(form: string, entries: Entries, limit: number): string | null {
  const letters = letterMask(form);
  let best: Entry | null = null;
  let bestDistance = limit + 1;
  for (let length = form.length - limit; length <= form.length + limit; length++) {
    for (const entry of alike(form, length, entries)) {
      // Each edit changes at most two of the letters present.
      if (countBits(letters ^ entry.letters) > 2 * limit) continue;
      const distance = editDistance(form, entry.form, limit);
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

/** Entries of a length that begin like a form. People seldom mistype the first letter, but do swap the first two. */
function alike(form: string, length: number, entries: Entries): readonly Entry[] {
  const [first, second] = [form.charAt(0), form.charAt(1)];
  const same = entries.get(length + first) ?? [];
  const swapped = first === second ? [] : (entries.get(length + second) ?? []);
  return [...same, ...swapped.filter((entry) => entry.form.charAt(1) === first)];
}

function allowedEdits(length: number): number {
  return length >= 7 ? 2 : 1;
}

function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) % 32);
  return mask;
}
