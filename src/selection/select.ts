import type { Lexicon } from "../indexing/lexicon.ts";
import type { PassageIndex } from "../indexing/passage-index.ts";
import { asksForOne } from "../question/asked-for.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { lacksFigure, outcomeOf } from "./confidence.ts";
import { pickLikely } from "./likely.ts";
import { announceList } from "./lists.ts";
import type { Outcome } from "./outcome.ts";
import { pickParts } from "./parts.ts";
import { isTold, tellingOf } from "./same-fact.ts";
import { showTogetherFor } from "./voices.ts";

/** What is shown, what comes after it, and how sure the engine is that it answers. */
export interface Selection {
  readonly outcome: Outcome;
  readonly shown: readonly RankedPassage[];
  readonly more: readonly RankedPassage[];
  /** What sources do not agree on; nothing unless a later stage adds it. */
  readonly disagreements: readonly RankedDisagreement[];
}

/** A passage that is shown and one of another source that contradicts it, and in what: "12 people / 14 people". */
export interface RankedDisagreement {
  readonly about: string;
  readonly passages: readonly RankedPassage[];
}

const NOTHING: Selection = { outcome: "none", shown: [], more: [], disagreements: [] };

const MAX_MORE = 9;
/** What scores so far below the best is not even kept for "more". */
const WORTH_KEEPING = 0.175;

/** Keeps the few passages that answer: one of each fact, sound copies first, within what one reads at a glance. */
export async function select(query: Query, ranked: readonly RankedPassage[], index: PassageIndex): Promise<Selection> {
  const [best] = ranked;
  if (!best) return NOTHING;
  const sound = ranked.filter(({ paragraph }) => !paragraph.article.isGarbled);
  // The items of a list are the article's, whoever announces it.
  const isOfOne = asksForOne(query.tokens, query.need);
  const announced = query.limits.speaker || isOfOne ? null : await announceList(query, best, ranked, index);
  const hasParts = query.intent === "position" || query.need === "points" || announced !== null;
  const pool = sound.length > 0 ? sound : ranked;
  const shown =
    hasParts || query.intent !== "fact"
      ? pickParts(query, announced?.opening ?? best, pool, announced?.items ?? [], hasParts)
      : pickAnswering(query, pool, index.lexicon);
  // What is shown first is more than the best passage where a neighbour was joined to it.
  const outcome = outcomeOf(query, shown[0] ?? best, index.lexicon);
  if (outcome === "none") return NOTHING;
  const told = asksPerson(query, index.lexicon) ? ranked.filter(({ signals }) => signals.subject > 0) : ranked;
  const more = keepMore(shown, told, best.score * WORTH_KEEPING, hasParts);
  return { outcome, shown, more, disagreements: [] };
}

/** Whether the words of somebody with a name are asked for: what others say of it is no more of that. */
function asksPerson({ intent, subject }: Query, { concepts }: Lexicon): boolean {
  const isPerson = (id: number) => concepts.book.names[id]?.kind === "person";
  return intent === "statement" && subject !== null && subject.ids.some(isPerson);
}

/** So far down is looked for a passage that has the figure which the likeliest one lacks. */
const STILL_NEAR = 8;

/** The likeliest passages; where they begin without the figure that is asked for, those that begin with one that has it. */
function pickAnswering(query: Query, pool: readonly RankedPassage[], lexicon: Lexicon): RankedPassage[] {
  const isRepeated = (one: RankedPassage, shown: RankedPassage) => isTold(tellingOf(one), tellingOf(shown), false);
  const showTogether = showTogetherFor(query);
  const likely = pickLikely(pool, isRepeated, showTogether);
  if (!likely[0] || !lacksFigure(query, likely[0])) return likely;
  const near = pool.slice(1, STILL_NEAR);
  const answer = near.find((one) => !lacksFigure(query, one) && outcomeOf(query, one, lexicon) === "answered");
  return answer ? pickLikely([answer, ...pool.filter((one) => one !== answer)], isRepeated, showTogether) : likely;
}

/** What comes next, once each. */
function keepMore(
  shown: readonly RankedPassage[],
  ranked: readonly RankedPassage[],
  floor: number,
  hasParts: boolean,
): RankedPassage[] {
  const kept = shown.map((one) => tellingOf(one));
  for (const one of ranked) {
    if (kept.length >= shown.length + MAX_MORE) break;
    if (one.score < floor) continue;
    const telling = tellingOf(one);
    if (!kept.some((other) => isTold(telling, other, hasParts))) kept.push(telling);
  }
  return kept.slice(shown.length).map((telling) => telling.ranked);
}
