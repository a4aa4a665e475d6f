import type { Article, ArticleSource } from "../corpus/article.ts";
import { sourceOf } from "../corpus/opening.ts";
import { type Paragraph, splitParagraphs } from "../corpus/paragraphs.ts";
import { type ReadableArticle, readArticle } from "../corpus/readable-article.ts";
import type { Concepts } from "../names/concepts.ts";
import type { createDescriptions } from "../names/descriptions.ts";
import { annotateStatements, type Statement } from "../speech/annotate-statements.ts";
import { overlapsInOrder } from "../text/overlaps.ts";
import type { Span } from "../text/span.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import { createTitles, numberTerms, placesOf, searchedTerms, textAbove } from "./paragraph-terms.ts";
import { type ParagraphTerms, type SentenceRun, splitPassages, type TokenRun } from "./passages.ts";
import { storeStatements } from "./store-statements.ts";
import type { VocabularyBuilder } from "./vocabulary.ts";

/** What one article tells by itself, whatever others there are. */
export interface Story {
  readonly article: ReadableArticle;
  /** The article as answers name it. */
  readonly source: ArticleSource;
  /** Those of its text. */
  readonly paragraphs: readonly Paragraph[];
  /** Those that reach into some paragraph of its text. */
  readonly statements: readonly Statement[];
}

/** Reads an article alone. */
export function readStory(untouched: Article): Story {
  const article = readArticle(untouched);
  const paragraphs = splitParagraphs(article.body).filter(({ kind }) => kind === "text" || kind === "question");
  const source = sourceOf(untouched);
  return { article, source, paragraphs, statements: withinStory(annotateStatements(article.body), paragraphs) };
}

/** The paragraphs of a story alone: headings capitalize what is no name. */
export function textOfStory({ article, paragraphs }: Story): string {
  return paragraphs.map(({ start, end }) => article.body.slice(start, end)).join("\n\n");
}

/** A paragraph of a story, with what can be cited of it and the terms by which it is found, apart by spaces. */
export interface StoryParagraph {
  readonly terms: ParagraphTerms;
  readonly runs: readonly TokenRun[];
  readonly indexed: { readonly text: string; readonly title: string };
}

/** A story in terms of a corpus. */
export interface ReadStory {
  readonly paragraphs: readonly StoryParagraph[];
  /** Whoever speaks in it, as the corpus names them. */
  readonly labels: readonly string[];
}

/** What is found out about a corpus while its stories are read. */
export interface Findings {
  readonly concepts: Concepts;
  /** Counts what is read. */
  readonly vocabulary: VocabularyBuilder;
  readonly descriptions: ReturnType<typeof createDescriptions>;
}

/** Reads the paragraphs of a story in terms of a corpus: its names, and a vocabulary that grows with it. */
export function readParagraphs(story: Story, { concepts, vocabulary, descriptions }: Findings): ReadStory {
  const { article } = story;
  const titleOf = createTitles(concepts, vocabulary);
  const statements = storeStatements(story.statements, concepts.book);
  const statementsIn = overlapsInOrder(statements);
  const paragraphs = story.paragraphs.map((paragraph, position) => {
    const text = article.body.slice(paragraph.start, paragraph.end);
    const tokens = tokenize(text);
    descriptions.read(text, tokens, concepts.book.inArticle(tokens));
    const hits = concepts.inArticle(tokens);
    const heading = sliceOf(article.body, paragraph.heading);
    const intro = sliceOf(article.body, paragraph.intro);
    const runs = paragraph.kind === "question" ? [] : splitPassages(article.body, paragraph, statementsIn(paragraph));
    const numbered = numberTerms(tokens, hits, vocabulary);
    const title = titleOf(textAbove(article.title, heading, intro, position === 0));
    vocabulary.countTitle(title.terms);
    const terms: ParagraphTerms = {
      start: paragraph.start,
      end: paragraph.end,
      position,
      isListed: paragraph.intro !== null,
      heading: heading ?? "",
      ...numbered,
      places: placesOf(tokens, paragraph.start),
      titleTokens: title.tokens,
      titleTerms: title.terms,
      headingTerms: titleOf(heading ?? "").terms,
    };
    const indexed = { text: searchedTerms(tokens, hits).join(" "), title: title.indexed };
    return { terms, runs: placeRuns(runs, paragraph, tokens), indexed };
  });
  return { paragraphs, labels: statements.flatMap(({ speaker }) => speaker ?? []) };
}

/** The statements that reach into some paragraph of the story itself; both in order. */
function withinStory(statements: readonly Statement[], paragraphs: readonly Span[]): Statement[] {
  const statementsIn = overlapsInOrder(statements);
  return [...new Set(paragraphs.flatMap((paragraph) => statementsIn(paragraph)))];
}

function sliceOf(body: string, span: Span | null): string | null {
  return span && body.slice(span.start, span.end);
}

function placeRuns(runs: readonly SentenceRun[], paragraph: Span, tokens: readonly Token[]): TokenRun[] {
  let token = 0;
  return runs.map((run) => {
    const behind = (offset: number) => {
      while (token < tokens.length && (tokens[token]?.start ?? 0) + paragraph.start < offset) token++;
      return token;
    };
    const tokenFrom = behind(run.start);
    behind(run.end);
    return { ...run, tokenFrom, tokenTo: token };
  });
}
