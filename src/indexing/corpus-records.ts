import MiniSearch, { type Options } from "minisearch";
import { type Copies, findCopies } from "../copies/copies.ts";
import type { Article, ArticleSource } from "../corpus/article.ts";
import type { Corpus } from "../corpus/load-corpus.ts";
import { sourceOf } from "../corpus/opening.ts";
import { splitParagraphs } from "../corpus/paragraphs.ts";
import { type ReadableArticle, readArticle } from "../corpus/readable-article.ts";
import { collectNames } from "../names/collect-names.ts";
import { createConcepts } from "../names/concepts.ts";
import { createDescriptions } from "../names/descriptions.ts";
import { readLabels } from "../names/speaker-labels.ts";
import { annotateStatements, type Statement } from "../speech/annotate-statements.ts";
import { overlapsInOrder } from "../text/overlaps.ts";
import type { Span } from "../text/span.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import { createThesaurus } from "../thesaurus/thesaurus.ts";
import { BM25, TITLE_BOOST } from "./bm25.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import { createTitles, numberTerms, placesOf, searchedTerms, textAbove } from "./paragraph-terms.ts";
import { type ParagraphRecord, type PassageRecord, type SentenceRun, splitPassages } from "./passages.ts";
import { storeStatements } from "./store-statements.ts";
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
export function readCorpus(corpus: Corpus): CorpusRecords {
  const { glossary } = corpus;
  const articles = corpus.articles.map(readArticle);
  const layouts = articles.map((article) =>
    splitParagraphs(article.body).filter(({ kind }) => kind === "text" || kind === "question"),
  );
  const annotated = articles.map(({ body }, number) => withinStory(annotateStatements(body), layouts[number] ?? []));
  const speakers = annotated.flat().flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
  const thesaurus = createThesaurus();
  const stories = articles.map(({ body }, number) =>
    (layouts[number] ?? []).map(({ start, end }) => body.slice(start, end)).join("\n\n"),
  );
  const book = collectNames(articles, stories, glossary, speakers, thesaurus);
  const concepts = createConcepts(book, glossary.synonyms);
  const statements = annotated.map((found) => storeStatements(found, book));
  const vocabulary = createVocabulary();
  const search = new MiniSearch<IndexedParagraph>(SEARCH_OPTIONS);
  const paragraphs: ParagraphRecord[] = [];
  const passages: PassageRecord[] = [];
  const descriptions = createDescriptions();
  articles.forEach((article, number) => {
    let position = 0;
    const titleOf = createTitles(concepts, vocabulary);
    const statementsIn = overlapsInOrder(statements[number] ?? []);
    for (const paragraph of layouts[number] ?? []) {
      const text = article.body.slice(paragraph.start, paragraph.end);
      const tokens = tokenize(text);
      descriptions.read(text, tokens, book.inArticle(tokens));
      const hits = concepts.inArticle(tokens);
      const heading = sliceOf(article.body, paragraph.heading);
      const intro = sliceOf(article.body, paragraph.intro);
      const id = paragraphs.length;
      const said = statementsIn(paragraph);
      const runs = paragraph.kind === "question" ? [] : splitPassages(article.body, paragraph, said);
      const own = placePassages(runs, paragraph, tokens, id, passages.length);
      passages.push(...own);
      const numbered = numberTerms(tokens, hits, vocabulary);
      const title = titleOf(textAbove(article.title, heading, intro, position === 0));
      vocabulary.countTitle(title.terms);
      paragraphs.push({
        id,
        start: paragraph.start,
        end: paragraph.end,
        article: number,
        position: position++,
        isListed: paragraph.intro !== null,
        ...numbered,
        places: placesOf(tokens, paragraph.start),
        titleTokens: title.tokens,
        titleTerms: title.terms,
        headingTerms: titleOf(heading ?? "").terms,
        passages: own,
      });
      search.add({ id, text: searchedTerms(tokens, hits).join(" "), title: title.indexed });
    }
  });
  const paragraphsBySpeaker = groupBySpeaker(passages);
  const copies = findCopies(articles, paragraphs, passages, vocabulary);
  const labels = new Set(statements.flat().flatMap(({ speaker }) => speaker ?? []));
  const lexicon = createLexicon({
    sources: sourcesOf(corpus.articles),
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

/** The statements that reach into some paragraph of the story itself; both in order. */
function withinStory(statements: readonly Statement[], paragraphs: readonly Span[]): Statement[] {
  const statementsIn = overlapsInOrder(statements);
  return [...new Set(paragraphs.flatMap((paragraph) => statementsIn(paragraph)))];
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

function sliceOf(body: string, span: Span | null): string | null {
  return span && body.slice(span.start, span.end);
}

function placePassages(
  runs: readonly SentenceRun[],
  paragraph: Span,
  tokens: readonly Token[],
  paragraphId: number,
  firstId: number,
): PassageRecord[] {
  let token = 0;
  return runs.map((run, at) => {
    const behind = (offset: number) => {
      while (token < tokens.length && (tokens[token]?.start ?? 0) + paragraph.start < offset) token++;
      return token;
    };
    const tokenFrom = behind(run.start);
    behind(run.end);
    return { ...run, id: firstId + at, paragraph: paragraphId, tokenFrom, tokenTo: token };
  });
}
