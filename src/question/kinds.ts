import { stem } from "../text/stem.ts";
import type { Token } from "../text/tokenize.ts";
import { phrasePattern, wordsOf } from "./phrases.ts";

/** What a passage has to hold to answer: a kind of expression, or nothing in particular. */
export type Need =
  | "number"
  | "age"
  | "year"
  | "relation"
  | "money"
  | "share"
  | "duration"
  | "time"
  | "hour"
  | "place"
  | "person"
  | "speaker"
  | "reason"
  | "list"
  | "points"
  | "any";

/** Word classes that the table below names by their capitals. */
const CLASSES = {
  AUX: "did|does|do|will|would|is|are|was|were|has|have|had",
  SAID:
    "said|says|told|claimed|stated|asked|reports|reported|revealed|warned|wrote|called|posted|tweeted|insisted|argued|announced|" +
    "described|complained|admitted|denied|think|thinks|believe|believes",
  /** What has several points, each told in a sentence of its own. */
  POINTS:
    "terms|conditions|demands|points|parts|elements|recommendations|findings|details|provisions|proposals|guarantees|concessions|" +
    "positions|requirements",
  GIVEN:
    "cost|costs|pay|pays|paid|spend|spends|spent|worth|give|gives|given|gave|fund|funds|funding|funded|compensate|compensated|compensation|" +
    "fine|fined|price|budget|lend|lent|loan|loans|owe|owes|owed|donate|donates|donated",
  UNIT: "hour|hours|minutes|day|days|week|weeks|month|months|year|years|time",
  WHO:
    "person|people|man|woman|minister|official|officials|leader|leaders|countries|companies|company|organisation|organization|agency|" +
    "envoy|envoys",
  WHERE: "city|country|place|town|region|location|state|port|island|village|venue|capital",
  SEVERAL: "two|2|three|3|four|4|five|5|six|6|seven|7|other",
} as const;

/** By which phrases (see {@link phrasePattern}) a question asks for what. Of two that begin at one word, the upper one counts. */
const NEEDS: readonly (readonly [Need, readonly string[]])[] = [
  ["speaker", ["who SAID", "whose|who [is|are] quote|words|statement", "who is|was quoted"]],
  [
    "money",
    ["how much [money|cash|funding|aid] [AUX] ... GIVEN", "what|much AUX [the] price|cost|fine|budget|sum|bill"],
  ],
  ["money", ["what AUX ... pay|paid|cost|earn|spend|worth"]],
  ["share", ["what|which share|proportion|percentage|percent|fraction|part", "by how much"]],
  ["share", ["how much less|more|smaller|larger|bigger|of", "how big a|an|the cut|reduction|increase|rise|drop|share"]],
  ["duration", ["how long !ago", "for how many|long", "how many|much UNIT !ago"]],
  ["year", ["what|which year|years"]],
  [
    "relation",
    ["related to", "relative|relatives|relation|relations|relationship of|to|with|between", "married|kin to"],
  ],
  ["age", ["how old", "what age", "is|are * [*] age|aged"]],
  ["hour", ["what time"]],
  ["time", ["how many * ago", "how long ago"]],
  ["number", ["how many|much|often|far|big|large|high|deep|tall|wide|heavy|fast|strong", "number of"]],
  ["number", ["what|which number|age|size|amount|quantity"]],
  ["time", ["when", "what|which date|day|month", "which week", "on|in|by what|which day|month|date"]],
  ["points", ["where|how do ... disagree|differ", "what do ... disagree|differ"]],
  ["any", ["where ... stand|stands"]],
  ["place", ["where", "what|which WHERE"]],
  ["person", ["what is|was the name of", "is|was|are * [*] [*] [*] [*] called|named"]],
  ["person", ["who", "whom", "whose", "what|which WHO"]],
  ["reason", ["why", "how come", "what is|was the reason", "what reason", "what caused|made|led"]],
  ["points", ["what [is|was|are] in|inside", "what [is|was|are] part of", "POINTS of", "sticking points"]],
  ["points", ["what|which is|are|were|was ... POINTS", "what|which [*] POINTS would|do|does|did|will|has|have|is|are"]],
  ["points", ["summary", "summarise", "summarize", "overview", "outline"]],
  ["list", ["which|what SEVERAL *s", "list", "name the|all", "what|which are !we|you"]],
  ["list", ["what does|did|would|do ... include|contain|consist|entail|involve|get"]],
];

