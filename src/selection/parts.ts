import { asksForOne } from "../question/asked-for.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { keepDistinct, ROOM, ROOM_FOR_PARTS } from "./distinct.ts";
import { containment, contentOf } from "./overlap.ts";

/** What scores so far below the best is kept for "more". */
const FAR_BELOW = 9;
/** From here on a passage tells where the party stands and does not merely name it. */
const A_STAND = 0.7;

/**
 * Chooses passages each of which is an answer of its own: somebody's statements, the points of a position, the items of a
 * list.
 * @param list items that the best passage announces; they follow it.
 */
export function pickParts(
  query: Query,
  best: RankedPassage,
  ordered: readonly RankedPassage[],
  list: readonly RankedPassage[],
): RankedPassage[] {
  const { intent, need, subject, tokens } = query;
  const asksForMany = intent === "position" && !asksForOne(tokens, need);
  const isOfMany = asksForMany || need === "points" || list.length > 0;
  const isWorth = ({ score, signals }: RankedPassage) =>
    score >= best.score - FAR_BELOW &&
    // Nobody else's words; and where the best passage tells a party's position, the others have to as well.
    (intent !== "statement" || subject === null || signals.subject > 0) &&
    (intent !== "position" || signals.subject >= A_STAND || best.signals.subject < A_STAND);
  const others = (isOfMany ? varied(query, best, ordered) : ordered).filter(isWorth);
  return keepDistinct([best, ...list, ...others], isOfMany ? ROOM_FOR_PARTS : ROOM);
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
