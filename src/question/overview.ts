import { ASKING } from "../lexicon/asking.ts";
import type { Token } from "../text/tokenize.ts";
import { LIGHT_TERMS, type Need } from "./kinds.ts";
import { phrasePattern, wordsOf } from "./phrases.ts";

/**
 * What a question wants to see of a whole story, or of all of them: what is new, what it is about, how things stand, what
 * each side wants, what happened when, who wrote it, who had it first.
 */
export type Overview = "newest" | "gist" | "state" | "sides" | "timeline" | "heads" | "first";

/** An overview as it is asked for. */
export interface AskedOverview {
  readonly kind: Overview;
  /** Numbers of the tokens that only ask for it. */
  readonly spent: ReadonlySet<number>;
  /** How many days up to the newest article it is limited to; `null` for all. */
  readonly days: number | null;
}

const CLASSES = {
  NEW: "latest|newest|recent|breaking|new|fresh",
  NEWS: "news|headlines|headline|update|updates|development|developments",
  ON: "on|about|with|from|in|at|of|for|regarding|concerning|around|re|is|are|today|this|lately|please|$",
  HAPPEN: "happening|happened|going|changed|cooking|up",
  SUMMARY:
    "summary|summaries|summarise|summarize|summarised|summarized|overview|outline|gist|recap|rundown|digest|briefing|synopsis|" +
    "tldr|takeaways|highlights|primer|backgrounder",
  TEXT: "story|stories|article|articles|corpus|news|piece|pieces|document|documents|row|dispute|case",
  FEW: "one|1|two|2|three|3|few|couple",
  PARTS: "sentence|sentences|line|lines|word|words|paragraph|bullet|bullets",
  BOTH: "each|either|both|two|all|opposing|rival",
  SIDES: "side|sides|party|parties|camp|camps|capitals|countries|governments|teams",
  APART: "disagree|differ|apart|odds|diverge|clash|split",
  STICKING: "sticking|contentious|disputed|open|unresolved|outstanding",
  POINTS: "point|points|issue|issues|question|questions",
  QUARREL: "disagreement|disagreements|contention|difference|differences|conflict|dispute",
  THINGS: "things|matters|we|it|they|everything|all|this|that|talks|negotiations",
  GOING: "going|progressing|coming|doing|looking",
  WROTE: "wrote|authored|penned|published",
  TOLD: "reported|broke|had|covered|published|wrote",
} as const;

/** By which phrases an overview is asked for: see {@link phrasePattern}. Of two that begin at one word, the upper one counts. */
const OVERVIEWS: readonly (readonly [Overview, readonly string[]])[] = [
  [
    "first",
    [
      "who|which|what [outlet|paper|agency|source] first TOLD",
      "who|which|what [outlet|paper|agency|source] TOLD ... first",
    ],
  ],
  [
    "first",
    ["first to report|publish|cover", "original source|report of|for|$", "where does [the|this] TEXT come from"],
  ],
  ["heads", ["who WROTE [the|this|that] ... TEXT|explainer|interview|report|liveblog|blog|update|opinion|column"]],
  [
    "heads",
    [
      "who is|was the author|writer|journalist|reporter of|behind [the|this|that] [TEXT]",
      "author|byline of [the|this|that] [TEXT]",
      "who reported [the|this] TEXT",
    ],
  ],
  [
    "heads",
    ["when was|were ... TEXT|explainer|interview|report|blog written|published|posted", "who WROTE it|this|that >$"],
  ],
  [
    "timeline",
    [
      "timeline|chronology",
      "[the] order|sequence of events",
      "chronologically",
      "in [chronological] order",
      "step by step",
    ],
  ],
  ["timeline", ["what happened when >$", "key|important dates"]],
  [
    "sides",
    [
      "what|how|where [do|does|did|is|are|has|have] [the|they] BOTH [the] [of] [the] [*] SIDES",
      "SIDES positions|demands|stances",
    ],
  ],
  [
    "sides",
    [
      "positions|demands|stances|views of [the] BOTH [the] SIDES",
      "BOTH SIDES positions|demands|stances|views",
      "both want >$",
    ],
  ],
  [
    "sides",
    [
      "who wants|demands|says what",
      "where|how|what do|does they|the|SIDES [SIDES|two] APART",
      "where|how far are they|SIDES APART",
    ],
  ],
  ["sides", ["[the] [main|key|biggest] STICKING POINTS", "stumbling block|blocks", "bone|bones of contention"]],
  [
    "sides",
    [
      "[the] [main|key] POINTS|areas of QUARREL",
      "[the] main|key|biggest QUARREL",
      "what do|are they APART",
      "positions >$",
    ],
  ],
  [
    "state",
    ["state of play", "[the] state|status of", "where do|does|are|is THINGS stand|at", "how is|are THINGS GOING"],
  ],
  [
    "state",
    [
      "how is|are ... GOING [on|along] >$",
      "where [do] things stand",
      "any progress",
      "how far along|are",
      "as things stand",
    ],
  ],
  [
    "newest",
    [
      "[any|the|all] NEW [NEWS|TEXT] >ON",
      "[any|the|all|more] NEWS >ON",
      "NEWS >this|today|$",
      "any news",
      "any updates|update",
    ],
  ],
  [
    "newest",
    [
      "what|anything|whats [is|has|was] [been] new >ON",
      "what|anything [is|has] [been] happening|going [on]",
      "up to date",
    ],
  ],
  [
    "newest",
    [
      "what [has|have] happened|changed ... >lately|recently|today|yesterday|this|past",
      "what [has|have] happened|changed >so|since|now|$",
      "what did i miss",
      "up to speed",
    ],
  ],
  [
    "gist",
    [
      "[main|key|biggest|top] SUMMARY",
      "tl dr",
      "sum [it|this|that|them] up",
      "in short|brief",
      "in a nutshell",
      "in [a] FEW [short] PARTS",
      "bullet points",
    ],
  ],
  [
    "gist",
    [
      "[main|key] facts|points >$",
      "what is|are it|this|that|these|they|the [TEXT] [all] about >$",
      "big picture",
      "in brief",
    ],
  ],
  [
    "gist",
    [
      "catch|fill|bring|brief me [up|in]",
      "what is the TEXT",
      "what is in the TEXT >$",
      "bottom line",
      "the basics >$|of|on",
    ],
  ],
];