const PATTERNS = NEEDS.flatMap(([need, phrases]) =>
  phrases.map((phrase) => ({ need, pattern: phrasePattern(phrase, CLASSES) })),
);

/**
 * The kind of expression that a question asks for: by the question word that stands first, since one further back joins
 * clauses ("which country did he visit when …").
 */
export function needOf(tokens: readonly Token[]): Need {
  const words = wordsOf(tokens);
  let first: { readonly need: Need; readonly at: number } | null = null;
  for (const { need, pattern } of PATTERNS) {
    const at = words.search(pattern);
    if (at >= 0 && (!first || at < first.at)) first = { need, at };
  }
  return first?.need ?? "any";
}

/** Terms by which a question asks for somebody's words; they are no subject themselves. */
export const SPEECH_TERMS: ReadonlySet<string> = termSet(
  "say tell state claim post tweet write comment respond reply answer announce describe warn think believe argue explain insist " +
    "mention talk speak quote quotation statement word remark reaction response opinion view react accuse criticise praise express " +
    "declare stress complain admit deny call joke promise pledge note recall testify urge ask suggest message verdict " +
    "assessment",
);

/** Those among them that ask for words even without a "did" before the name: "Brandt says". */
export const SAYING_TERMS: ReadonlySet<string> = termSet(
  "say tell claim comment quote quotation statement remark reaction react respond response think tweet",
);

/** Nouns among them: "Brandt's comments", "a quote from Holt". */
export const SPEECH_NOUNS: ReadonlySet<string> = termSet(
  "quote quotation statement word remark reaction response reply answer opinion view comment message verdict " +
    "assessment",
);

/** Verbs among them by which an article tells of words without marking them: "Halvorund praised the effort". */
export const TELLING_TERMS: ReadonlySet<string> = termSet(
  "say tell state claim post tweet respond reply answer warn argue explain insist accuse criticise praise declare stress complain admit " +
    "deny suggest comment describe urge",
);

/** The ways in which a party stands to something. */
export type Stance = "wants" | "refuses" | "offers";

/** How articles tell of each: a question for one of them is answered by any of its words. */
export const STANCES: Readonly<Record<Stance, ReadonlySet<string>>> = {
  wants: termSet(
    "demand want seek insist require call ask push urge press aim goal expect hope need condition requirement ultimatum",
  ),
  refuses: termSet("reject refuse oppose resist deny decline"),
  offers: termSet("offer propose accept agree ready prepare willing concede concession pledge promise commit"),
};

/** Terms by which a question asks where a party stands. */
export const STANCE_TERMS: ReadonlySet<string> = termSet(
  "demand want seek insist require reject refuse offer propose accept agree oppose favour stand aim goal position stance resist concede " +
    "concession condition requirement ultimatum priority objective ready prepare willing",
);

/** The stance that a question asks for: "what does X refuse"; `null` where any is meant: "where does X stand". */
export function stanceOf(tokens: readonly Token[]): Stance | null {
  for (const { term, stop } of tokens)
    for (const stance of STANCE_NAMES) if (!stop && STANCES[stance].has(term)) return stance;
  return null;
}

const STANCE_NAMES = ["refuses", "offers", "wants"] as const;

/** Terms of wanting, refusing and offering: how an article tells where a party stands. */
export const POSITION_TERMS: ReadonlySet<string> = new Set([
  ...Object.values(STANCES).flatMap((terms) => [...terms]),
  ...termSet("favour support back"),
]);

/** Terms that frame a question and seldom tell what it is about. */
export const LIGHT_TERMS: ReadonlySet<string> = termSet(
  "happen thing way make take get give use show know find tell say ask mention kind type sort lot involve current currently latest " +
    "exact exactly actual actually article report news story source information detail number amount many long next later new ever " +
    "explain describe list come go put see look need want fast old big large high far deep tall wide heavy strong often summarise last " +
    "channel afterwards anyway",
);

/** Nouns that only say what kind of expression is asked for: "what percentage", "which year". */
export const KIND_TERMS: ReadonlySet<string> = termSet(
  "percentage percent share proportion fraction number amount quantity size age year month week day date time city country place town " +
    "location venue money person people man woman name network company organisation agency kind type sort reason cause position stance price cost sum related relation relationship",
);

/** Whether terms only frame a question or say what kind of thing is asked for. */
export function isFraming(terms: readonly string[]): boolean {
  return terms.every((term) => LIGHT_TERMS.has(term) || KIND_TERMS.has(term));
}

function termSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map(stem));
}
