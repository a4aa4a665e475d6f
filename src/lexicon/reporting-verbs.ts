/**
 * Verbs of saying by what may follow them, gathered from the classes of Levin and VerbNet (say, tell, complain, confess, promise,
 * manner of speaking, message, judgement, order) and WordNet's verbs of communication. Infinitives; a particle that the verb needs
 * stands behind a plus sign.
 */
export const REPORTING_VERBS = {
  /** A clause, with or without "that". */
  say: "say claim insist believe think",
  /** An addressee, then a clause. */
  tell: "tell assure reassure inform remind advise warn promise notify",
  /** A clause with "that", "whether" and the like; a quotation. */
  that:
    "acknowledge add admit affirm agree allege allow announce answer apologise apologize argue articulate ask assert attest aver avow " +
    "bemoan bewail blog boast brag caution certify clarify comment complain concede conclude concur confess confide confirm contend " +
    "counter declare decree demand deny disagree disclose dispute divulge elaborate emphasise emphasize estimate explain expound fret " +
    "forecast foretell gripe grouse grumble guarantee highlight hint hypothesize imply indicate insinuate intimate joke lament " +
    "maintain mention moan muse note object observe opine point+out pledge plead posit postulate preach predict proclaim profess " +
    "pronounce propose protest quip reaffirm reason rebut recall reckon recommend reiterate rejoin relate remark remember repeat reply report " +
    "respond retort reveal rule say+again sermonize show signal specify speculate state stipulate stress suggest surmise " +
    "swear testify theorize threaten tweet post repost retweet underline underscore urge verify volunteer vouch vow whine wonder write " +
    "find feel hold+that point communicate make+clear make+plain promise advise warn",
  /** A quotation alone. */
  quote:
    "babble banter share caption bark bawl beam begin bellow blare bleat bluster blurt blurt+out boom burble burst+out butt+in cable cackle call+out carry+on chant " +
    "chatter cheer chime+in chip+in chirp chortle chuckle clarify close coax congratulate continue correct croak croon crow cry cry+out cut+in " +
    "deadpan drawl drone echo e-mail email enquire enthuse exclaim exhort exult finish fire fire+back fume gasp giggle gloat go go+on greet grin groan " +
    "growl grunt gush hiss hit+back hit+out holler howl inquire instruct interject interrupt intone jeer jest laugh lecture lisp marvel message moan mouth " +
    "mumble murmur mutter nod offer open order pant phone press press+on purr put query quaver rage ramble rant rap rasp rave read recite recount rejoice " +
    "rhapsodize roar rumble scoff scold scowl scream screech seethe shoot shoot+back shout shriek shrug sigh sign sign+off sing slur smile smirk " +
    "snap snap+back snarl sneer sniff sniffle snivel snort sob splutter sputter squeak squeal stammer start storm stutter sum+up taunt tease text thank thunder trill " +
    "trumpet twitter wail warble weep weigh+in whimper whisper yell yelp yowl argue lash+out push+back begin+by " +
    "beg beseech command encourage entreat implore request",
  /** A quoted phrase: dismissed it as “a stunt”. */
  as:
    "appeal+to applaud assail attack blame blast brand call call+on cite condemn consider criticise criticize decry deem define denigrate denounce deplore " +
    "deride describe dismiss hail label lambast lambaste laud lash liken compare characterise characterize mock pan plead+with portray praise quote refer refute regard reject " +
    "rubbish rule+out salute savage scorn see slam slate speak talk term accuse welcome",
} as const;

/** Verbs of asking somebody to do something: urged residents to boil water. */
export const REQUESTING_VERBS =
  "urge advise ask beg appeal+to beseech call+on plead+with command counsel encourage entreat exhort implore instruct order remind request tell warn";

/** Verbs of saying what one will do: vowed to fight on. */
export const COMMITTING_VERBS = "pledge promise swear threaten vow";

/** Verbs that a noun tells the content of, each with the word before it: warned of delays, called for calm. */
export const NOMINAL_VERBS =
  "speak+of talk+of warn+of accuse+of complain+of boast+of call+for appeal+for plead+for caution+against warn+against";

/** Verbs of saying what somebody does: is said by two colleagues to have hidden it. */
export const ALLEGING_VERBS = "say claim believe think allege report consider";

/** Verbs that a doing follows, each with the word before it where there is one: accused her of hiding, ruled out raising. */
export const GERUND_VERBS =
  "accuse+of rule+out deny suggest propose recommend confirm acknowledge recall remember admit admit+to confess+to blame+for criticise+for criticize+for warn+against caution+against advise+against argue+against counsel+against";

