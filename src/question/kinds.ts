import { NEEDS } from "../lexicon/question-kinds.ts";
import { stem } from "../text/stem.ts";
import type { Token } from "../text/tokenize.ts";
import { phraseFinder } from "./phrases.ts";

/** What a passage has to hold to answer: a kind of expression, or nothing in particular. */
export type Need = (typeof NEEDS)[number][0];

const NEED_PHRASES = phraseFinder(NEEDS);

/**
 * The kind of expression that a question asks for: by the question word that stands first, since one further back joins
 * clauses ("which country did he visit when …").
 */
export function needOf(tokens: readonly Token[]): Need {
  for (const { kind } of NEED_PHRASES(tokens)) return kind;
  return "any";
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
