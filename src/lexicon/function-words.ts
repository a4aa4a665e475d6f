/**
 * English's small words by what they can be in a sentence (the classes of any reference grammar); a word may be in several. All
 * others are open: nouns, adjectives, full verbs.
 */
export const FUNCTION_WORDS = {
  determiner: "the a an this that these those his her its their my our your each every no any either neither",
  possessiveDeterminer: "his her its their my our your",
  quantifier:
    "some many several most few both all others other another one two three four five six seven eight nine ten eleven " +
    "twelve dozens hundreds thousands half none nobody everyone everybody someone somebody",
  preposition:
    "of in on at by for from with to about against between into through during before after above below under over " +
    "near inside outside behind beyond toward towards upon within without across along among around beside besides " +
    "despite except like per since until via amid amidst regarding following including concerning onto off throughout " +
    "alongside",
  pronoun: "he she they it i we you there",
  objectPronoun: "him them me us himself herself themselves itself myself ourselves yourself her",
  conjunction: "and or but nor yet so",
  relative: "who which whose whom that where",
  subordinator:
    "that whether if because when while as after before since although though unless until where once what how why " +
    "whereas than",
  auxiliary:
    "is are was were be been being am has have had having do does did will would can could may might must should " +
    "shall ought isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't " +
    "shouldn't mustn't cannot mightn't needn't",
  negation:
    "not never isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't " +
    "shouldn't cannot neither nor",
  adverb:
    "also then now later earlier soon still already again ever never not just only even too once twice often always " +
    "sometimes perhaps maybe however meanwhile instead therefore nevertheless nonetheless moreover furthermore " +
    "afterwards afterward ago separately further thus hence indeed simply quite rather very almost nearly up down out " +
    "back away here abroad elsewhere together aloud please both first next there online yes no",
  /** Beside the calendar's months and days of the week. */
  time:
    "mon tue tues wed thu thurs fri sat sun sept today yesterday tomorrow tonight overnight week weeks month months year years " +
    "morning afternoon evening night day days weekend hour hours noon midnight minutes recently last next late early time",
} as const;

/** Words in -ly that are no adverbs. */
export const NOT_ADVERBS = (
  "family italy july rally ally reply supply apply assembly monopoly bully fly jelly belly lily emily molly sally " +
  "kelly billy holly beverly elderly friendly daily weekly monthly early lovely lonely likely unlikely ugly silly " +
  "holy only imply multiply comply rely tally homily anomaly"
).split(" ");
