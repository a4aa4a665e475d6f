/**
 * The words with which English asks, and with which it talks to whoever is asked, by class; folded. Contractions stand here
 * with their apostrophe and as they are typed without it.
 */
export const ASKING = {
  question: "who whom whose what which when where why how",
  /** Auxiliaries: they open what is answered with yes or no. */
  auxiliary:
    "is are was were am do does did has have had will would can could shall should may might must isn't aren't wasn't weren't " +
    "don't doesn't didn't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't mustn't isnt arent wasnt werent dont " +
    "doesnt didnt hasnt havent hadnt wont wouldnt cant couldnt shouldnt",
  /** Whoever talks, and whom they talk to. */
  talker:
    "i me my mine myself we our ours you your yours i'm im i've ive i'd i'll we're we've we'd we'll you're you've you'd you'll",
  /** Verbs of finding out, perceiving and needing, and the nouns that go with them. */
  request:
    "tell telling give giving show showing find finding help helping explain explaining remind reminding know knowing wonder " +
    "wondering look looking search searching check checking need needing like curious interested ask asking see saw seen seeing hear " +
    "heard hearing read reading get getting fetch pull clarify confirm let try trying idea clue query understand figure " +
    "working writing",
  /** Greetings, thanks, excuses and farewells, which mean nothing else. */
  courtesy:
    "hi hello hey hiya greetings thanks thank thx ty cheers please pls plz kindly sorry apologies bye asap btw ok okay",
  /** Words that are such only beside others of theirs: "good morning all". */
  greeting:
    "good morning afternoon evening day dear all everyone everybody folks team guys mate friend friends bot much lot advance " +
    "there again bother bothering disturb excuse pardon welcome regards appreciate appreciated possible quick quickly urgent " +
    "urgently anyone anybody someone somebody",
  /** What joins a question to what was said before it. */
  opener: "and but so also then or well now right anyway actually plus",
  /** Small words between the others: "I would like to know if there is any". */
  joint: "to if whether for about on of any some the a an in there that just really kindly this out up into at us",
} as const;

/** The words with which somebody's words are asked for, or told of. */
export const SPEECH = {
  any:
    "say tell state claim post tweet write comment respond reply answer announce describe warn think believe argue explain insist " +
    "mention talk speak quote quotation statement word remark reaction response opinion view react accuse criticise praise express " +
    "declare stress complain admit deny call joke promise pledge note recall testify urge ask suggest message verdict assessment",
  /** Those that ask for words and for nothing else. */
  saying: "say tell claim comment quote quotation statement remark reaction react respond response think tweet",
  nouns:
    "quote quotation statement word remark reaction response reply answer opinion view comment message verdict assessment",
  /** Verbs of telling that are no quotation: she praised the effort. */
  telling:
    "say tell state claim post tweet respond reply answer warn argue explain insist accuse criticise praise declare stress complain " +
    "admit deny suggest comment describe urge",
  /** Verbs of answering to something, which a question with "did" asks whether somebody did. */
  answering: "comment respond reply react",
} as const;

/** The words with which a party wants, refuses or offers something, and with which it is asked where it stands. */
export const STANCES = {
  wants:
    "demand want seek insist require call ask push urge press aim goal expect hope need condition requirement ultimatum",
  refuses: "reject refuse oppose resist deny decline",
  offers: "offer propose accept agree ready prepare willing concede concession pledge promise commit",
  asked:
    "demand want seek insist require reject refuse offer propose accept agree oppose favour stand aim goal position stance resist " +
    "concede concession condition requirement ultimatum priority objective ready prepare willing",
} as const;

/** Words that frame a question and seldom tell what it is about. */
export const FRAMING =
  "happen thing way make take get give use show know find tell say ask mention kind type sort lot involve current currently latest " +
  "exact exactly actual actually article report news story source information detail number amount many long next later new ever " +
  "explain describe list come go put see look need want fast old big large high far deep tall wide heavy strong often summarise last";

/** Nouns that only say what kind of thing is asked for: what percentage, which year. */
export const ASKED_KINDS =
  "percentage percent share proportion fraction number amount quantity size age year month week day date time city country place town " +
  "location venue money person people man woman name network company organisation agency kind type sort reason cause position stance " +
  "price cost sum related relation relationship";

/** Pronouns that go back to what was said before: to somebody, or to anything. */
export const REFERRING = {
  person: "he she him her his hers",
  any: "it its they them their theirs that this those these there then one ones",
  /** Those of anything that mean nothing alone. */
  alone: "it they them",
} as const;

/** The auxiliaries of questions; those of `ASKING` also open what is answered with yes or no, contracted or not. */
export const AUXILIARIES = {
  all: "did does do is are was were has have had will would can could should must may might",
  being: "is are was were",
  doing: "did does do has have had",
  beforeSubject: "did does do has have had is was are were would will could",
} as const;

/** Small words between somebody and what is asked about them. */
export const MARKS = {
  /** A name, then what it is asked about. */
  topic: "on about regarding re concerning",
  /** Words, then whose they are. */
  owner: "from by of",
} as const;

/** Verbs that "us" is the object of; behind another word of a question it may be a country. */
export const VERBS_OF_US = "tell give show let remind help teach bring send";
