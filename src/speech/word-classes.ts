import { CALENDAR } from "../lexicon/calendar.ts";
import { FUNCTION_WORDS, NOT_ADVERBS } from "../lexicon/function-words.ts";

/** What a word can be, as bits: English's small words by list, the rest is `OPEN` (nouns, adjectives, full verbs). */
export const DETERMINER = 1;
export const PREPOSITION = 2;
export const PRONOUN = 4;
export const CONJUNCTION = 8;
export const RELATIVE = 16;
export const SUBORDINATOR = 32;
export const AUXILIARY = 64;
export const NEGATION = 128;
export const ADVERB = 256;
export const TIME = 512;
export const OBJECT_PRONOUN = 1024;
export const OPEN = 2048;
export const QUANTIFIER = 4096;
export const POSSESSIVE_DETERMINER = 8192;

const LISTS: readonly (readonly [number, string])[] = [
  [DETERMINER, FUNCTION_WORDS.determiner],
  [POSSESSIVE_DETERMINER, FUNCTION_WORDS.possessiveDeterminer],
  [QUANTIFIER, FUNCTION_WORDS.quantifier],
  [PREPOSITION, FUNCTION_WORDS.preposition],
  [PRONOUN, FUNCTION_WORDS.pronoun],
  [OBJECT_PRONOUN, FUNCTION_WORDS.objectPronoun],
  [CONJUNCTION, FUNCTION_WORDS.conjunction],
  [RELATIVE, FUNCTION_WORDS.relative],
  [SUBORDINATOR, FUNCTION_WORDS.subordinator],
  [AUXILIARY, FUNCTION_WORDS.auxiliary],
  [NEGATION, FUNCTION_WORDS.negation],
  [ADVERB, FUNCTION_WORDS.adverb],
  [TIME, [...CALENDAR, FUNCTION_WORDS.time].join(" ")],
];

const CLASSES = new Map<string, number>();
for (const [bit, words] of LISTS)
  for (const word of words.split(" ")) CLASSES.set(word, (CLASSES.get(word) ?? 0) | bit);

const CAPITALISED = new Set(CALENDAR);
const OTHERS_IN_LY = new Set(NOT_ADVERBS);

/** The classes of a word in lower case with straight apostrophes; months and days are such only with a capital: the march, it sat. */
export function classesOf(word: string, capital: boolean): number {
  const known = CLASSES.get(word);
  if (known !== undefined) return capital || !CAPITALISED.has(word) ? known : known & ~TIME || OPEN;
  if (word.length > 4 && word.endsWith("ly") && !OTHERS_IN_LY.has(word)) return ADVERB;
  return OPEN;
}
