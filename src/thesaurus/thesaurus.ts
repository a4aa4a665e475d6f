import { fold } from "../text/fold.ts";
import { irregularLemmas, lemmasOf } from "./lemmas.ts";
import { remember } from "./remember.ts";
import { openWordNet, PARTS_OF_SPEECH, type PartOfSpeech, type Synset, type WordNet } from "./wordnet.ts";

/** A word or a phrase of two words that may say the same as another, and how likely: 0 to 1. */
export interface RelatedWord {
  readonly word: string;
  readonly strength: number;
}

/** What general English knows of words; it knows nothing where its files are missing. */
export interface Thesaurus {
  /** Words that mean nearly the same as a folded word or phrase in any inflection, the nearest first. */
  related(word: string): readonly RelatedWord[];
  /** Whether a folded word is English, in any inflection; words of grammar ("which") are not listed. */
  isWord(word: string): boolean;
  /** Whether a folded word is mostly a noun: it has no fewer common senses as one than as a verb. */
  isNoun(word: string): boolean;
  /** What a folded adjective is of: "portuguese" of "portugal". */
  rootsOf(adjective: string): readonly string[];
}

const SYNONYM = 0.7;
/**
 * One step along each kind of pointer that helped to find answers: similar to, derived from, of or about, a verb of the
 * same group, a hypernym. Hyponyms ("trawler" of "ship") helped no more, and there are by far the most of them.
 */
const STEPS: ReadonlyMap<string, number> = new Map([
  ["&", 0.6],
  ["+", 0.6],
  ["\\", 0.6],
  ["$", 0.6],
  ["@", 0.5],
]);
/** Rarer senses mislead more often than they help. */
const SENSES = 2;
const RARER = 0.9;
const MAX_RELATED = 40;
/** How many words' results are kept. */
const KEPT = 5000;

/** @param folder of WordNet's files, if not those of the package; none is opened before the first look-up. */
export function createThesaurus(folder?: string): Thesaurus {
  let opened: { readonly wordNet: WordNet | null } | null = null;
  const wordNetOf = () => {
    opened ??= { wordNet: openWordNet(folder) };
    return opened.wordNet;
  };
  const entriesOf = remember(KEPT, (word: string) => {
    const wordNet = wordNetOf();
    return wordNet ? findEntries(word, wordNet) : [];
  });
  const relatedOf = remember(KEPT, (word: string) => {
    const wordNet = wordNetOf();
    return wordNet ? findRelated(word, entriesOf(word), wordNet) : [];
  });
  const isWord = (word: string) => entriesOf(word).length > 0;
  return {
    isWord,
    related: (word) => (isWord(word) ? relatedOf(word) : []),
    rootsOf(adjective) {
      const wordNet = wordNetOf();
      return wordNet ? findRoots(adjective, wordNet) : [];
    },
    isNoun: (word) => commonestOf(entriesOf(word)).some(({ part }) => part === "noun"),
  };
}

/** An entry of the dictionary in one part of speech. */
interface Entry {
  readonly lemma: string;
  readonly part: PartOfSpeech;
  readonly senses: readonly number[];
  readonly tagged: number;
}

function findEntries(word: string, wordNet: WordNet): readonly Entry[] {
  if (!/^[a-z][a-z' -]*$/.test(word)) return [];
  const irregular = irregularLemmas(word);
  const entries: Entry[] = [];
  for (const part of PARTS_OF_SPEECH) {
    for (const lemma of lemmasOf(word, part, irregular)) {
      const { offsets, tagged } = wordNet.senses(lemma, part);
      if (offsets.length > 0) entries.push({ lemma, part, senses: offsets, tagged });
    }
  }
  return entries;
}

/** A pointer from an adjective to the noun that it pertains to. */
const PERTAINS = "\\";

// Asked for every name when a corpus is read: it opens the files of adjectives alone.
function findRoots(adjective: string, wordNet: WordNet): readonly string[] {
  const { offsets } = wordNet.senses(adjective, "adj");
  const pointers = offsets.flatMap((offset) => wordNet.synset(offset, "adj").pointers);
  const nouns = pointers.filter(({ symbol }) => symbol === PERTAINS);
  return [...new Set(nouns.flatMap(({ offset, part }) => wordNet.words(offset, part).map(fold)))];
}

function findRelated(word: string, entries: readonly Entry[], wordNet: WordNet): readonly RelatedWord[] {
  const found = new Map<string, number>();
  const offer = (written: string, strength: number) => {
    const other = fold(written).replaceAll("-", " ");
    if (other !== word && other.split(" ").length <= 2 && strength > (found.get(other) ?? 0))
      found.set(other, strength);
  };
  const left = commonestOf(entries);
  for (const { lemma, part, senses } of left) {
    senses.slice(0, SENSES).forEach((offset, at) => {
      relateSense(lemma, wordNet.synset(offset, part), RARER ** at, wordNet, offer);
    });
  }
  for (const { lemma } of entries) found.delete(lemma);
  return [...found]
    .map(([other, strength]) => ({ word: other, strength }))
    .sort((a, b) => b.strength - a.strength || (a.word < b.word ? -1 : 1))
    .slice(0, MAX_RELATED);
}

/** A word that is a verb in more of the common senses than a noun is taken for a verb, else for a noun: "start", "drone". */
function commonestOf(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length === 0) return entries;
  const count = (part: PartOfSpeech) => Math.max(0, ...entries.map((one) => (one.part === part ? one.tagged : 0)));
  const rarer: PartOfSpeech = count("verb") > count("noun") ? "noun" : "verb";
  return entries.filter(({ part }) => part !== rarer);
}

function relateSense(
  lemma: string,
  synset: Synset,
  likelihood: number,
  wordNet: WordNet,
  offer: (written: string, strength: number) => void,
): void {
  for (const word of synset.words) offer(word, SYNONYM * likelihood);
  const own = synset.words.findIndex((word) => fold(word) === lemma) + 1;
  const steps = synset.pointers.filter(({ symbol, from }) => STEPS.has(symbol) && (from === 0 || from === own));
  for (const { symbol, part, offset, to } of steps) {
    const words = wordNet.words(offset, part);
    const strength = (STEPS.get(symbol) ?? 0) * likelihood;
    for (const word of to === 0 ? words : words.slice(to - 1, to)) offer(word, strength);
  }
}
