import type { StoredStatement, TokenRun } from "../indexing/passages.ts";
import { fold } from "../text/fold.ts";
import { tokenize } from "../text/tokenize.ts";
import type { Contents } from "./contents.ts";
import { findGarbled, type GarbledArticle } from "./garbling.ts";
import { canBeOneText } from "./same-wording.ts";
import type { SimilarPair } from "./similarity.ts";

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

/** What a passage says, and its direct quotations as folded words. */
export interface PassageWording {
  readonly text: string;
  readonly quotations: readonly string[][];
}

/**
 * Which of the passages that are alike are copies.
 * @param residues for every article, the traces of a machine in every 1,000 characters.
 * @param wordingOf the wording of any passage of a pair.
 */
export function judgeCopies(
  pairs: readonly SimilarPair[],
  contents: Contents,
  residues: readonly number[],
  wordingOf: (passage: number) => PassageWording,
): Copies {
  const quotationsOf = (passage: number) => wordingOf(passage).quotations;
  const garbled = findGarbled(residues, contents, quotationsOf, pairs);
  const sameText = new Map<number, number[]>();
  const addCopies = (a: number, b: number) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const copies = sameText.get(one);
      if (copies) copies.push(other);
      else sameText.set(one, [other]);
    }
  };
  for (const { a, b, similarity } of pairs) {
    if (garbled.has(contents.articleOf(a)) || garbled.has(contents.articleOf(b))) continue;
    const [one, other] = [wordingOf(a).text, wordingOf(b).text];
    if (Math.max(one.length, other.length) > LONGEST_COMPARED) {
      if (one === other) addCopies(a, b);
      continue;
    }
    if (similarity >= SAME_EVENT && !canBeOneText(one, other)) continue;
    if (similarity < SAME_TEXT && !shareQuotation(quotationsOf(a), quotationsOf(b))) continue;
    addCopies(a, b);
  }
  return { sameText, garbled, original: originals(pairs, contents, garbled) };
}

function originals(pairs: readonly SimilarPair[], contents: Contents, garbled: ReadonlyMap<number, unknown>) {
  const best = new Map<number, SimilarPair>();
  const original = new Map<number, number>();
  for (const pair of pairs) {
    for (const [copy, sound] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      if (!garbled.has(contents.articleOf(copy)) || garbled.has(contents.articleOf(sound))) continue;
      if (pair.similarity <= (best.get(copy)?.similarity ?? 0)) continue;
      best.set(copy, pair);
      original.set(copy, sound);
    }
  }
  return original;
}

/** A sentence of more characters is none that somebody wrote: it is a copy where it is one to the letter, and disagrees with none. */
const LONGEST_COMPARED = 1200;

/** No article quotes more characters at a time. */
const LONGEST_QUOTATION = 4000;

/**
 * @returns what reads the wordings of passages. Quotations are whole ones, so that it does not matter where one is cut, each
 * read once; of one without end what stands in the passage.
 */
export function createWordings(): (passage: TokenRun, body: string) => PassageWording {
  const known = new Map<StoredStatement, string[]>();
  return ({ start, end, statements }, body) => {
    const wordsIn = (from: number, to: number) => tokenize(fold(body.slice(from, to))).map(({ word }) => word);
    const quotations = statements
      .filter(({ speech }) => speech === "direct")
      .map((statement) => {
        if (statement.end - statement.start > LONGEST_QUOTATION)
          return wordsIn(Math.max(start, statement.start), Math.min(end, statement.end));
        const words = known.get(statement) ?? wordsIn(statement.start, statement.end);
        known.set(statement, words);
        return words;
      });
    return { text: body.slice(start, end), quotations };
  };
}

function shareQuotation(a: readonly string[][], b: readonly string[][]): boolean {
  return a.some((one) =>
    b.some((other) => {
      const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
      return shorter.length >= MIN_SHARED_QUOTATION && ` ${longer.join(" ")} `.includes(` ${shorter.join(" ")} `);
    }),
  );
}
