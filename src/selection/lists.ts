import type { PassageIndex } from "../indexing/passage-index.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { joinPassages, unranked } from "./ranked-passages.ts";

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
export async function announceList(
  query: Query,
  best: RankedPassage,
  ranked: readonly RankedPassage[],
  index: PassageIndex,
): Promise<AnnouncedList | null> {
  const { paragraph, passage } = best;
  const opening = paragraph.passages.slice(passage.row);
  if (opening.length > OPENING_PASSAGES || !paragraph.text.endsWith(":")) return null;
  const items: RankedPassage[] = [];
  const paragraphs = await index.paragraphsOf(paragraph.article.source.id);
  for (const item of paragraphs.slice(paragraph.position + 1, paragraph.position + 1 + MAX_ITEMS)) {
    if (!item.isListed || items.length >= MAX_ITEMS) break;
    for (const piece of item.passages) items.push(find(piece.key, ranked) ?? unranked(item, piece, query));
  }
  const pieces = opening.map((piece) => find(piece.key, ranked) ?? { ...best, passage: piece });
  return items.length > 0 ? { opening: joinPassages(best, pieces), items } : null;
}

function find(key: string, ranked: readonly RankedPassage[]): RankedPassage | undefined {
  return ranked.find(({ passage }) => passage.key === key);
}
