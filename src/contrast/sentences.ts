import { textOf } from "../indexing/passages.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { type Token, tokenize } from "../text/tokenize.ts";

/** One sentence of a passage, with what it is compared by. All offsets are in its own text, half-open. */
export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Numbers of the question's terms that stand in it, and where they begin. */
  readonly hits: readonly { readonly term: number; readonly start: number }[];
  readonly article: ReadArticle;
}

/** What is known of the article that a sentence stands in. */
export interface ReadArticle {
  readonly published: string | null;
  /** The texts of its paragraphs. */
  readonly texts: readonly string[];
}

// A comma in a number and a colon in a time of day have no space behind them.
const CLAUSE_END = /[,;:!?]\s|[()“”"—]|\s[–-]\s|\s(?=(?:but|while|whereas|although|though)\s)/g;

/** Reads the sentences of a passage. @param texts of the paragraphs of its article. */
export function readSentences({ paragraph, passage, hits }: RankedPassage, texts: readonly string[]): Sentence[] {
  const article = { published: paragraph.article.source.published, texts };
  return splitSentences(textOf(paragraph, passage), passage.start).map(({ start, end }) => {
    const text = textOf(paragraph, { start, end });
    const places = hits.map(({ term, from }) => ({ term, start: (paragraph.places[2 * from] ?? 0) - start }));
    return { text, tokens: tokenize(text), hits: within(places, { start: 0, end: text.length }), article };
  });
}

/** The clause around an offset, as far as commas, dashes and words such as "but" tell. */
export function clauseAt({ text }: Sentence, offset: number): Span {
  const ends = [...text.matchAll(CLAUSE_END)].map(({ index }) => index);
  return { start: ends.findLast((end) => end < offset) ?? 0, end: ends.find((end) => end >= offset) ?? text.length };
}

/** Those things that begin in a span. */
export function within<Thing extends { readonly start: number }>(
  things: readonly Thing[],
  { start, end }: Span,
): Thing[] {
  return things.filter((thing) => thing.start >= start && thing.start < end);
}
