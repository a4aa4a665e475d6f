/*
 * What kinds of questions there are, and the phrases that English asks for them with: the name of a kind, then its phrases,
 * apart by ";". Of two phrases that begin at one word, the upper one counts. In a phrase stands:
 *
 *   a|b   either word                        ...   any words, as few as will do
 *   [a]   a word that may be left out        !a    not before this word
 *   *     any word; *s one that ends in "s"  >a    only before this word; $ is the end
 *   AUX   any word of a class below
 */

/** Kinds by what a passage must have to answer; "any" where the words do not tell. */
export const NEEDS = [
  ["speaker", "who SAID; whose|who [is|are] quote|words|statement; who is|was quoted"],
  ["money", "how much [money|cash|funding|aid] [AUX] ... GIVEN; what|much AUX [the] price|cost|fine|budget|sum|bill"],
  ["money", "what AUX ... pay|paid|cost|earn|spend|worth"],
  ["share", "what|which share|proportion|percentage|percent|fraction|part; by how much"],
  ["share", "how much less|more|smaller|larger|bigger|of; how big a|an|the cut|reduction|increase|rise|drop|share"],
  ["duration", "how long !ago; for how many|long; how many|much UNIT !ago"],
  ["year", "what|which year|years"],
  ["relation", "related to; relative|relatives|relation|relations|relationship of|to|with|between; married|kin to"],
  ["age", "how old; what age; is|are * [*] age|aged"],
  ["hour", "what time"],
  ["time", "how many * ago; how long ago"],
  ["number", "how many|much|often|far|big|large|high|deep|tall|wide|heavy|fast|strong; number of"],
  ["number", "what|which number|age|size|amount|quantity"],
  ["time", "when; what|which date|day|month; which week; on|in|by what|which day|month|date"],
  ["points", "where|how do ... disagree|differ; what do ... disagree|differ"],
  ["any", "where ... stand|stands"],
  ["place", "where; what|which WHERE"],
  ["person", "what is|was the name of; is|was|are * [*] [*] [*] [*] called|named"],
  ["person", "who; whom; whose; what|which WHO"],
  ["reason", "why; how come; what is|was the reason; what reason; what caused|made|led"],
  ["points", "what [is|was|are] in|inside; what [is|was|are] part of; PARTS of; sticking points"],
  ["points", "what|which is|are|were|was ... PARTS; what|which [*] PARTS would|do|does|did|will|has|have|is|are"],
  ["points", "summary; summarise; summarize; overview; outline"],
  ["list", "which|what SEVERAL *s; list; name the|all; what|which are !we|you"],
  ["list", "what does|did|would|do ... include|contain|consist|entail|involve|get"],
] as const;

/** Kinds that look at a whole story, or at all of them. */
export const OVERVIEWS = [
  ["first", "who|which|what [PUBLISHER] first TOLD; who|which|what [PUBLISHER] TOLD ... first"],
  ["first", "first to report|publish|cover; original source|report >of|for|$; where does [the|this] TEXT come from"],
  ["heads", "who WROTE [the|this|that] ... ARTICLE; who reported [the|this] TEXT; who WROTE it|this|that >$"],
  ["heads", "who is|was the author|writer|journalist|reporter of|behind [the|this|that] [TEXT]"],
  ["heads", "author|byline of [the|this|that] [TEXT]; when was|were ... ARTICLE written|published|posted"],
  ["timeline", "timeline|chronology; [the] order|sequence of events; chronologically; in [chronological] order"],
  ["timeline", "step by step; what happened when >$; key|important dates"],
  ["sides", "what|how|where [do|does|did|is|are|has|have] [the|they] BOTH [the] [of] [the] [*] SIDES"],
  ["sides", "SIDES STANDS; STANDS|views of [the] BOTH [the] SIDES; BOTH SIDES STANDS|views; both want >$"],
  [
    "sides",
    "where|how|what do|does ... and ... APART; how far apart; where|how far are they|SIDES APART; positions >$",
  ],
  ["sides", "who wants|demands|says what; [the] [main|key|biggest] STICKING ISSUES; stumbling block|blocks"],
  ["sides", "where|how|what do|does they|the|SIDES [SIDES|two] APART; what do|are they APART"],
  ["sides", "bone|bones of contention; [the] [main|key] ISSUES|areas of QUARREL; [the] main|key|biggest QUARREL"],
  ["state", "state of play; [the] state|status of; where do|does|are|is THINGS stand|at; how is|are THINGS GOING"],
  [
    "state",
    "how is|are ... GOING [on|along] >$; where [do] things stand; any progress; how far along|are; as things stand",
  ],
  ["newest", "[any|the|all] NEW [NEWS|TEXT] >ON; [any|the|all|more] NEWS >ON; NEWS >this|today|$"],
  ["newest", "any news; any updates|update; what did i miss; up to date|speed"],
  ["newest", "what|anything|whats [is|has|was] [been] new >ON; what|anything [is|has] [been] happening|going [on]"],
  ["newest", "what [has|have] happened|changed ... >lately|recently|today|yesterday|this|past"],
  ["newest", "what [has|have] happened|changed >so|since|now|$"],
  ["gist", "[main|key|biggest|top] SUMMARY; tl dr; sum [it|this|that|them] up; in short|brief; in a nutshell"],
  ["gist", "in [a] FEW [short] LINES; bullet points; [main|key] facts|points >$; big picture; bottom line"],
  ["gist", "what is|are it|this|that|these|they|the [TEXT] [all] about >$; the basics >$|of|on"],
  ["gist", "catch|fill|bring|brief me [up|in]; what is the TEXT; what is in the TEXT >$"],
] as const;

