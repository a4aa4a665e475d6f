import type { Lexicon } from "../indexing/lexicon.ts";
import type { PassageIndex } from "../indexing/passage-index.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { confidenceOf, outcomeAt } from "./confidence.ts";
import { withDenials } from "./denials.ts";
import { addsNothing, keepDistinct, ROOM_FOR_MORE } from "./distinct.ts";
import { pickLikely } from "./likely.ts";
import { announceList } from "./lists.ts";
import { selectOverview } from "./overview.ts";
import { pickParts } from "./parts.ts";
import type { Outcome, Selection } from "./selection.ts";
import { showTogetherFor } from "./voices.ts";

const NOTHING: Selection = { outcome: "none", confidence: 0, shown: [], more: [], disagreements: [] };

/** What scores so far below the best is not even kept for "more". */
const FAR_BELOW = 12;

/** Keeps the few passages that answer, or those that come after them where more of the same is asked for. */
export async function select(query: Query, ranked: readonly RankedPassage[], index: PassageIndex): Promise<Selection> {
  const selection = await pick(query, ranked, index);
  if (query.further === 0) return selection;
  const left = [...selection.shown, ...selection.more].slice(selection.shown.length + (query.further - 1) * AT_A_TIME);
  if (left.length === 0) return { ...NOTHING, said: "There is no more on that." };
  return { ...selection, shown: left.slice(0, AT_A_TIME), more: left.slice(AT_A_TIME) };
}

/** So many passages come next where more is asked for. */
const AT_A_TIME = 3;

/** One passage of each fact, sound copies first, within what one reads at a glance. */
async function pick(query: Query, ranked: readonly RankedPassage[], index: PassageIndex): Promise<Selection> {
  if (query.unclear !== null) return NOTHING;
  const overview = query.overview && (await selectOverview(query, ranked, index));
  if (overview) return overview;
  const [best] = ranked;
  if (!best) return NOTHING;
  const sound = ranked.filter(({ paragraph }) => !paragraph.article.isGarbled);
  const pool = sound.length > 0 ? sound : ranked;
  // The items of a list are the article's, whoever announces it.
  const announced = query.limits.speaker ? null : await announceList(query, best, ranked, index);
  const hasParts = query.intent !== "fact" || query.need === "points" || announced !== null;
  const picked = hasParts
    ? pickParts(query, announced?.opening ?? best, pool, announced?.items ?? [])
    : pickLikely(pool, addsNothing, showTogetherFor(query));
  const shown = await withDenials(query, picked, index);
  // What is shown first is more than the best passage where a neighbour was joined to it.
  const first = shown[0] ?? best;
  const confidence = confidenceOf(query, first, index.lexicon);
  const outcome = outcomeFor(query, first, confidence);
  if (outcome === "none") return { ...NOTHING, confidence, declined: first };
  const isOthers = ({ signals }: RankedPassage) => asksPerson(query, index.lexicon) && signals.subject === 0;
  const next = ranked.filter((one) => one.score >= best.score - FAR_BELOW && !isOthers(one));
  const more = keepDistinct(next, ROOM_FOR_MORE, shown);
  return { outcome, confidence, shown, more, disagreements: [] };
}

/** What an answer calls itself. Somebody's own words come near a question for them, whatever the topic. */
function outcomeFor(query: Query, { signals, statement }: RankedPassage, confidence: number): Outcome {
  const outcome = outcomeAt(confidence);
  const isOwn = query.intent === "statement" && query.subject !== null && statement !== null && signals.subject > 0;
  return outcome === "none" && isOwn ? "related" : outcome;
}

/** Whether the words of somebody with a name are asked for: what others say of it is no more of that. */
function asksPerson({ intent, subject }: Query, { concepts }: Lexicon): boolean {
  const isPerson = (id: number) => concepts.book.names[id]?.kind === "person";
  return intent === "statement" && subject !== null && subject.ids.some(isPerson);
}
