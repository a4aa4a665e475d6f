import type { Article } from "../corpus/article.ts";
import { type Token, tokenize } from "../text/tokenize.ts";

/** A passage read for what it commits itself to: its words, and which of them stand in one sentence and one clause. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** For every token, the number of its sentence. */
  readonly sentences: readonly number[];
  /** For every token, the number of its clause, as far as commas and dashes tell. */
  readonly clauses: readonly number[];
  /** Names and groups of synonyms by the index's term, and the tokens they begin at; none where nothing was asked. */
  readonly concepts: readonly { readonly term: string; readonly at: number }[];
  /** The title of its article. */
  readonly title: string;
  /** All that its article says, by which a name is known to be no stranger there. */
  readonly background: string;
  /** ISO date of its article, where it has one. */
  readonly published: string | null;
}

/** Tokens of a reading, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const SENTENCE_END = /[;:!?\n]|\.[”’"')\]]*\s+[“‘"'(]*$/;
const CLAUSE_END = /[,;:!?()“”"—\n]|\s[–-]\s|\.[”’"')\]]*\s/;
/** A full stop behind these ends no sentence, whatever follows. */
const ABBREVIATIONS = new Set("mr mrs ms dr prof st lt gen sen rep gov col capt sgt adm no vs".split(" "));
const TURNING = new Set(["but", "while", "whereas", "although", "though"]);

/** Reads a passage; its article's text is looked at only where a name has to be known. */
export function readPassage(
  text: string,
  { body, title, published }: Article,
  concepts: Reading["concepts"] = [],
): Reading {
  const tokens = tokenize(text);
  const sentences: number[] = [];
  const clauses: number[] = [];
  let [sentence, clause] = [0, 0];
  tokens.forEach((token, at) => {
    const previous = tokens[at - 1];
    const gap = previous ? text.slice(previous.end, token.start) : "";
    if (previous && endsSentence(previous, gap, token)) sentence++;
    if (previous && (CLAUSE_END.test(gap) || TURNING.has(token.word))) clause++;
    sentences.push(sentence);
    clauses.push(clause);
  });
  return { text, tokens, sentences, clauses, concepts, title: title ?? "", background: body, published };
}

function endsSentence(previous: Token, gap: string, next: Token): boolean {
  if (!SENTENCE_END.test(gap)) return false;
  // A colon in a time of day and a full stop before a small letter or a figure end nothing.
  if (gap === ":" || (gap.includes(".") && !next.capital)) return false;
  return !gap.includes(".") || !ABBREVIATIONS.has(previous.word);
}

/** The tokens of the sentence that a token stands in. */
export function sentenceAt({ sentences }: Reading, at: number): Range {
  return rangeOf(sentences, at);
}

/** The tokens of the clause that a token stands in. */
export function clauseAt({ clauses }: Reading, at: number): Range {
  return rangeOf(clauses, at);
}

function rangeOf(numbers: readonly number[], at: number): Range {
  let [from, to] = [at, at + 1];
  while (from > 0 && numbers[from - 1] === numbers[at]) from--;
  while (to < numbers.length && numbers[to] === numbers[at]) to++;
  return { from, to };
}

/** The words of a range, apart by single spaces. */
export function wordsIn({ tokens }: Reading, { from, to }: Range): string {
  return tokens
    .slice(Math.max(0, from), to)
    .map(({ word }) => word)
    .join(" ");
}

/** A range as it is written, with the signs that belong to its figures: "$5", "31%", "3 a.m." */
export function written({ text, tokens }: Reading, { from, to }: Range): string {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const sign = /[$€£¥₴₽]$/.exec(text.slice(0, start))?.[0] ?? "";
  const mark = /^(?:\s?%|(?<=[ap]\.m)\.)/.exec(text.slice(end))?.[0] ?? "";
  return sign + text.slice(start, end) + mark;
}

/** How many of some words, each given by the terms that say it, a range has. */
export function countWords(
  { tokens, concepts }: Reading,
  { from, to }: Range,
  words: readonly ReadonlySet<string>[],
): number {
  const held = [...tokens.slice(from, to), ...concepts.filter(({ at }) => at >= from && at < to)];
  return words.filter((terms) => held.some(({ term }) => terms.has(term))).length;
}
