import { wordDifferences } from "../copies/word-differences.ts";
import type { PassageIndex } from "../indexing/passage-index.ts";
import { type StoredParagraph, type StoredPassage, textOf } from "../indexing/passages.ts";

const MAX_SHOWN_DIFFERENCES = 3;

/** What a reader has to know of the copy that a passage comes from; nothing for a sound one. */
export async function cautionsFor(
  passage: StoredPassage,
  paragraph: StoredParagraph,
  index: PassageIndex,
): Promise<string[]> {
  if (!paragraph.article.isGarbled) return [];
  const { original } = passage;
  const [source] = original ? await index.fetch([original.paragraph]) : [];
  const sound = source?.passages.find(({ key }) => key === original?.key);
  if (!source || !sound) return ["This article looks like a machine-made rewrite: its wording may be wrong."];
  const differences = wordDifferences(textOf(paragraph, passage), textOf(source, sound))
    .slice(0, MAX_SHOWN_DIFFERENCES)
    .map(({ here, there }) => `“${here}” for “${there}”`);
  const { outlet, title, id } = source.article.source;
  const words = differences.length > 0 ? ` It has ${differences.join(", ")} there.` : "";
  return [`This looks like a garbled rewrite of the article in ${outlet ?? title ?? id}.${words}`];
}
