import type { Span } from "../answer/answer.ts";
import type { Article } from "../corpus/article.ts";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { splitSentences } from "../text/sentences.ts";
import { type Token, tokenize } from "../text/tokenize.ts";

/** One sentence of a passage, with what it is compared by. All offsets are in its own text, half-open. */
export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Numbers of the question's terms that stand in it, and where they begin. */
  readonly hits: readonly { readonly term: number; readonly start: number }[];
  readonly article: Article;
}

// A comma in a number and a colon in a time of day have no space behind them.
const CLAUSE_END = /[,;:!?]\s|[()“”"—]|\s[–-]\s|\s(?=(?:but|while|whereas|although|though)\s)/g;

/** Reads the sentences of a passage. */
export function readSentences({ paragraph, passage, hits }: RankedPassage, { articles }: CorpusIndex): Sentence[] {
  const article = articles[paragraph.article];
  if (!article) return [];
  return splitSentences(article.body.slice(passage.start, passage.end), passage.start).map(({ start, end }) => {
    const text = article.body.slice(start, end);
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
