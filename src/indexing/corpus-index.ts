import MiniSearch, { type Options } from "minisearch";
import type { ArticleSource, Span } from "../answer/answer.ts";
import { type Copies, findCopies } from "../copies/copies.ts";
import { knowledgeOf } from "../copies/knowledge.ts";
import type { Article } from "../corpus/article.ts";
import type { Corpus } from "../corpus/load-corpus.ts";
import { splitParagraphs } from "../corpus/paragraphs.ts";
import { collectNames } from "../names/collect-names.ts";
import { type Concepts, createConcepts } from "../names/concepts.ts";
import { createDescriptions, type Descriptions } from "../names/descriptions.ts";
import { annotateStatements, type Statement } from "../statements/annotate-statements.ts";
import { overlapsInOrder } from "../text/overlaps.ts";
import { type Token, termsOf, tokenize } from "../text/tokenize.ts";
import { createThesaurus, type Thesaurus } from "../thesaurus/thesaurus.ts";
import { createTitles, numberTerms, placesOf, searchedTerms, textAbove } from "./paragraph-terms.ts";
import { type SentenceRun, type StoredParagraph, type StoredPassage, splitPassages } from "./passages.ts";
import { createRelatedTerms, type RelatedTerms } from "./related-terms.ts";
import { createSourceScopes, type SourceScopes } from "./source-scopes.ts";
import { storeStatements } from "./store-statements.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";
import { createWordFamilies, type WordFamilies } from "./word-families.ts";

/** All that is known of a corpus once it is loaded; nothing in it changes afterwards. */
export interface CorpusIndex {
  readonly articles: readonly Article[];
  readonly sources: readonly ArticleSource[];
  readonly paragraphs: readonly StoredParagraph[];
  readonly passages: readonly StoredPassage[];
  /** Numbers of the paragraphs that hold words of a speaker, by the speaker's number in the name book. */
  readonly paragraphsBySpeaker: ReadonlyMap<number, readonly number[]>;
  /** Mean number of tokens in a paragraph. */
  readonly averageLength: number;
  /** Mean numbers of different terms in a paragraph and in the title above it. */
  readonly averageTerms: AverageTerms;
  readonly copies: Copies;
  readonly descriptions: Descriptions;
  /** The terms of every label under which somebody speaks. */
  readonly speakerTerms: readonly ReadonlySet<string>[];
  readonly vocabulary: Vocabulary;
  readonly families: WordFamilies;
  readonly relatives: RelatedTerms;
  /** General English, for words of questions that the corpus lacks. */
  readonly thesaurus: Thesaurus;
  readonly concepts: Concepts;
  /** Whose articles a question may be limited to. */
  readonly scopes: SourceScopes;
  readonly search: MiniSearch<IndexedParagraph>;
}

/** How long the searched fields are, counted as BM25 counts them here: in different terms. */
export interface AverageTerms {
  readonly text: number;
  readonly title: number;
}

/** What MiniSearch is given: terms that are already tokenized and stemmed, apart by spaces. */
export interface IndexedParagraph {
  readonly id: number;
  readonly text: string;
  readonly title: string;
}

/** BM25+ settings. k and b were chosen on public reading-comprehension questions (docs/how-an-answer-is-found.md). */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
/** A hit in the title finds every paragraph of an article alike, so it may raise a score but not make one. */
export const TITLE_BOOST = 0.3;

/** How MiniSearch is set up, for an index that is made and for one that is read back. */
export const SEARCH_OPTIONS: Options<IndexedParagraph> = {
  fields: ["text", "title"],
  tokenize: (terms) => (terms === "" ? [] : terms.split(" ")),
  processTerm: (term) => term,
  searchOptions: { bm25: BM25, boost: { title: TITLE_BOOST }, combineWith: "OR", prefix: false, fuzzy: false },
};

/** Reads a corpus once: paragraphs, statements, names, passages, and the index over them. */
export function buildCorpusIndex(corpus: Corpus): CorpusIndex {
  const { articles, glossary } = corpus;
  const layouts = articles.map((article) => splitParagraphs(article.body).filter(({ kind }) => kind === "text"));
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
  const paragraphs: StoredParagraph[] = [];
  const passages: StoredPassage[] = [];
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
      const runs = splitPassages(article.body, paragraph, statementsIn(paragraph));
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
  const copies = findCopies(articles, paragraphs, passages, vocabulary, knowledgeOf(thesaurus, book));
  const labels = new Set(statements.flat().flatMap(({ speaker }) => speaker ?? []));
  const speakerTerms = [...labels].map((label) => new Set(termsOf(label)));
  const sources = sourcesOf(articles);
  return {
    articles,
    sources,
    scopes: createSourceScopes(sources),
    paragraphs,
    passages,
    paragraphsBySpeaker,
    averageLength: averageOf(paragraphs, ({ tokens }) => tokens.length),
    averageTerms: {
      text: averageOf(paragraphs, ({ distinctTerms }) => distinctTerms),
      title: averageOf(paragraphs, ({ titleTerms }) => titleTerms.size),
    },
    copies,
    descriptions: descriptions.described,
    speakerTerms,
    vocabulary,
    families: createWordFamilies(vocabulary),
    relatives: createRelatedTerms(thesaurus, vocabulary, concepts),
    thesaurus,
    concepts,
    search,
  };
}

function averageOf(paragraphs: readonly StoredParagraph[], measure: (paragraph: StoredParagraph) => number): number {
  return paragraphs.reduce((sum, paragraph) => sum + measure(paragraph), 0) / Math.max(1, paragraphs.length);
}

/** The statements that reach into some paragraph of the story itself; both in order. */
function withinStory(statements: readonly Statement[], paragraphs: readonly Span[]): Statement[] {
  const statementsIn = overlapsInOrder(statements);
  return [...new Set(paragraphs.flatMap((paragraph) => statementsIn(paragraph)))];
}

/** The articles as answers name them. */
export function sourcesOf(articles: readonly Article[]): ArticleSource[] {
  return articles.map(({ body: _, ...source }) => source);
}

function groupBySpeaker(passages: readonly StoredPassage[]): Map<number, number[]> {
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
): StoredPassage[] {
  let token = 0;
  return runs.map((run, at) => {
    const tokenFrom = token;
    while (token < tokens.length && (tokens[token]?.start ?? 0) + paragraph.start < run.end) token++;
    return { ...run, id: firstId + at, paragraph: paragraphId, tokenFrom, tokenTo: token };
  });
}
