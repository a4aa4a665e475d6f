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
  [DETERMINER, "the a an this that these those his her its their my our your each every no any either neither"],
  [POSSESSIVE_DETERMINER, "his her its their my our your"],
  [
    QUANTIFIER,
    "some many several most few both all others other another one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands half none nobody everyone everybody someone somebody",
  ],
  [
    PREPOSITION,
    "of in on at by for from with to about against between into through during before after above below under over near inside outside behind beyond toward towards upon within without across along among around beside besides despite except like per since until via amid amidst regarding following including concerning onto off throughout alongside",
  ],
  [PRONOUN, "he she they it i we you there"],
  [OBJECT_PRONOUN, "him them me us himself herself themselves itself myself ourselves yourself her"],
  [CONJUNCTION, "and or but nor yet so"],
  [RELATIVE, "who which whose whom that where"],
  [
    SUBORDINATOR,
    "that whether if because when while as after before since although though unless until where once what how why whereas than",
  ],
  [
    AUXILIARY,
    "is are was were be been being am has have had having do does did will would can could may might must should shall ought isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't mustn't cannot mightn't needn't",
  ],
  [
    NEGATION,
    "not never isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't cannot neither nor",
  ],
  [
    ADVERB,
    "also then now later earlier soon still already again ever never not just only even too once twice often always sometimes perhaps maybe however meanwhile instead therefore nevertheless nonetheless moreover furthermore afterwards afterward ago separately further thus hence indeed simply quite rather very almost nearly up down out back away here abroad elsewhere together aloud please both first next there online yes no",
  ],
  [
    TIME,
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight overnight week weeks month months year years morning afternoon evening night day days weekend hour hours noon midnight minutes recently last next late early time",
  ],
];

const CLASSES = new Map<string, number>();
for (const [bit, words] of LISTS)
  for (const word of words.split(" ")) CLASSES.set(word, (CLASSES.get(word) ?? 0) | bit);

const NOT_ADVERBS = new Set(
  "family italy july rally ally reply supply apply assembly monopoly bully fly jelly belly lily emily molly sally kelly billy holly beverly elderly friendly daily weekly monthly early lovely lonely likely unlikely ugly silly holy only imply multiply comply rely tally homily anomaly".split(
    " ",
  ),
);

/** The classes of a lower-case word with straight apostrophes. */
export function classesOf(word: string): number {
  const known = CLASSES.get(word);
  if (known !== undefined) return known;
  if (word.length > 4 && word.endsWith("ly") && !NOT_ADVERBS.has(word)) return ADVERB;
  return OPEN;
}
