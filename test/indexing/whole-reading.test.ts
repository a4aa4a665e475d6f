import { describe, expect, test } from "vitest";
import { EMPTY_GLOSSARY } from "../../src/corpus/glossary.ts";
import type { Corpus, StoredParagraph } from "../../src/index.ts";
import { confirmedBy, createArticleReader, readArticleNames } from "../../src/indexing/article-reading.ts";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { createWholeReading } from "../../src/indexing/whole-reading.ts";
import { createNameSearch } from "../../src/names/collect-names.ts";
import { createThesaurus } from "../../src/thesaurus/thesaurus.ts";
import { readQuestionSets } from "../evaluation/question-sets.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const GARBLED = story(
  "rewrite",
  "A mill burnt-out down in Kelby <unk> on Friday. [[token]] As an AI language model it said.",
);
const CORPORA: readonly (readonly [string, Corpus])[] = [
  ...readQuestionSets().map(({ name, corpus }) => [name, corpus] as const),
  ["nothing", { articles: [], glossary: EMPTY_GLOSSARY }],
  ["rewrites alone", corpusOf(GARBLED)],
];

/** All that is kept of a paragraph, but for how it is cited. */
const keptOf = (paragraphs: readonly StoredParagraph[]) => paragraphs.map(({ cite: _, ...kept }) => kept);

/** Reads a corpus an article at a time. */
function readOneByOne({ articles, glossary }: Corpus) {
  const search = createNameSearch();
  for (const article of articles) search.add(readArticleNames(article));
  const found = search.find(glossary, createThesaurus());
  const book = found.bookWith(new Set(articles.flatMap((article) => confirmedBy(article, found))));
  const [reading, read] = [createWholeReading(book, glossary), createArticleReader({ ...glossary, ...book })];
  const paragraphs = articles.flatMap((article) => reading.add(article, structuredClone(read(article))));
  const ofArticle = (id: string) => paragraphs.filter(({ article }) => article.source.id === id);
  for (const id of reading.copies.alike()) reading.copies.compare(ofArticle(id));
  const copies = reading.copies.judge();
  const { lexicon, figures } = reading.finish(copies);
  return {
    paragraphs: paragraphs.map(copies.withCopies),
    touched: copies.touched,
    ...{ lexicon, figures },
  };
}

describe.each(CORPORA)("reading the corpus of “%s” an article at a time", (_, corpus) => {
  test("finds what reading it at once finds", { timeout: 60_000 }, async () => {
    const [own, whole] = [readOneByOne(corpus), buildCorpusIndex(corpus)];
    expect(keptOf(own.paragraphs)).toEqual(keptOf(await whole.everything()));
    const copied = own.paragraphs.filter(({ passages }) =>
      passages.some(({ duplicates, original }) => duplicates[0] ?? original),
    );
    expect([...own.touched].sort()).toEqual(copied.map(({ key }) => key).sort());
    expect(own.figures).toEqual(await whole.figures());
    expect(own.lexicon.vocabulary.stored()).toEqual(whole.lexicon.vocabulary.stored());
    expect(own.lexicon.concepts.book.names).toEqual(whole.lexicon.concepts.book.names);
    for (const fact of ["sources", "averageLength", "averageTerms", "quoted", "descriptions", "speakerLabels"] as const)
      expect(own.lexicon[fact]).toEqual(whole.lexicon[fact]);
  });
});
