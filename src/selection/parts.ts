import { textOf } from "../indexing/passages.ts";
import { asksForOne } from "../question/asked-for.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { containment, contentOf } from "./overlap.ts";
import { isTold, type Telling, tellingOf } from "./same-fact.ts";

const SHOWN = 3;
/** A position, a list or a proposal has several parts. */
const SHOWN_OF_MANY = 5;
/** About as much as is read at a glance in a chat. */
const WORD_BUDGET = 98;
const WORD_BUDGET_OF_MANY = 190;
/** What scores so far below the best is kept for "more". */
const FAR_BELOW = 9;

/**
 * Chooses passages each of which is an answer of its own: somebody's statements, the points of a position, the items of a
 * list.
 * @param list items that the best passage announces; they follow it.
 * @param hasParts whether the answer has several parts.
 */
export function pickParts(
  query: Query,
  best: RankedPassage,
  ordered: readonly RankedPassage[],
  list: readonly RankedPassage[],
  hasParts: boolean,
): RankedPassage[] {
  const asksForMany = query.intent === "position" && !asksForOne(query.tokens, query.need);
  const isOfMany = asksForMany || query.need === "points" || list.length > 0;
  const limit = isOfMany ? SHOWN_OF_MANY : SHOWN;
  const budget = isOfMany ? WORD_BUDGET_OF_MANY : WORD_BUDGET;
  const floor = best.score - FAR_BELOW;
  const shown: Telling[] = [];
  let words = 0;
  for (const candidate of [best, ...list, ...(isOfMany ? varied(query, best, ordered) : ordered)]) {
    if (shown.length === limit) break;
    const isWorth =
      shown.length === 0 ||
      list.includes(candidate) ||
      (candidate.score >= floor && concerns(query, candidate) && takesStand(query, candidate, best));
    if (!isWorth) continue;
    const telling = tellingOf(candidate);
    if (shown.some((other) => isTold(telling, other, hasParts))) continue;
    const length = wordsOf(candidate);
    if (shown.length > 0 && words + length > budget) continue;
    shown.push(telling);
    words += length;
  }
  return shown.map(({ ranked }) => ranked);
}

/** From here on a passage tells where the party stands and does not merely name it. */
const A_STAND = 0.7;

/** Whether a passage has anything of what was asked for. */
function concerns({ intent, subject, terms }: Query, { signals }: RankedPassage): boolean {
  if (intent === "statement" && subject) return signals.subject > 0;
  return signals.subject > 0 || signals.context > 0 || terms.some((_, at) => (signals.byTerm[at] ?? 0) > 0);
}

/** Where the best passage tells a party's position, the others have to as well. */
function takesStand({ intent }: Query, { signals }: RankedPassage, best: RankedPassage): boolean {
  return intent !== "position" || signals.subject >= A_STAND || best.signals.subject < A_STAND;
}

/** How much it costs to say again what stands above. */
const REPETITION = 4;
/** So many of the best are put in a new order; beyond them it makes no difference to what is shown. */
const VARIED = 20;

/** Orders passages so that each adds to those before it, apart from the question's own words (maximal marginal relevance, Carbonell and Goldstein 1998). */
function varied(query: Query, best: RankedPassage, ordered: readonly RankedPassage[]): RankedPassage[] {
  const asked = new Set(query.terms.flatMap(({ alternatives }) => alternatives.map(({ id }) => id)));
  const chosen = [best];
  const first = contentOf(best, asked);
  const left = ordered
    .filter((one) => one !== best)
    .slice(0, VARIED)
    .map((one) => {
      const content = contentOf(one, asked);
      return { one, content, said: containment(content, first) };
    });
  const worth = ({ one, said }: { one: RankedPassage; said: number }) => one.score - REPETITION * said;
  while (left.length > 0) {
    const next = left.reduce((top, other) => (worth(other) > worth(top) ? other : top));
    chosen.push(next.one);
    left.splice(left.indexOf(next), 1);
    for (const other of left) other.said = Math.max(other.said, containment(other.content, next.content));
  }
  return [...chosen, ...ordered.filter((one) => !chosen.includes(one))];
}

function wordsOf({ paragraph, passage }: RankedPassage): number {
  return textOf(paragraph, passage).split(/\s+/).length;
}