/** Stretches of time, by how many days they count back from the newest article. */
export const PERIODS = [
  [1, "today"],
  [2, "yesterday|tonight"],
  [7, "this|past|last week"],
  [31, "this|past|last month"],
  [366, "this|past|last year"],
] as const;

/** Classes of words that phrases name by their capitals. */
export const WORD_CLASSES: Readonly<Record<string, string>> = {
  APART: "disagree differ apart odds diverge clash split",
  ARTICLE:
    "story stories article articles corpus news piece pieces document documents row dispute case explainer interview report liveblog " +
    "blog update opinion column",
  AUX: "did does do will would is are was were has have had",
  BOTH: "each either both two all opposing rival",
  FEW: "one 1 two 2 three 3 few couple",
  GIVEN:
    "cost costs pay pays paid spend spends spent worth give gives given gave fund funds funding funded compensate compensated compensation " +
    "fine fined price budget lend lent loan loans owe owes owed donate donates donated",
  GOING: "going progressing coming doing looking",
  ISSUES: "point points issue issues question questions",
  LINES: "sentence sentences line lines word words paragraph bullet bullets",
  NEW: "latest newest recent breaking new fresh",
  NEWS: "news headlines headline update updates development developments",
  ON: "on about with from in at of for regarding concerning around re is are today this lately please $",
  PARTS:
    "terms conditions demands points parts elements recommendations findings details provisions proposals guarantees concessions " +
    "positions requirements",
  PUBLISHER: "outlet paper agency source",
  QUARREL: "disagreement disagreements contention difference differences conflict dispute",
  SAID:
    "said says told claimed stated asked reports reported revealed warned wrote called posted tweeted insisted argued announced " +
    "described complained admitted denied think thinks believe believes",
  SEVERAL: "two 2 three 3 four 4 five 5 six 6 seven 7 other",
  SIDES: "side sides party parties camp camps capitals countries governments teams",
  STANDS: "positions demands stances",
  STICKING: "sticking contentious disputed open unresolved outstanding",
  SUMMARY:
    "summary summaries summarise summarize summarised summarized overview outline gist recap rundown digest briefing synopsis " +
    "tldr takeaways highlights primer backgrounder",
  TEXT: "story stories article articles corpus news piece pieces document documents row dispute case",
  THINGS: "things matters we it they everything all this that talks negotiations",
  TOLD: "reported broke had covered published wrote",
  UNIT: "hour hours minutes day days week weeks month months year years time",
  WHERE: "city country place town region location state port island village venue capital",
  WHO:
    "person people man woman minister official officials leader leaders countries companies company organisation organization agency " +
    "envoy envoys",
  WROTE: "wrote authored penned published",
};
