import type { ReadableArticle } from "../corpus/readable-article.ts";
import { type ParagraphTerms, paragraphKey, passageKey, type StoredArticle, type StoredParagraph } from "./passages.ts";
import type { Tallied } from "./tally.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The paragraphs of an article that was read by itself, in terms of a vocabulary that has counted it; their copies are not known yet. */
export function storeParagraphs(
  { paragraphs, tally }: Tallied,
  readable: ReadableArticle,
  article: StoredArticle,
  vocabulary: Pick<Vocabulary, "idOf">,
): StoredParagraph[] {
  const numbers = tally.vocabulary.terms.map((term) => vocabulary.idOf(term) ?? -1);
  return paragraphs.map(({ terms, runs }): StoredParagraph => {
    const key = paragraphKey(terms.position, article);
    return {
      ...renumber(terms, numbers),
      ...{ key, article, text: readable.body.slice(terms.start, terms.end), cite: readable.cite },
      passages: runs.map((run, row) => ({ ...run, key: passageKey(key, row), row, duplicates: [], original: null })),
    };
  });
}

/** A paragraph in terms of a larger vocabulary. */
function renumber(terms: ParagraphTerms, numbers: readonly number[]): ParagraphTerms {
  const of = (id: number) => numbers[id] ?? id;
  return {
    ...terms,
    tokens: terms.tokens.map(of),
    concepts: terms.concepts.map((value, at) => (at % 3 === 0 ? of(value) : value)),
    titleTokens: terms.titleTokens.map(of),
    titleTerms: new Set([...terms.titleTerms].map(of)),
    headingTerms: new Set([...terms.headingTerms].map(of)),
  };
}
