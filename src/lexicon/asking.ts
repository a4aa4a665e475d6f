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
  joint: "to if whether for about on of any some the a an in there that just really kindly more this out up into at us",
} as const;
