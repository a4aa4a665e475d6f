import { wordDifferences } from "../copies/word-differences.ts";
import type { ArticleSource } from "../corpus/article.ts";
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
  if (!source || !sound) return [REWRITE];
  const differences = wordDifferences(textOf(paragraph, passage), textOf(source, sound))
    .slice(0, MAX_SHOWN_DIFFERENCES)
    .map(({ here, there }) => `“${here}” for “${there}”`);
  const words = differences.length > 0 ? ` It has ${differences.join(", ")} there.` : "";
  return [`${rewriteOf(source.article.source)}${words}`];
}

/** The same of a whole article. */
export async function cautionsForArticle(
  paragraphs: readonly StoredParagraph[],
  index: PassageIndex,
): Promise<readonly string[]> {
  if (!paragraphs[0]?.article.isGarbled) return [];
  const originals = paragraphs.flatMap(({ passages }) => passages.flatMap(({ original }) => original ?? []));
  const [source] = originals[0] ? await index.fetch([originals[0].paragraph]) : [];
  return [source ? `${rewriteOf(source.article.source)} Its wording may be wrong.` : REWRITE];
}

const REWRITE = "This article looks like a machine-made rewrite: its wording may be wrong.";

function rewriteOf(sound: ArticleSource): string {
  const name = sound.outlet === null ? `“${sound.title ?? sound.opening}”` : `in ${sound.outlet}`;
  return `This looks like a garbled rewrite of the article ${name}.`;
}
