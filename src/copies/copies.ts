import type { Article } from "../corpus/article.ts";
import type { ParagraphRecord, PassageRecord, StoredStatement } from "../indexing/passages.ts";
import type { Vocabulary } from "../indexing/vocabulary.ts";
import { fold } from "../text/fold.ts";
import { tokenize } from "../text/tokenize.ts";
import type { Content } from "./alike-articles.ts";
import { findGarbled, type GarbledArticle } from "./garbling.ts";
import { canBeOneText } from "./same-wording.ts";
import { findSimilar, type SimilarPair } from "./similarity.ts";

/** Which passages print the same text, and which articles are garbled rewrites of others. */
export interface Copies {
  /** For every passage, the passages of other articles that print the same, without itself. */
  readonly sameText: ReadonlyMap<number, readonly number[]>;
  /** Garbled rewrites by number of the article, with the reasons. */
  readonly garbled: ReadonlyMap<number, GarbledArticle>;
  /** For a passage of a garbled article, the sound passage it was made of. */
  readonly original: ReadonlyMap<number, number>;
}

/** So alike, two passages tell the same event. */
const SAME_EVENT = 0.42;
/** From here on two sentences are the same text, give or take a house style. */
const SAME_TEXT = 0.62;
/** A quotation of so many words that stands in both makes two passages the same statement. */
const MIN_SHARED_QUOTATION = 5;

const NO_ARTICLE: Article = { id: "", title: null, outlet: null, author: null, published: null, url: null, body: "" };

/** Compares all passages of a corpus once, at load. */
export function findCopies(
  articles: readonly Article[],
  paragraphs: readonly ParagraphRecord[],
  passages: readonly PassageRecord[],
  vocabulary: Vocabulary,
): Copies {
  const contents = passages.map((passage): Content => {
    const paragraph = paragraphs[passage.paragraph];
    const ids = paragraph?.tokens.subarray(passage.tokenFrom, passage.tokenTo) ?? new Int32Array();
    return { article: paragraph?.article ?? -1, terms: new Set([...ids].filter((id) => id >= 0)) };
  });
  const pairs = findSimilar(contents, vocabulary);
  const wordsQuoted = new Map<StoredStatement, string[]>();
  const quotations = passages.map((passage, number) =>
    quotationsOf(passage, articles[contents[number]?.article ?? -1], wordsQuoted),
  );
  const garbled = findGarbled(articles, contents, quotations, pairs);
  const sameText = new Map<number, number[]>();
  const articleOf = (number: number) => articles[contents[number]?.article ?? -1] ?? NO_ARTICLE;
  const textOf = (number: number) => articleOf(number).body.slice(passages[number]?.start, passages[number]?.end);
  const addCopies = (a: number, b: number) => {
    sameText.set(a, [...(sameText.get(a) ?? []), b]);
    sameText.set(b, [...(sameText.get(b) ?? []), a]);
  };
  for (const { a, b, similarity } of pairs) {
    const [one, other] = [contents[a], contents[b]];
    if (!one || !other || garbled.has(one.article) || garbled.has(other.article)) continue;
    if (isEndless(passages[a]) || isEndless(passages[b])) {
      if (textOf(a) === textOf(b)) addCopies(a, b);
      continue;
    }
    if (similarity >= SAME_EVENT && !canBeOneText(textOf(a), textOf(b))) continue;
    if (similarity < SAME_TEXT && !shareQuotation(quotations[a] ?? [], quotations[b] ?? [])) continue;
    addCopies(a, b);
  }
  return { sameText, garbled, original: originals(pairs, contents, garbled) };
}

function originals(pairs: readonly SimilarPair[], contents: readonly Content[], garbled: ReadonlyMap<number, unknown>) {
  const best = new Map<number, SimilarPair>();
  const original = new Map<number, number>();
  for (const pair of pairs) {
    for (const [copy, sound] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      if (!garbled.has(contents[copy]?.article ?? -1) || garbled.has(contents[sound]?.article ?? -1)) continue;
      if (pair.similarity <= (best.get(copy)?.similarity ?? 0)) continue;
      best.set(copy, pair);
      original.set(copy, sound);
    }
  }
  return original;
}

/** A sentence of more characters is none that somebody wrote: it is a copy where it is one to the letter, and disagrees with none. */
const LONGEST_COMPARED = 1200;

function isEndless(passage: PassageRecord | undefined): boolean {
  return passage !== undefined && passage.end - passage.start > LONGEST_COMPARED;
}

/** No article quotes more characters at a time. */
const LONGEST_QUOTATION = 4000;

/**
 * The quotations of a passage as folded words: whole ones, so that it does not matter where one is cut; of one without end
 * what stands in the passage. @param known those that were read for other passages, by their statements.
 */
function quotationsOf(
  { start, end, statements }: PassageRecord,
  article: Article | undefined,
  known: Map<StoredStatement, string[]>,
): string[][] {
  const wordsIn = (from: number, to: number) =>
    tokenize(fold(article?.body.slice(from, to) ?? "")).map(({ word }) => word);
  return statements
    .filter(({ speech }) => speech === "direct")
    .map((statement) => {
      if (statement.end - statement.start > LONGEST_QUOTATION)
        return wordsIn(Math.max(start, statement.start), Math.min(end, statement.end));
      const words = known.get(statement) ?? wordsIn(statement.start, statement.end);
      known.set(statement, words);
      return words;
    });
}

function shareQuotation(a: readonly string[][], b: readonly string[][]): boolean {
  return a.some((one) =>
    b.some((other) => {
      const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
      return shorter.length >= MIN_SHARED_QUOTATION && ` ${longer.join(" ")} `.includes(` ${shorter.join(" ")} `);
    }),
  );
}
