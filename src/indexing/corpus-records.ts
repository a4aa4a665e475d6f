import MiniSearch, { type Options } from "minisearch";
import { type Copies, findCopies } from "../copies/copies.ts";
import type { Article, ArticleSource } from "../corpus/article.ts";
import type { Corpus } from "../corpus/load-corpus.ts";
import { sourceOf } from "../corpus/opening.ts";
import type { ReadableArticle } from "../corpus/readable-article.ts";
import { collectNames } from "../names/collect-names.ts";
import { createConcepts } from "../names/concepts.ts";
import { createDescriptions } from "../names/descriptions.ts";
import { readLabels } from "../names/speaker-labels.ts";
import { createThesaurus } from "../thesaurus/thesaurus.ts";
import { BM25, TITLE_BOOST } from "./bm25.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import type { ParagraphRecord, PassageRecord } from "./passages.ts";
import { readParagraphs, readStory, textOfStory } from "./story-reader.ts";
import { createVocabulary } from "./vocabulary.ts";

/** All that is found out about a corpus by reading it, with places in its lists for keys; nothing in it changes afterwards. */
export interface CorpusRecords {
  /** With the bodies that all offsets count in. */
  readonly articles: readonly ReadableArticle[];
  readonly paragraphs: readonly ParagraphRecord[];
  readonly passages: readonly PassageRecord[];
  /** Numbers of the paragraphs that hold words of a speaker, by the speaker's number in the name book. */
  readonly paragraphsBySpeaker: ReadonlyMap<number, readonly number[]>;
  readonly copies: Copies;
  readonly lexicon: Lexicon;
  readonly search: MiniSearch<IndexedParagraph>;
}

/** What MiniSearch is given: terms that are already tokenized and stemmed, apart by spaces. */
export interface IndexedParagraph {
  readonly id: number;
  readonly text: string;
  readonly title: string;
}

/** How MiniSearch is set up, for an index that is made and for one that is read back. */
export const SEARCH_OPTIONS: Options<IndexedParagraph> = {
  fields: ["text", "title"],
  tokenize: (terms) => (terms === "" ? [] : terms.split(" ")),
  processTerm: (term) => term,
  searchOptions: { bm25: BM25, boost: { title: TITLE_BOOST }, combineWith: "OR", prefix: false, fuzzy: false },
};

/** Reads a corpus once: paragraphs, statements, names, passages, and the terms by which they are found. */
export function readCorpus({ articles: sources, glossary }: Corpus): CorpusRecords {
  const stories = sources.map(readStory);
  const articles = stories.map(({ article }) => article);
  const thesaurus = createThesaurus();
  const heard = stories.flatMap(({ statements }) => statements.flatMap(({ speaker }) => speaker ?? []));
  const book = collectNames(articles, stories.map(textOfStory), glossary, heard, thesaurus);
  const concepts = createConcepts(book, glossary.synonyms);
  const vocabulary = createVocabulary();
  const descriptions = createDescriptions();
  const search = new MiniSearch<IndexedParagraph>(SEARCH_OPTIONS);
  const paragraphs: ParagraphRecord[] = [];
  const passages: PassageRecord[] = [];
  const labels = new Set<string>();
  for (const [article, story] of stories.entries()) {
    const read = readParagraphs(story, { concepts, vocabulary, descriptions });
    for (const label of read.labels) labels.add(label);
    for (const { terms, runs, indexed } of read.paragraphs) {
      const id = paragraphs.length;
      const own = runs.map((run, at) => ({ ...run, id: passages.length + at, paragraph: id }));
      passages.push(...own);
      paragraphs.push({ ...terms, id, article, passages: own });
      search.add({ id, ...indexed });
    }
  }
  const paragraphsBySpeaker = groupBySpeaker(passages);
  const copies = findCopies(articles, paragraphs, passages, vocabulary);
  const lexicon = createLexicon({
    sources: sourcesOf(sources),
    averageLength: averageOf(paragraphs, ({ tokens }) => tokens.length),
    averageTerms: {
      text: averageOf(paragraphs, ({ distinctTerms }) => distinctTerms),
      title: averageOf(paragraphs, ({ titleTerms }) => titleTerms.size),
    },
    quoted: new Set(paragraphsBySpeaker.keys()),
    descriptions: descriptions.described,
    speakerLabels: readLabels(labels, book),
    ...{ vocabulary, thesaurus, concepts },
  });
  return { articles, paragraphs, passages, paragraphsBySpeaker, copies, lexicon, search };
}

function averageOf(paragraphs: readonly ParagraphRecord[], measure: (paragraph: ParagraphRecord) => number): number {
  return paragraphs.reduce((sum, paragraph) => sum + measure(paragraph), 0) / Math.max(1, paragraphs.length);
}

/** The articles as answers name them. */
export function sourcesOf(articles: readonly Article[]): ArticleSource[] {
  return articles.map(sourceOf);
}

function groupBySpeaker(passages: readonly PassageRecord[]): Map<number, number[]> {
  const groups = new Map<number, Set<number>>();
  for (const { statements, paragraph } of passages) {
    for (const id of statements.flatMap((statement) => statement.speakerIds)) {
      const group = groups.get(id) ?? new Set();
      groups.set(id, group.add(paragraph));
    }
  }
  return new Map([...groups].map(([id, group]) => [id, [...group]]));
}
