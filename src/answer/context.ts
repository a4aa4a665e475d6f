import type { ContextParagraph } from "../engine.ts";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { StoredParagraph } from "../indexing/passages.ts";
import type { Passage } from "./answer.ts";

/** The paragraphs of text around a passage, in order; none where its article is no longer served. */
export function contextOf(passage: Passage, around: number, index: CorpusIndex): ContextParagraph[] {
  const article = index.sources.findIndex((source) => source.id === passage.article.id);
  const own = paragraphAt(index.paragraphs, article, passage.start);
  if (!own || passage.end > own.end) return [];
  const body = index.articles[article]?.body ?? "";
  return index.paragraphs
    .slice(Math.max(0, own.id - around), own.id + around + 1)
    .filter((paragraph) => paragraph.article === article)
    .map((paragraph) => ({
      text: body.slice(paragraph.start, paragraph.end),
      mark: paragraph === own ? { start: passage.start - paragraph.start, end: passage.end - paragraph.start } : null,
    }));
}

/** The last paragraph of an article that begins at `offset` or before it; they stand in the order of the articles and in theirs. */
function paragraphAt(
  paragraphs: readonly StoredParagraph[],
  article: number,
  offset: number,
): StoredParagraph | undefined {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = paragraphs[middle];
    if (one && (one.article < article || (one.article === article && one.start <= offset))) low = middle + 1;
    else high = middle;
  }
  const found = paragraphs[low - 1];
  return found?.article === article ? found : undefined;
}
