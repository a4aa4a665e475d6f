import type { PassageIndex } from "../indexing/passage-index.ts";
import type { Citable } from "./answer.ts";
import { cautionsForArticle } from "./cautions.ts";

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
