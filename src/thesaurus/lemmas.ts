import { baseOf, stem } from "../text/stem.ts";
import type { PartOfSpeech } from "./wordnet.ts";

/** How an inflected ending becomes that of a dictionary entry. */
type Ending = readonly [inflected: string, entry: string];

/** Detachment rules of English, after WordNet's `morphy`, and the plurals and doublings that it leaves to its exception lists. */
const ENDINGS: Readonly<Record<PartOfSpeech, readonly Ending[]>> = {
  noun: pairs("s: ses:s xes:x zes:z ches:ch shes:sh men:man ies:y ses:sis ves:f ves:fe"),
  verb: pairs("s: ies:y es:e es: ied:y ed:e ed: ing:e ing: ying:ie"),
  adj: pairs("er: est: er:e est:e ier:y iest:y"),
  adv: pairs("er: est: ier:y iest:y"),
};

/** The same by their last letter: most words end in none of them. */
const ENDINGS_BY_LETTER: Readonly<Record<PartOfSpeech, ReadonlyMap<string, readonly Ending[]>>> = {
  noun: byLetter(ENDINGS.noun),
  verb: byLetter(ENDINGS.verb),
  adj: byLetter(ENDINGS.adj),
  adv: byLetter(ENDINGS.adv),
};

/** A consonant that English doubles before an ending: "stopped" is of "stop", "bigger" of "big". */
const DOUBLED = /([bdfgklmnprtvz])\1$/;

/**
 * The entries that a folded word, or the last word of a phrase, may be a form of; itself comes first.
 * @param irregular see {@link irregularLemmas}: the same for every part of speech.
 */
export function lemmasOf(word: string, part: PartOfSpeech, irregular: readonly string[]): readonly string[] {
  const lemmas = [word];
  const add = (lemma: string) => {
    if (!lemmas.includes(lemma)) lemmas.push(lemma);
  };
  for (const [inflected, entry] of ENDINGS_BY_LETTER[part].get(word.charAt(word.length - 1)) ?? []) {
    if (!word.endsWith(inflected) || word.length - inflected.length < 2) continue;
    const root = word.slice(0, -inflected.length);
    add(root + entry);
    if (entry === "" && DOUBLED.test(root)) add(root.slice(0, -1));
  }
  irregular.forEach(add);
  return lemmas;
}

/** Of words that end otherwise the stemmer cuts something off, if anything: "happy" and "hoping" it makes "happi" and "hope". */
const CHANGED_BY_STEMMING = /(?:(?:y|ed|ing|ie)s?|[^o]n)$/;

/**
 * What only a list of irregular forms or of British spellings knows: "fought", "given", "colour". A stem that merely cuts
 * an ending off is no entry, but no stemmer cuts "-en"; and a stem may have lost its e.
 */
export function irregularLemmas(word: string): readonly string[] {
  if (!CHANGED_BY_STEMMING.test(word) && baseOf(word) === word) return [];
  const term = stem(word);
  const isCut = word.startsWith(term) && !/[^o]n$/.test(word);
  return /^[a-z]{2,}$/.test(term) && !isCut ? [term, `${term}e`] : [];
}

function byLetter(endings: readonly Ending[]): Map<string, Ending[]> {
  const groups = new Map<string, Ending[]>();
  for (const ending of endings) {
    const letter = ending[0].slice(-1);
    groups.set(letter, [...(groups.get(letter) ?? []), ending]);
  }
  return groups;
}

function pairs(text: string): Ending[] {
  return text.split(" ").map((pair) => {
    const [inflected = "", entry = ""] = pair.split(":");
    return [inflected, entry];
  });
}
