import { stem } from "../text/stem.ts";
import type { Token } from "../text/tokenize.ts";

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

/** What has several points, each told in a sentence of its own. */
const POINTS =
  "terms|conditions|demands|points|parts|elements|recommendations|findings|details|provisions|proposals|guarantees|concessions|positions|requirements|sticking points";

// Matched against the question's words, folded and apart by single spaces, with a space at either end. Without groups that
// are numbered: each becomes one in NEED.
const NEEDS: readonly (readonly [RegExp, Need])[] = [
  [
    / who (?:said|says|told|claimed|stated|asked|reports|reported|revealed|warned|wrote|called|posted|tweeted|insisted|argued|announced|described|complained|admitted|denied|thinks?|believes?) /,
    "speaker",
  ],
  [/ (?:whose|who)(?: is| are)? (?:quote|words|statement) | who (?:is|was) quoted /, "speaker"],
  [
    / (?:by )?how much (?:money|cash|funding|aid)? ?(?:did|does|do|will|would|is|are|was|were|has|have|had)? ?.*(?:cost|pay|paid|spend|spent|worth|give|given|gave|fund|compensat|fine|price|budget|lend|loan|owe|donat)/,
    "money",
  ],
  [
    / (?:what|how much) (?:is|was|are|were|will|would|did|does)? ?(?:the )?(?:price|cost|fine|budget|sum|bill) /,
    "money",
  ],
  [/ what (?:did|does|do|will|would|is|are|was|were) .* (?:pay|paid|cost|earn|spend|worth) /, "money"],
  [
    / (?:what|which) (?:share|proportion|percentage|percent|fraction|part) | by how much | how much (?:less|more|smaller|larger|bigger|of) | how big (?:a|an|the) (?:cut|reduction|increase|rise|drop|share)/,
    "share",
  ],
  [
    / how long | for how (?:many|long) | how (?:many|much) (?:hours?|minutes|days?|weeks?|months?|years?|time) (?!ago)/,
    "duration",
  ],
  [/ (?:what|which) years? | (?:in|since) (?:what|which) year /, "year"],
  [/ related to | relat(?:ive|ion|ionship)s? (?:of|to|with|between) | (?:married|kin) to /, "relation"],
  [/ how old | what age | (?:is|are) \w+(?: \w+)? aged? /, "age"],
  [
    / how (?:many|much|often|far|big|large|high|deep|tall|wide|heavy|fast|strong) | (?:what|which) (?:number|age|size|amount|quantity) | number of .* \?? ?$/,
    "number",
  ],
  [/ (?:at |by )?what time /, "hour"],
  [
    / when | what (?:date|day|month) | which (?:date|day|month|week) | how (?:long|many \w+) ago | since when | (?:on|in|by) (?:what|which) (?:day|year|month|date) /,
    "time",
  ],
  [
    / where (?!.* (?:stands?|disagree|differ) )| (?:what|which) (?:city|country|place|town|region|location|state|port|island|village|venue|capital) /,
    "place",
  ],
  [/ (?:what is|what was) the name of | (?:is|was|are) \w+(?: \w+){0,4} (?:called|named) /, "person"],
  [
    / who | whom | whose | (?:what|which) (?:person|people|man|woman|minister|official|officials|leader|leaders|countries|companies|company|organi[sz]ation|agency|envoy|envoys) /,
    "person",
  ],
  [/ why | how come | what (?:is|was) the reason | for what reason | what (?:caused|made|led) /, "reason"],
  [
    new RegExp(
      ` what(?: is| was| are)? (?:in|inside|part of) | (?:${POINTS}) of | (?:what|which) (?:is|are|were|was) (?:the |\\w+ )*(?:${POINTS}) | (?:what|which) (?:\\w+ )?(?:${POINTS}) (?:would|do|does|did|will|has|have|is|are) | (?:where|how|on what|over what) do .* (?:disagree|differ) | (?:summary|summarise|summarize|overview|outline) `,
    ),
    "points",
  ],
  [
    / (?:which|what) (?:two|2|three|3|four|4|five|5|six|6|seven|7|other) \w+s | list | name (?:the|all) | (?:what|which) are (?!you|we)| what (?:does|did|would|do) .* (?:include|contain|consist|entail|involve|get) /,
    "list",
  ],
];

const NEED = new RegExp(NEEDS.map(([pattern]) => `(${pattern.source})`).join("|"));

/**
 * The kind of expression that a question asks for: by the question word that stands first, since one further back joins
 * clauses ("which country did he visit when …").
 */
export function needOf(tokens: readonly Token[]): Need {
  const words = ` ${tokens.map((token) => token.word).join(" ")} `;
  const [, ...groups] = NEED.exec(words) ?? [];
  return NEEDS[groups.findIndex((group) => group !== undefined)]?.[1] ?? "any";
}

/** Terms by which a question asks for somebody's words; they are no subject themselves. */
export const SPEECH_TERMS: ReadonlySet<string> = termSet(
  "say tell state claim post tweet write comment respond reply answer announce describe warn think believe argue explain insist " +
    "mention talk speak quote quotation statement word remark reaction response opinion view react accuse criticise praise express " +
    "declare stress complain admit deny call joke promise pledge note recall testify urge ask suggest message",
);

/** Those among them that ask for words even without a "did" before the name: "Brandt says". */
export const SAYING_TERMS: ReadonlySet<string> = termSet(
  "say tell claim comment quote quotation statement remark reaction react respond response think tweet",
);

/** Nouns among them: "Brandt's comments", "a quote from Holt". */
export const SPEECH_NOUNS: ReadonlySet<string> = termSet(
  "quote quotation statement word remark reaction response opinion view comment message",
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
