import type { PassageIndex } from "../indexing/passage-index.ts";
import { type StoredParagraph, type StoredPassage, textOf } from "../indexing/passages.ts";
import { ACCUSING, DENYING } from "../lexicon/accusations.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { placeBeside } from "./beside.ts";

const ACCUSES = anyOf(ACCUSING);
const DENIES = anyOf(DENYING);
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
  const together: RankedPassage[] = [];
  for (const one of shown) {
    together.push(one);
    const other = await counterpartOf(one, index);
    if (!other) continue;
    const key = other.passage.key;
    const isShown = [...shown, ...together].some(({ paragraph, passage }) =>
      paragraph.passages.some((piece) => piece.key === key && piece.start >= passage.start && piece.end <= passage.end),
    );
    if (!isShown && shown.length + 1 <= MOST) together.push(placeBeside(one, other.paragraph, other.passage, query));
  }
  return together.slice(0, MOST);
}

interface Placed {
  readonly paragraph: StoredParagraph;
  readonly passage: StoredPassage;
}

async function counterpartOf({ paragraph, passage }: RankedPassage, index: PassageIndex): Promise<Placed | null> {
  const text = textOf(paragraph, passage);
  const [accuses, denies] = [ACCUSES.test(text), DENIES.test(text)];
  if (accuses === denies) return null;
  const all = await index.paragraphsOf(paragraph.article.source.id);
  const near = all.slice(Math.max(0, paragraph.position - 1), paragraph.position + 2);
  const placed = near.flatMap((one) => one.passages.map((piece): Placed => ({ paragraph: one, passage: piece })));
  const at = placed.findIndex((one) => one.passage.start >= passage.start);
  const side = accuses ? placed.slice(at + 1, at + 1 + NEAR) : placed.slice(Math.max(0, at - NEAR), at).reverse();
  const wanted = accuses ? DENIES : ACCUSES;
  return side.find((one) => wanted.test(textOf(one.paragraph, one.passage))) ?? null;
}

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${words.join("|")})\\b`, "i");
}
