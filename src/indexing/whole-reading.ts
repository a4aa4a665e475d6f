import { createContents, createNumbers } from "../copies/contents.ts";
import { type Copies, createWordings, judgeCopies, type PassageWording } from "../copies/copies.ts";
import { findSimilar, type SimilarPair } from "../copies/similarity.ts";
import type { Article } from "../corpus/article.ts";
import type { Glossary } from "../corpus/glossary.ts";
import { readArticle } from "../corpus/readable-article.ts";
import { createConcepts } from "../names/concepts.ts";
import { createDescriptions } from "../names/descriptions.ts";
import type { NameBook } from "../names/name-book.ts";
import { readLabels } from "../names/speaker-labels.ts";
import { residueRate, SUSPICIOUS_RESIDUE } from "../text/residue.ts";
import { createThesaurus } from "../thesaurus/thesaurus.ts";
import { createLexicon } from "./lexicon.ts";
import { type PassageKey, paragraphKey, passageKey, type StoredArticle, type StoredParagraph } from "./passages.ts";
import { createSpeakerFigures } from "./speaker-figures.ts";
import { storeParagraphs } from "./store-paragraphs.ts";
import type { StoredLexicon } from "./stored-lexicon.ts";
import type { Tallied } from "./tally.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

/**
 * Reads a corpus one article after the other, with the result of reading it at once. Nothing of a paragraph stays here but the
 * numbers of its terms; whoever reads keeps the paragraphs, and brings some of them again to be compared.
 */
export interface WholeReading {
  /** Of the articles that have been taken. */
  readonly vocabulary: Vocabulary;
  /** Takes the next article in the order of the corpus; gives its paragraphs, without their copies. */
  add(article: Article, read: Tallied): StoredParagraph[];
  /** Once all are taken: ids of the articles with passages that may be copies. */
  alike(): readonly string[];
  /** Takes all paragraphs of such an article. */
  compare(paragraphs: readonly StoredParagraph[]): void;
  /** Once all of these are taken: keys of the paragraphs that have copies. */
  judge(): readonly string[];
  /** A paragraph with its copies. */
  withCopies(paragraph: StoredParagraph): StoredParagraph;
  /** What is known of all articles together. */
  finish(): StoredLexicon;
}

