import { ASKING } from "../lexicon/asking.ts";
import { OVERVIEWS, PERIODS } from "../lexicon/question-kinds.ts";
import type { Token } from "../text/tokenize.ts";
import { LIGHT_TERMS, type Need } from "./kinds.ts";
import { phraseFinder } from "./phrases.ts";

/**
 * What a question wants to see of a whole story, or of all of them: what is new, what it is about, how things stand, what
 * each side wants, what happened when, who wrote it, who had it first.
 */
export type Overview = (typeof OVERVIEWS)[number][0];

/** An overview as it is asked for. */
export interface AskedOverview {
  readonly kind: Overview;
  /** Numbers of the tokens that only ask for it. */
  readonly spent: ReadonlySet<number>;
  /** How many days up to the newest article it is limited to; `null` for all. */
  readonly days: number | null;
}

const OVERVIEW_PHRASES = phraseFinder(OVERVIEWS);
const PERIOD_PHRASES = phraseFinder(PERIODS);

/** What asks for something in particular, whatever is new or short about it. */
const BROAD_NEEDS: ReadonlySet<Need> = new Set(["any", "points", "list"]);
const PARTICULAR: ReadonlySet<Overview> = new Set(["newest", "gist", "state"]);

const QUESTION_WORDS: ReadonlySet<string> = new Set(ASKING.question.split(" "));

/**
 * The overview that a question asks for, where its words begin or end with that; `null` where anything else is asked. An
 * attribute asks for none: "how many by the latest count", "what was the latest offer".
 */
export function overviewAskedFor(tokens: readonly Token[], need: Need): AskedOverview | null {
  const periods = [...PERIOD_PHRASES(tokens)];
  const isPeriod = (at: number) => periods.some(({ from, to }) => from <= at && at < to);
  const isTopic = (token: Token, at: number) => !token.stop && !LIGHT_TERMS.has(token.term) && !isPeriod(at);
  const isClause = /^(?:wh|how)/.test(tokens[0]?.word ?? "");
  for (const { kind, from, to, open } of OVERVIEW_PHRASES(tokens)) {
    if (PARTICULAR.has(kind) && !BROAD_NEEDS.has(need)) continue;
    // "Summarise what they said" asks what they said.
    if (kind === "gist" && QUESTION_WORDS.has(tokens[to]?.word ?? "")) continue;
    const before = tokens.some((token, at) => at < from && isTopic(token, at));
    const after = tokens.some((token, at) => at >= to && isTopic(token, at));
    // "What does the plan say in short" ends with it; "what did they tell the news" does not.
    const isAside = tokens[from]?.word === "in";
    if (before && (after || (isClause && !isAside))) continue;
    const isSpent = (token: Token, at: number) => !isTopic(token, at) || (from <= at && at < to && !open.includes(at));
    return {
      kind,
      spent: new Set(tokens.flatMap((token, at) => (isSpent(token, at) ? [at] : []))),
      days: periods.length > 0 ? Math.max(...periods.map((period) => period.kind)) : null,
    };
  }
  return null;
}
