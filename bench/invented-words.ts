import { createZipfDraw, type Random } from "./random.ts";

/** Somebody the invented articles write about. */
export interface Person {
  readonly full: string;
  readonly surname: string;
  readonly title: string;
}

/** Draws words as a text uses them: a few often, most of them seldom. */
export interface InventedWords {
  noun(): string;
  verb(): string;
  adjective(): string;
  person(): Person;
  place(): string;
}

const ONSETS = "b c ch d f g h j k l m n p r s t v w br cl cr dr fl gr pl pr sc sh sl sp st str th tr".split(" ");
const VOWELS = "a a a e e e i i i o o o u u ai ea ee ou oa".split(" ");
const CODAS = ["", "", "", "", ..."b d g k l m n p r s t x ck ld lm lt mp nd nk nt rd rk rm rn rt sk st".split(" ")];
const NOUN_ENDINGS = ["", "", "", "", "ment", "ation", "ness", "ity", "er", "ance"];
const ADJECTIVE_ENDINGS = ["", "", "al", "ive", "ous", "able", "ful", "ic"];
const TITLES = "President|Prime Minister|Foreign Minister|Governor|Senator|General|Mayor|Judge|Professor|Ambassador";

/** With inflected forms about 45,000 words; as many as four million words of news hold often enough to matter. */
const NOUNS = 11_000;
const VERBS = 5_000;
const ADJECTIVES = 6_000;
const FIRST_NAMES = 250;
const SURNAMES = 3_000;
const PEOPLE = 5_000;
const PLACES = 1_200;
/** So the most frequent content word stands in about every sixteenth paragraph, as "government" does. */
const WORD_SHIFT = 25;
const NAME_SHIFT = 8;

/** Makes up a language whose words have the lengths and frequencies of English ones. */
export function inventWords(random: Random): InventedWords {
  const taken = new Set<string>();
  const nouns = inventMany(NOUNS, taken, () => invent(random, 1, 3) + random.pick(NOUN_ENDINGS));
  const verbs = inventMany(VERBS, taken, () => invent(random, 1, 2));
  const adjectives = inventMany(ADJECTIVES, taken, () => invent(random, 1, 3) + random.pick(ADJECTIVE_ENDINGS));
  const firstNames = inventMany(FIRST_NAMES, taken, () => capitalize(invent(random, 1, 2)));
  const surnames = inventMany(SURNAMES, taken, () => capitalize(invent(random, 2, 3)));
  const places = inventMany(PLACES, taken, () => capitalize(invent(random, 2, 3)));
  const titles = TITLES.split("|");
  const people = Array.from({ length: PEOPLE }, (): Person => {
    const surname = random.pick(surnames);
    return { full: `${random.pick(firstNames)} ${surname}`, surname, title: random.pick(titles) };
  });
  return {
    noun: createZipfDraw(shortOnesFirst(nouns, random), WORD_SHIFT, random),
    verb: createZipfDraw(shortOnesFirst(verbs, random), WORD_SHIFT, random),
    adjective: createZipfDraw(shortOnesFirst(adjectives, random), WORD_SHIFT, random),
    person: createZipfDraw(people, NAME_SHIFT, random),
    place: createZipfDraw(places, NAME_SHIFT, random),
  };
}

/** The plural of an invented noun, or the third person of an invented verb. */
export function withS(word: string): string {
  if (/(?:s|x|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** An invented verb with `ed` or `ing`. */
export function withEnding(verb: string, ending: "ed" | "ing"): string {
  return verb.replace(/e$/, "") + ending;
}

function inventMany(count: number, taken: Set<string>, inventOne: () => string): string[] {
  const words: string[] = [];
  while (words.length < count) {
    const word = inventOne();
    if (word.length < 3 || taken.has(word.toLowerCase())) continue;
    taken.add(word.toLowerCase());
    words.push(word);
  }
  return words;
}

function invent(random: Random, leastSyllables: number, mostSyllables: number): string {
  const syllables = random.between(leastSyllables, mostSyllables);
  let word = "";
  for (let at = 0; at < syllables; at++) word += random.pick(ONSETS) + random.pick(VOWELS);
  return word + random.pick(CODAS);
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Frequent words are short, with many exceptions. */
function shortOnesFirst(words: readonly string[], random: Random): string[] {
  return words
    .map((word) => ({ word, key: word.length + random.next() * 8 }))
    .sort((a, b) => a.key - b.key)
    .map(({ word }) => word);
}