/** @param book the names of all articles. */
export function createWholeReading(book: NameBook, { synonyms }: Glossary): WholeReading {
  const concepts = createConcepts(book, synonyms);
  const vocabulary = createVocabulary();
  const descriptions = createDescriptions();
  const figures = createSpeakerFigures({ vocabulary, concepts });
  const labels = new Set<string>();
  const quoted = new Set<number>();
  const articles: StoredArticle[] = [];
  const residues: number[] = [];
  const suspects = new Map<number, readonly StoredParagraph[]>();
  const sums = { tokens: 0, textTerms: 0, titleTerms: 0 };
  const contents = createContents();
  /** The numbers of each article's first passage, of each passage's place in its article, and in its paragraph. */
  const [firsts, positions, rows] = [createNumbers(), createNumbers(), createNumbers()];
  const wordings = new Map<number, PassageWording>();
  let pairs: readonly SimilarPair[] = [];
  let copies: Copies = { sameText: new Map(), garbled: new Map(), original: new Map() };

  const keyOf = (passage: number | undefined): PassageKey[] => {
    const article = passage === undefined ? undefined : articles[contents.articleOf(passage)];
    if (passage === undefined || !article) return [];
    const paragraph = paragraphKey(positions.at(passage), article);
    return [{ key: passageKey(paragraph, rows.at(passage)), paragraph, article }];
  };
  /** The number of the first passage of a paragraph whose article has been taken. */
  const firstOf = ({ article, position }: StoredParagraph): number => {
    let passage = firsts.at(article.order);
    while (positions.at(passage) < position) passage++;
    return passage;
  };
  return {
    vocabulary,
    add(article, read) {
      const number = articles.length;
      const readable = readArticle(article);
      const stored = { source: read.tally.source, order: number, isGarbled: false };
      articles.push(stored);
      residues.push(residueRate(readable.body));
      vocabulary.count(read.tally.vocabulary, 1);
      descriptions.count(read.tally.descriptions);
      for (const label of read.tally.labels) labels.add(label);
      for (const id of read.tally.quoted) quoted.add(id);
      sums.tokens += read.tally.tokens;
      sums.textTerms += read.tally.textTerms;
      sums.titleTerms += read.tally.titleTerms;
      firsts.push(contents.count);
      const paragraphs = storeParagraphs(read, readable, stored, vocabulary);
      for (const { passages, tokens, position } of paragraphs) {
        for (const { tokenFrom, tokenTo, row } of passages) {
          contents.add(number, tokens.subarray(tokenFrom, tokenTo));
          positions.push(position);
          rows.push(row);
        }
      }
      // Of a machine's rewrite nobody is quoted, and whether it is one is known later.
      if ((residues[number] ?? 0) >= SUSPICIOUS_RESIDUE) suspects.set(number, paragraphs);
      else for (const paragraph of paragraphs) figures.add(paragraph);
      return paragraphs;
    },
    alike() {
      pairs = findSimilar(contents, vocabulary);
      const numbers = new Set(pairs.flatMap(({ a, b }) => [contents.articleOf(a), contents.articleOf(b)]));
      for (const { a, b } of pairs) for (const passage of [a, b]) wordings.set(passage, NO_WORDING);
      return [...numbers].flatMap((number) => articles[number]?.source.id ?? []);
    },
    compare(paragraphs) {
      const body = bodyOf(paragraphs);
      const readWording = createWordings();
      for (const paragraph of paragraphs) {
        const first = paragraph.passages.length > 0 ? firstOf(paragraph) : 0;
        for (const passage of paragraph.passages)
          if (wordings.has(first + passage.row)) wordings.set(first + passage.row, readWording(passage, body));
      }
    },
    judge() {
      copies = judgeCopies(pairs, contents, residues, (passage) => wordings.get(passage) ?? NO_WORDING);
      wordings.clear();
      for (const [number, article] of articles.entries())
        if (copies.garbled.has(number)) articles[number] = { ...article, isGarbled: true };
        else for (const paragraph of suspects.get(number) ?? []) figures.add(paragraph);
      const passages = [...copies.sameText.keys(), ...copies.original.keys()];
      return [...new Set(passages.flatMap((passage) => keyOf(passage).map(({ paragraph }) => paragraph)))];
    },
    withCopies(paragraph) {
      const first = firstOf(paragraph);
      return {
        ...paragraph,
        passages: paragraph.passages.map((passage, row) => ({
          ...passage,
          prints: (copies.sameText.get(first + row) ?? []).flatMap(keyOf),
          original: keyOf(copies.original.get(first + row))[0] ?? null,
        })),
      };
    },
    finish() {
      const paragraphs = Math.max(1, vocabulary.paragraphs);
      const lexicon = createLexicon({
        sources: articles.map(({ source }) => source),
        averageLength: sums.tokens / paragraphs,
        averageTerms: { text: sums.textTerms / paragraphs, title: sums.titleTerms / paragraphs },
        descriptions: descriptions.described,
        speakerLabels: readLabels(labels, book),
        thesaurus: createThesaurus(),
        ...{ quoted, vocabulary, concepts },
      });
      return { lexicon, articles, figures: { speakers: figures.all() } };
    },
  };
}

const NO_WORDING: PassageWording = { text: "", quotations: [] };

/** All offsets of an article count in its body; between the paragraphs stands nothing that is compared. */
export function bodyOf(paragraphs: readonly StoredParagraph[]): string {
  return paragraphs.reduce((body, { start, text }) => body.padEnd(start) + text, "");
}