const PATTERNS = OVERVIEWS.flatMap(([kind, phrases]) =>
  phrases.map((phrase) => ({ kind, pattern: phrasePattern(phrase, CLASSES) })),
);

/** Stretches of time that are counted back from the newest article, in days. */
const PERIODS: readonly (readonly [RegExp, number])[] = (
  [
    ["today", 1],
    ["yesterday|tonight", 2],
    ["this|past|last week", 7],
    ["this|past|last month", 31],
    ["this|past|last year", 366],
  ] as const
).map(([phrase, days]) => [phrasePattern(phrase, {}), days]);

/** What asks for something in particular, whatever is new or short about it. */
const BROAD_NEEDS: ReadonlySet<Need> = new Set(["any", "points", "list"]);
const PARTICULAR: ReadonlySet<Overview> = new Set(["newest", "gist", "state"]);

const ASKS = new RegExp(`^(?:${ASKING.question.replaceAll(" ", "|")})$`);

/**
 * The overview that a question asks for, where its words begin or end with that; `null` where anything else is asked. An
 * attribute asks for none: "how many by the latest count", "what was the latest offer".
 */
export function overviewAskedFor(tokens: readonly Token[], need: Need): AskedOverview | null {
  const words = wordsOf(tokens);
  const periods = PERIODS.flatMap(([pattern, days]) => spansOf(pattern, words).map((span) => ({ ...span, days })));
  const isPeriod = (at: number) => periods.some(({ from, to }) => from <= at && at < to);
  const isTopic = ({ stop, term }: Token, at: number) => !stop && !LIGHT_TERMS.has(term) && !isPeriod(at);
  const isClause = /^ (?:wh|how)/.test(words);
  let found: (Span & { readonly kind: Overview }) | null = null;
  for (const { kind, pattern } of PATTERNS) {
    if (PARTICULAR.has(kind) && !BROAD_NEEDS.has(need)) continue;
    for (const span of spansOf(pattern, words)) {
      const { from, to } = span;
      if (found && found.from <= from) continue;
      // "Summarise what they said" asks what they said.
      if (kind === "gist" && ASKS.test(tokens[to]?.word ?? "")) continue;
      const before = tokens.some((token, at) => at < from && isTopic(token, at));
      const after = tokens.some((token, at) => at >= to && isTopic(token, at));
      // "What does the plan say in short" ends with it; "what did they tell the news" does not.
      const isAside = tokens[from]?.word === "in";
      if (!before || (!after && (!isClause || isAside))) found = { ...span, kind };
    }
  }
  if (!found) return null;
  const { kind, from, to, open } = found;
  const isSpent = (token: Token, at: number) => !isTopic(token, at) || (from <= at && at < to && !open.has(at));
  return {
    kind,
    spent: new Set(tokens.flatMap((token, at) => (isSpent(token, at) ? [at] : []))),
    days: periods.length > 0 ? Math.max(...periods.map(({ days }) => days)) : null,
  };
}

/** The tokens that a match covers, half-open, and those among them that any word could be. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly open: ReadonlySet<number>;
}

function spansOf(pattern: RegExp, words: string): readonly Span[] {
  const spans: Span[] = [];
  const count = (text: string) => text.split(" ").length - 1;
  for (const match of words.matchAll(new RegExp(pattern.source, "g"))) {
    const [whole, open = ""] = match;
    const from = count(words.slice(0, match.index));
    const openFrom = from + count(whole.slice(0, open === "" ? 0 : whole.indexOf(open)));
    const inside = Array.from({ length: count(open) }, (_, at) => openFrom + at);
    spans.push({ from, to: from + count(whole), open: new Set(inside) });
  }
  return spans;
}
