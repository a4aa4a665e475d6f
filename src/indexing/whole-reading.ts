import type { Glossary } from "../corpus/glossary.ts";
import type { ReadableArticle } from "../corpus/readable-article.ts";
import { type Concepts, createConcepts } from "../names/concepts.ts";
import { createDescriptions } from "../names/descriptions.ts";
import type { NameBook } from "../names/name-book.ts";
import { readLabels } from "../names/speaker-labels.ts";
import { residueRate, SUSPICIOUS_RESIDUE } from "../text/residue.ts";
import type { Thesaurus } from "../thesaurus/thesaurus.ts";
import { type CopySearch, createCopySearch, type FoundCopies } from "./copy-search.ts";
import { createLexicon } from "./lexicon.ts";
import type { StoredArticle, StoredParagraph } from "./passages.ts";
import { createSpeakerFigures } from "./speaker-figures.ts";
import { storeParagraphs } from "./store-paragraphs.ts";
import type { StoredLexicon } from "./stored-lexicon.ts";
import type { Tallied } from "./tally.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

/**
 * Reads a corpus one article after the other, with the result of reading it at once. Whoever reads keeps the paragraphs: nothing
 * of them stays here but what its search for copies keeps.
 */
export interface WholeReading {
  /** By which articles are read. */
  readonly concepts: Concepts;
  /** Of the articles that have been taken. */
  readonly vocabulary: Vocabulary;
  /** Takes the next article in the order of the corpus; gives its paragraphs, without their copies. */
  add(article: ReadableArticle, read: Tallied): StoredParagraph[];
  /** All that have been taken. */
  readonly copies: Omit<CopySearch, "add">;
  /** What is known of all articles together. */
  finish(copies: FoundCopies): StoredLexicon;
}

/** @param book the names of all articles. */
export function createWholeReading(
  book: NameBook,
  { synonyms }: Pick<Glossary, "synonyms">,
  thesaurus: Thesaurus,
): WholeReading {
  const concepts = createConcepts(book, synonyms);
  const vocabulary = createVocabulary();
  const copies = createCopySearch(vocabulary);
  const descriptions = createDescriptions();
  const figures = createSpeakerFigures({ vocabulary, concepts });
  const labels = new Set<string>();
  const quoted = new Set<number>();
  const articles: StoredArticle[] = [];
  const suspects: (readonly StoredParagraph[])[] = [];
  const sums = { tokens: 0, textTerms: 0, titleTerms: 0 };
  return {
    ...{ concepts, vocabulary, copies },
    add(article, read) {
      const stored = { source: read.tally.source, order: articles.length, isGarbled: false };
      articles.push(stored);
      vocabulary.count(read.tally.vocabulary, 1);
      descriptions.count(read.tally.descriptions, 1);
      for (const label of read.tally.labels) labels.add(label);
      for (const id of read.tally.quoted) quoted.add(id);
      sums.tokens += read.tally.tokens;
      sums.textTerms += read.tally.textTerms;
      sums.titleTerms += read.tally.titleTerms;
      const paragraphs = storeParagraphs(read, article, stored, vocabulary);
      const residue = residueRate(article.body);
      copies.add(stored, paragraphs, residue);
      // Nobody is quoted by a machine's rewrite, and whether it is one is known later.
      if (residue >= SUSPICIOUS_RESIDUE) suspects.push(paragraphs);
      else for (const paragraph of paragraphs) figures.add(paragraph);
      return paragraphs;
    },
    finish({ articleAs }) {
      for (const paragraph of suspects.flat()) if (!articleAs(paragraph.article).isGarbled) figures.add(paragraph);
      const paragraphs = Math.max(1, vocabulary.paragraphs);
      const lexicon = createLexicon({
        sources: articles.map(({ source }) => source),
        averageLength: sums.tokens / paragraphs,
        averageTerms: { text: sums.textTerms / paragraphs, title: sums.titleTerms / paragraphs },
        descriptions: descriptions.described,
        speakerLabels: readLabels(labels, book),
        ...{ quoted, vocabulary, concepts, thesaurus },
      });
      return { lexicon, articles: articles.map(articleAs), figures: { speakers: figures.all() } };
    },
  };
}
