import type { PassageIndex } from "../indexing/passage-index.ts";
import type { ContextParagraph, Passage } from "./answer.ts";

/** The paragraphs of text around a passage, in order; none where its article is no longer served. */
export async function contextOf(passage: Passage, around: number, index: PassageIndex): Promise<ContextParagraph[]> {
  const paragraphs = await index.paragraphsOf(passage.article.id);
  const at = paragraphs.findLastIndex((paragraph) => paragraph.cite(paragraph).start <= passage.start);
  const own = paragraphs[at];
  if (!own || passage.end > own.cite(own).end) return [];
  return paragraphs.slice(Math.max(0, at - around), at + around + 1).map((paragraph) => {
    const { text, start } = paragraph.cite(paragraph);
    return { text, mark: paragraph === own ? { start: passage.start - start, end: passage.end - start } : null };
  });
}
