import type { PassageIndex } from "../indexing/passage-index.ts";
import type { Citable, ContextParagraph, Coverage, Passage } from "./answer.ts";
import { cautionsForArticle } from "./cautions.ts";

/** What a corpus covers. @param examples questions that it was seen to answer. */
export async function coverageOf({ lexicon, figures }: PassageIndex, examples: readonly string[]): Promise<Coverage> {
  const { sources, concepts } = lexicon;
  const dates = sources.flatMap(({ published }) => published ?? []).sort();
  const { speakers } = await figures();
  return {
    articles: sources,
    outlets: [...new Set(sources.flatMap(({ outlet }) => outlet ?? []))].sort(),
    speakers: speakers.flatMap(({ name }) => concepts.book.names[name]?.name ?? []),
    since: dates[0] ?? null,
    until: dates.at(-1) ?? null,
    undated: sources.filter(({ published }) => published === null).length,
    examples,
  };
}

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

/** What answers can cite of an article. */
export async function citableOf(article: string, index: PassageIndex): Promise<Citable> {
  const paragraphs = await index.paragraphsOf(article);
  const places = paragraphs.flatMap((paragraph) =>
    paragraph.passages.map((passage) => {
      const { start, end } = paragraph.cite(passage);
      return { start, end };
    }),
  );
  return { places, cautions: await cautionsForArticle(paragraphs, index) };
}
