import type { Vocabulary } from "./vocabulary.ts";

/** Words of one root: `fail`, `failure`, `failing`. */
export interface WordFamilies {
  /** Numbers of the terms whose words share the root of a word, as far as the corpus has any. */
  of(word: string): readonly number[];
}

/** Endings by which English makes one word of another, longest first. */
const ENDINGS =
  /(?:ization|ational|iveness|fulness|ousness|ability|ibility|ations?|ements?|ments?|ances?|ences?|ities|ships?|hoods?|ness|ions?|ures?|ages?|ants?|ents?|ists?|isms?|ives?|able|ible|ally|less|ful|ity|ous|ery|ing|als?|ers?|ors?|ees?|ies|ed|ly|es|ry|s|e|y)$/;
const MIN_ROOT = 4;

/** @param vocabulary one that no longer grows; its words are sorted into families at the first question that needs it. */
export function createWordFamilies(vocabulary: Vocabulary): WordFamilies {
  let families: Map<string, Set<number>> | null = null;
  return {
    of(word) {
      families ??= group(vocabulary);
      return [...(families.get(rootOf(word)) ?? [])];
    },
  };
}

function group(vocabulary: Vocabulary): Map<string, Set<number>> {
  const families = new Map<string, Set<number>>();
  for (const [word, { term }] of vocabulary.words) {
    const id = vocabulary.idOf(term);
    if (id === undefined || !/^[a-z]+$/.test(word)) continue;
    const root = rootOf(word);
    families.set(root, (families.get(root) ?? new Set()).add(id));
  }
  return families;
}

function rootOf(word: string): string {
  let root = word;
  for (let round = 0; round < 2; round++) {
    const shorter = root.replace(ENDINGS, "");
    if (shorter.length < MIN_ROOT) break;
    root = shorter;
  }
  return root;
}
