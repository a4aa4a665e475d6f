import type { PassageIndex } from "../indexing/passage-index.ts";
import { textOf } from "../indexing/passages.ts";
import { STATES } from "../lexicon/states.ts";
import { dayAfter } from "../question/dates.ts";
import { POSITION_TERMS } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { termsOf } from "../text/tokenize.ts";
import { confidenceOf, outcomeAt } from "./confidence.ts";
import { headsFor } from "./heads.ts";
import { isTold, tellingOf } from "./same-fact.ts";
import type { Selection } from "./selection.ts";
import { isAbout, type Story, sentencesOf, storiesOf, wordsIn } from "./stories.ts";
import { timelineOf } from "./timeline.ts";

const SHOWN = 4;
const WORD_BUDGET = 130;
/** Dates, and parties, are as many as they are. */
const SHOWN_OF_MANY = 5;
const WORD_BUDGET_OF_MANY = 190;
const MAX_MORE = 9;
const FEW_DATES = "The articles name too few dates for a timeline. This comes nearest:";

/**
 * Chooses what an overview shows: few sentences of different articles, newest first; `null` where there is none to give, and
 * the question is to be answered as any other.
 * @param ranked what was found of its topic, best first.
 */
export async function selectOverview(
  query: Query,
  ranked: readonly RankedPassage[],
  index: PassageIndex,
): Promise<Selection | null> {
  const [best] = ranked;
  const hasTopic = query.terms.length > 0;
  // Without a topic whatever is newest answers.
  const confidence = !hasTopic ? 1 : best ? confidenceOf(query, best, index.lexicon) : 0;
  if (query.limits.speaker || query.missing.length > 0 || outcomeAt(confidence) !== "answered") return null;
  const all = await storiesOf(query, ranked, index);
  const newest = all[0]?.source.published ?? null;
  const from = query.days === null ? null : dayAfter(newest, 1 - query.days);
  const stories =
    from === null ? all : all.filter(({ source }) => source.published !== null && source.published >= from);
  const chosen = choose(query, stories, ranked);
  if (!chosen) return null;
  if (from === null || chosen.said !== undefined) return { ...chosen, confidence };
  return { ...chosen, confidence, said: `Counted back from the newest article on it, of ${newest}.` };
}

function choose(query: Query, stories: readonly Story[], ranked: readonly RankedPassage[]): Selection | null {
  const beginnings = () => inTurn(stories.map((story) => leadingSentences(story, query)));
  switch (query.overview) {
    case "newest":
    case "gist":
      return told(beginnings(), ranked);
    case "state":
      return told(statesOf(stories, query), ranked);
    case "timeline": {
      const dated = timelineOf(stories, query);
      if (dated) return told(dated, ranked, SHOWN_OF_MANY, WORD_BUDGET_OF_MANY);
      const instead = told(beginnings(), ranked, 2);
      return instead && { ...instead, outcome: "related", said: FEW_DATES };
    }
    case "heads":
    case "first":
      return headsFor(query.overview, stories, query, ranked);
    case "sides":
      return told(standsOf(stories, query), ranked, SHOWN_OF_MANY, WORD_BUDGET_OF_MANY);
    default:
      return null;
  }
}

/** The first ones that fit, each of something else; `null` for none. */
function told(
  candidates: readonly RankedPassage[],
  ranked: readonly RankedPassage[],
  most: number = SHOWN,
  budget: number = WORD_BUDGET,
): Selection | null {
  const kept: ReturnType<typeof tellingOf>[] = [];
  let words = 0;
  const later: RankedPassage[] = [];
  for (const candidate of candidates) {
    const telling = tellingOf(candidate);
    if (kept.some((other) => isTold(telling, other, true))) continue;
    const length = wordsIn(textOf(candidate.paragraph, candidate.passage));
    const fits = kept.length < most && (kept.length === 0 || words + length <= budget);
    if (!fits) later.push(candidate);
    else {
      kept.push(telling);
      words += length;
    }
  }
  const shown = kept.map((one) => one.ranked);
  const more = [...later, ...ranked].filter((one) => !shown.some(({ passage }) => passage.key === one.passage.key));
  const once = more.filter((one, at) => more.findIndex(({ passage }) => passage.key === one.passage.key) === at);
  return shown.length > 0
    ? { outcome: "answered", confidence: 1, shown, more: once.slice(0, MAX_MORE), disagreements: [] }
    : null;
}

/** The first of each list, then the second of each, and so on. */
function inTurn(lists: readonly (readonly RankedPassage[])[]): RankedPassage[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/** So many sentences of one article are enough of it. */
const EACH = 3;

/** How a story begins, if it begins with the topic; else where it comes to it. */
function leadingSentences(story: Story, query: Query): readonly RankedPassage[] {
  const sentences = sentencesOf(story, query).slice(0, EACH);
  const naming = sentences.filter(({ hits, passage }) =>
    hits.some(({ from, to }) => from >= passage.tokenFrom && to <= passage.tokenTo),
  );
  if (query.terms.length === 0) return sentences;
  if (naming.length > 0) return [...naming, ...sentences.filter((one) => !naming.includes(one))];
  return isAbout(story, query) ? sentences : story.found.slice(0, EACH);
}

const STATE = new RegExp(`\\b(?:${STATES.join("|")})\\b`, "gi");

/** The sentences that say how far something has come; the newest article's first, then those at the head of theirs. */
function statesOf(stories: readonly Story[], query: Query): readonly RankedPassage[] {
  const newest = stories[0]?.source.published ?? null;
  const scored = stories.flatMap((story) => {
    const isOutdated = newest !== null && story.source.published !== null && story.source.published < newest;
    const isFound = (one: RankedPassage) => story.found.some(({ passage }) => passage.key === one.passage.key);
    return sentencesOf(story, query).map((one, at) => {
      const states = textOf(one.paragraph, one.passage).match(STATE)?.length ?? 0;
      const head = at === 0 ? 1 : 1 / (1 + one.paragraph.position);
      return { one, score: Math.min(2, states) + head + Number(isFound(one)) - 2 * Number(isOutdated) };
    });
  });
  return scored.sort((a, b) => b.score - a.score).map(({ one }) => one);
}

/** The sentences that tell what somebody wants, refuses or offers, each of somebody else as far as there are more. */
function standsOf(stories: readonly Story[], query: Query): readonly RankedPassage[] {
  const stands = stories.flatMap((story) => {
    const found = story.found.length > 0 ? story.found : sentencesOf(story, query);
    return found.filter(({ paragraph, passage }) =>
      termsOf(textOf(paragraph, passage)).some((term) => POSITION_TERMS.has(term)),
    );
  });
  const speakerOf = ({ passage }: RankedPassage) => passage.statements[0]?.speaker ?? null;
  const first = stands.filter((one, at) => {
    const speaker = speakerOf(one);
    return speaker === null || stands.findIndex((other) => speakerOf(other) === speaker) === at;
  });
  return [...first, ...stands.filter((one) => !first.includes(one))];
}
