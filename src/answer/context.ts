import type { ContextParagraph } from "../engine.ts";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { Passage, Span } from "./answer.ts";

/** The paragraphs of text around a passage, in order; none where its article is no longer served. */
export function contextOf(passage: Passage, around: number, index: CorpusIndex): ContextParagraph[] {
  const article = index.sources.findIndex((source) => source.id === passage.article.id);
  const own = index.paragraphs
    .filter((paragraph) => paragraph.article === article)
    .flatMap((paragraph) => index.articles[article]?.cite(paragraph) ?? []);
  const at = own.findIndex((paragraph) => paragraph.start <= passage.start && passage.end <= paragraph.end);
  if (at < 0) return [];
  const mark = (paragraph: Span) => ({ start: passage.start - paragraph.start, end: passage.end - paragraph.start });
  return own
    .slice(Math.max(0, at - around), at + around + 1)
    .map((paragraph) => ({ text: paragraph.text, mark: paragraph === own[at] ? mark(paragraph) : null }));
}
