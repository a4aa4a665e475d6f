import type { ArticleSource } from "../corpus/article.ts";
import type { Citation } from "../corpus/readable-article.ts";
import type { Speech } from "../speech/speech.ts";
import { overlapsInOrder } from "../text/overlaps.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";

/** What somebody says in an article, with the speaker as answers name them. */
export interface StoredStatement extends Span {
  readonly speech: Speech;
  /** Whether it claims something, rather than that it reports what somebody is to do. */
  readonly asserts: boolean;
  /** The fullest name the corpus knows; `null` where it is unclear who speaks. */
  readonly speaker: string | null;
  /** The names that the speaker is, stands for or belongs to: numbers in the name book. */
  readonly speakerIds: readonly number[];
}

/** A piece of one paragraph that can be cited: whole sentences, offsets in the article's body. */
export interface SentenceRun extends Span {
  readonly statements: readonly StoredStatement[];
}

/** A piece that can be cited, with the place of its tokens in its paragraph (half-open). */
export interface TokenRun extends SentenceRun {
  readonly tokenFrom: number;
  readonly tokenTo: number;
}

/** Where a passage stands, by keys that are the same in every index of the corpus. */
export interface PassageKey {
  readonly key: string;
  readonly paragraph: string;
  readonly article: StoredArticle;
}

/** A piece that can be cited, as ranking reads it. */
export interface StoredPassage extends TokenRun {
  readonly key: string;
  /** Its place among the paragraph's passages, from 0. */
  readonly row: number;
  /** The passages of other articles that print the same. */
  readonly duplicates: readonly PassageKey[];
  /** Of a passage of a garbled article, the sound one it was made of. */
  readonly original: PassageKey | null;
}

/** An article as its paragraphs carry it. */
export interface StoredArticle {
  readonly source: ArticleSource;
  /** Its place in the corpus: of what is equally good, the first is taken. */
  readonly order: number;
  /** Whether it is a machine's rewrite of another one. */
  readonly isGarbled: boolean;
}

/** What a paragraph is made of, in terms of the vocabulary. */
export interface ParagraphTerms extends Span {
  /** The place among the article's paragraphs of text, from 0. */
  readonly position: number;
  /** Numbers of the tokens' terms in order, `STOP_ID` for stop words. */
  readonly tokens: Int32Array;
  /** Where the tokens stand in the body: pairs of start and end. */
  readonly places: Int32Array;
  /** Whether it is an item of a list that a paragraph before it announces. */
  readonly isListed: boolean;
  /** Triples: number of a concept's term, first token, token behind the last. */
  readonly concepts: Int32Array;
  /** How many different terms it has. */
  readonly distinctTerms: number;
  /** The heading above it, or the question that it answers, and the line that announces its list; empty for none. */
  readonly heading: string;
  /** Numbers of the terms of the article's title and the heading above, as often as they stand there. */
  readonly titleTokens: Int32Array;
  /** The same once each. */
  readonly titleTerms: ReadonlySet<number>;
  /** Those of the heading alone. */
  readonly headingTerms: ReadonlySet<number>;
}

/** A paragraph as ranking reads it; offsets are those of the article's readable body. */
export interface StoredParagraph extends ParagraphTerms {
  /** The article's id and the paragraph's place in it: the same in every index of the corpus. */
  readonly key: string;
  readonly article: StoredArticle;
  readonly text: string;
  readonly passages: readonly StoredPassage[];
  /** What stands between two offsets, as the article has it to the letter. */
  cite(span: Span): Citation;
}

/** The key of the paragraph at a place among an article's paragraphs of text. */
export function paragraphKey(position: number, { source }: Pick<StoredArticle, "source">): string {
  return `${source.id}#${position}`;
}

/** The key of a passage by its place in the paragraph that has a key. */
export function passageKey(paragraph: string, row: number): string {
  return `${paragraph}/${row}`;
}

/** The text between two offsets within a paragraph. */
export function textOf({ text, start }: StoredParagraph, span: Span): string {
  return text.slice(span.start - start, span.end - start);
}

/** The order of paragraphs in the corpus: of what is equally good, the first is taken. */
export function inCorpus(a: StoredParagraph, b: StoredParagraph): number {
  return a.article.order - b.article.order || a.position - b.position;
}

/** The mark of an item is layout, not wording: a citation begins behind it. */
const LIST_MARK = /^(?:[-*•–·]|\d{1,2}[.)])\s+(?=\S)/;
/** What the writer asks is no answer. */
const QUESTION = /\?["”’')\]]*$/;
/** A quotation longer than this may be cut between its sentences: nobody reads a page in a chat. */
const MAX_WORDS_KEPT_TOGETHER = 70;

/**
 * Cuts a paragraph into what can be cited: single sentences, or the sentences that one quotation runs over.
 * @param statements those of the article that reach into the paragraph, in order.
 */
export function splitPassages(body: string, paragraph: Span, statements: readonly StoredStatement[]): SentenceRun[] {
  const text = body.slice(paragraph.start, paragraph.end);
  const mark = LIST_MARK.exec(text)?.[0].length ?? 0;
  const sentences = splitSentences(text.slice(mark), paragraph.start + mark);
  const quotationsIn = overlapsInOrder(statements.filter(({ speech }) => speech === "direct"));
  const runs: Span[] = [];
  let open: Span | null = null;
  for (const sentence of sentences) {
    const joined: Span | null = open && { start: open.start, end: sentence.end };
    const runsOver: boolean = open !== null && quotationsIn({ start: sentence.start, end: open.end }).length > 0;
    if (joined && runsOver && short(body, joined)) {
      open = joined;
    } else {
      if (open) runs.push(open);
      open = sentence;
    }
  }
  if (open) runs.push(open);
  const statementsIn = overlapsInOrder(statements);
  return runs
    .map((run) => ({ ...run, statements: statementsIn(run) }))
    .filter((run) => run.statements.length > 0 || !QUESTION.test(body.slice(run.start, run.end)));
}

function short(body: string, span: Span): boolean {
  return body.slice(span.start, span.end).split(/\s+/).length <= MAX_WORDS_KEPT_TOGETHER;
}