/** Verbs of asking and answering: two people who take turns. */
export const EXCHANGING_VERBS = "ask reply answer respond retort counter inquire enquire rejoin";

/** Verbs that a question follows. */
export const ASKING_VERBS = "ask wonder inquire enquire question query quiz press";

/** Verbs that take words back: what is quoted behind them is not the subject's. */
export const DENYING_VERBS = "deny dispute refute reject rebut dismiss";

/** Verbs by which somebody passes on what another said: recalled her saying, heard him shout. */
export const RELAYING_VERBS =
  "recall remember recount hear overhear describe quote report relate imagine picture cite retweet repost";

/** Those of them whose object speaks: retweeted Berg. */
export const QUOTING_VERBS = "quote cite retweet repost";

/** Nouns for how somebody sees it: in Berg's view. */
export const VIEW_NOUNS = "view opinion eyes estimation judgment judgement assessment telling words";

/** Those of them by which what is said is perceived: heard him shout. */
export const HEARING_VERBS = "hear overhear";

/** Nouns for what somebody says: "her words, “…”, drew applause". */
export const SPEECH_NOUNS =
  "words word remark remarks comment comments statement answer reply response retort message warning verdict advice plea appeal call motto " +
  "slogan post tweet question conclusion promise promises claim argument view opinion assessment reaction explanation summary prediction pledge " +
  "vow complaint demand request cry refrain mantra line phrase confession reasoning excuse rebuttal riposte observation description belief finding findings ruling point theory objection proposal wish hope fear worry concern position stance diagnosis estimate forecast guess defence defense accusation allegation charge testimony admission boast joke greeting toast prayer judgment judgement assertion contention declaration announcement pronouncement suggestion recommendation rejoinder comeback query apology voice note letter whisper shout order instruction instructions speech lesson email e-mail text texts";

/** Verbs of "what she called it": they report only with a quotation. */
export const REPORTED_OBJECTS = "put puts called calls described describes wrote saw sees heard hears";

/** Objects of verbs of saying that are no content: said nothing, said goodbye. */
export const EMPTY_OBJECTS =
  "nothing so goodbye yes no thanks farewell little much something anything hello sorry grace prayers";

/** What most often says whose a quotation is, directly behind it. */
export const COMMON_TAGS = "said says added told wrote asked replied explained continued";

/** Whoever says these is not named by them: a sign said. */
export const WRITTEN_SIGNS =
  "sign signs banner banners placard placards poster posters plaque graffiti sticker caption headline";

/** Verbs of saying by which a name shows that it is a person's; others are said of firms and bodies as often. */
export const PERSONAL_VERBS = "say tell add write ask reply warn argue insist claim explain recall";

/** Adjectives for how somebody speaks: she was adamant: … */
export const SPEAKING_ADJECTIVES =
  "adamant blunt brief categorical clear candid certain confident convinced damning defiant dismissive emphatic explicit firm forthright frank " +
  "insistent optimistic outspoken pessimistic philosophical scathing sceptical skeptical succinct sure unequivocal unimpressed unmoved " +
  "unrepentant upbeat";

/** Labels that stand before a headline's colon and speak for nobody. */
export const HEADLINE_LABELS =
  "exclusive breaking analysis opinion live watch video update review explainer explained interview comment editorial letters obituary " +
  "profile feature report photos gallery podcast listen recap timeline factbox poll quiz results score weather";

/** Words before a name, a nickname or a title that stands in quotation marks: the film “…”, nicknamed “…”. */
export const NAMING =
  "nicknamed called dubbed known titled entitled named so-called word words term terms phrase phrases film movie book " +
  "novel song album single play show series programme program podcast game painting documentary poem essay operation " +
  "codenamed labelled labeled christened name names alias nickname memoir magazine musical opera exhibition";

/** Words that are written small within a title. */
export const SMALL_IN_TITLES = "the a an of in on at by for from with to and or";

/** Words by which a text says that it is, or reports from, a conversation. */
export const INTERVIEW_WORDS =
  "interview interviewed conversation spoke speaks talked talks met meets asked answers answered questions sat q&a";

/** Those who lead a conversation, as transcripts label them. */
export const MODERATORS =
  "moderator host interviewer reporter reporters journalist presenter anchor chair chairman chairwoman chairperson speaker judge court " +
  "questioner question audience operator narrator witness prosecutor counsel prosecution defence defense interviewee guest caller analyst";
