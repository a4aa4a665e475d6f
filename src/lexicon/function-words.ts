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
    "according despite except like per since until via amid amidst regarding following including concerning onto off throughout " +
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
    "today yesterday tomorrow tonight overnight week weeks month months year years " +
    "morning afternoon evening night day days weekend hour hours noon midnight minutes recently last next late early time",
} as const;

/** Words in -ly that are no adverbs. */
export const NOT_ADVERBS = (
  "family italy july rally ally reply supply apply assembly monopoly bully fly jelly belly lily emily molly sally " +
  "kelly billy holly beverly elderly friendly daily weekly monthly early lovely lonely likely unlikely ugly silly " +
  "holy only imply multiply comply rely tally homily anomaly"
).split(" ");

/** The articles alone. */
export const ARTICLES = "a an the";
/** Auxiliaries of what may be or will be. */
export const MODALS = "will would could can may might must should shall";
/** What opens a clause that tells no fact. */
export const CONDITIONS = "when whether if whenever until unless before";
/** Subjects of which nothing is told: no member said. */
export const NOBODY = "nobody none no neither nothing";
/** What opens a question within a sentence. */
export const QUESTION_WORDS = "whether if how why what when where who which";
/** Words in -ing that are prepositions. */
export const PREPOSITIONS_IN_ING =
  "including according following during depending regarding being excluding concerning";
/** What stands between a determiner and its noun like an ordinal number: the next day. */
export const ORDER_WORDS = "first next last then only late very";
/** Nouns that are plural without an s. */
export const PLURAL_NOUNS = "people police men women children media staff";
/** Adverbs of place and day that stand between "was" and a verb without making it passive: she was here said Tom. */
export const PLACE_ADVERBS = "here there away abroad upstairs downstairs inside outside nearby yesterday today";

/** Prepositions by what they stand before or between. */
export const PREPOSITIONS = {
  /** A place that somebody is in or goes to, so that the name behind it is no person's. */
  inPlace: "in at near into across outside inside around throughout",
  /** A place with which a sentence opens. */
  opening: "in at near from outside across around",
  /** Two nouns, often enough to be read as part of a subject. */
  noun: "of for in at from with on to near by behind inside outside under against about between",
  /** A month; also adjectives that do. */
  month: "in on since by until till from to of last next this late early mid before after during through between",
} as const;

/** Words that turn what is said into its opposite. */
export const NEGATIONS = "not no never without nobody none neither cannot";
