import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { placeBeside } from "./beside.ts";
import { joinPassages } from "./join.ts";

/** A passage with the list that it announces: without its items "the most important points are:" answers nothing. */
export interface AnnouncedList {
  /** The passage, up to the colon behind which the list begins. */
  readonly opening: RankedPassage;
  readonly items: readonly RankedPassage[];
}

/** Few items are shown, and none of those far down. */
const MAX_ITEMS = 100;
/** A list is announced in its last sentence, and what it is a list of in the one before. */
const OPENING_PASSAGES = 2;

/** The list that the paragraph of a passage ends with, if the passage is part of its announcement. */
export function announceList(
  query: Query,
  best: RankedPassage,
  ranked: readonly RankedPassage[],
  index: CorpusIndex,
): AnnouncedList | null {
  const { paragraph, passage } = best;
  const body = index.articles[paragraph.article]?.body ?? "";
  const opening = paragraph.passages.slice(passage.id - (paragraph.passages[0]?.id ?? 0));
  if (opening.length > OPENING_PASSAGES || !body.slice(0, paragraph.end).endsWith(":")) return null;
  const items: RankedPassage[] = [];
  for (let id = paragraph.id + 1; index.paragraphs[id]?.isListed && items.length < MAX_ITEMS; id++) {
    const item = index.paragraphs[id];
    if (item?.article !== paragraph.article) break;
    for (const piece of item.passages) items.push(find(piece.id, ranked) ?? placeBeside(best, item, piece, query));
  }
  const pieces = opening.map((piece) => find(piece.id, ranked) ?? { ...best, passage: piece });
  return items.length > 0 ? { opening: joinPassages(best, pieces), items } : null;
}

function find(id: number, ranked: readonly RankedPassage[]): RankedPassage | undefined {
  return ranked.find(({ passage }) => passage.id === id);
}
