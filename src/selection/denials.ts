import type { PassageIndex } from "../indexing/passage-index.ts";
import { textOf } from "../indexing/passages.ts";
import { ACCUSING, DENYING } from "../lexicon/opposites.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { overlap, unranked } from "./ranked-passages.ts";

const ACCUSES = new RegExp(`\\b(?:${ACCUSING.join("|")})\\b`, "i");
const DENIES = new RegExp(`\\b(?:${DENYING.join("|")})\\b`, "i");
/** So near an accusation its denial stands, in passages, and no farther than the next paragraph. */
const NEAR = 3;
const MOST = 5;

/** Shows an accusation with its denial, and a denial with what it denies, where the article has them side by side. */
export async function withDenials(
  query: Query,
  shown: readonly RankedPassage[],
  index: PassageIndex,
): Promise<readonly RankedPassage[]> {
  // Whose words are asked for, nobody else's are shown.
  if (query.intent !== "fact" || query.limits.speaker) return shown;
  const together = new Set<RankedPassage>();
  for (const one of shown) {
    if (together.has(one)) continue;
    const other = await counterpartOf(one, query, index);
    together.add(one);
    if (other) together.add(shown.find((each) => overlap(each, other)) ?? other);
  }
  return [...together].slice(0, MOST);
}

async function counterpartOf(
  { paragraph, passage }: RankedPassage,
  query: Query,
  index: PassageIndex,
): Promise<RankedPassage | undefined> {
  const text = textOf(paragraph, passage);
  const accuses = ACCUSES.test(text);
  if (accuses === DENIES.test(text)) return;
  const all = await index.paragraphsOf(paragraph.article.source.id);
  const near = all
    .slice(Math.max(0, paragraph.position - 1), paragraph.position + 2)
    .flatMap((one) => one.passages.map((piece) => ({ paragraph: one, passage: piece })));
  const at = near.findIndex((one) => one.passage.start >= passage.start);
  const side = accuses ? near.slice(at + 1, at + 1 + NEAR) : near.slice(Math.max(0, at - NEAR), at).reverse();
  const wanted = accuses ? DENIES : ACCUSES;
  const found = side.find((one) => wanted.test(textOf(one.paragraph, one.passage)));
  return found && unranked(found.paragraph, found.passage, query);
}
