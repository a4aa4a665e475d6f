import { stem } from "../text/stem.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import type { NameBook } from "./name-book.ts";

/**
 * Every label under which somebody speaks, by the words that tell it apart: the very word of what is a name, the term of
 * anything else.
 */
export type SpeakerLabels = ReadonlyMap<string, ReadonlySet<string>>;

/** A word of a question, folded, and its term. */
export type AskedWord = Pick<Token, "word" | "term">;

/** Reads the labels once; `book` knows whose names they are, and which words only open a sentence with a capital. */
export function readLabels(labels: Iterable<string>, book: NameBook): SpeakerLabels {
  const plain = new Set([...book.plainWords].map(stem));
  return new Map(
    [...labels].map((label) => {
      const isPerson = book.resolve(label)?.kind === "person";
      const isName = ({ capital, term }: Token) => capital && (isPerson || !plain.has(term));
      const words = tokenize(label).filter(({ stop }) => !stop);
      return [label, new Set(words.map((token) => (isName(token) ? nameKey(token.word) : token.term)))];
    }),
  );
}

/** Which labels a description means. */
export interface FittingLabels {
  /** Those that are these words and no others. */
  readonly same: readonly string[];
  /** Those that have all the words, and more. */
  readonly longer: readonly string[];
  /** Those that have some of the words, and no others: "the people" for "the people familiar with the matter". */
  readonly shorter: readonly string[];
}

/** Finds the labels that fit some words. */
export function labelsFitting(words: readonly AskedWord[], labels: SpeakerLabels): FittingLabels {
  const [same, longer, shorter]: [string[], string[], string[]] = [[], [], []];
  const wanted = [...new Map(words.map(({ word, term }) => [term, nameKey(word)]))];
  for (const [label, keys] of labels) {
    let shared = 0;
    for (const [term, name] of wanted) if (keys.has(term) || keys.has(name)) shared++;
    if (shared === 0) continue;
    if (shared < wanted.length) {
      if (shared === keys.size) shorter.push(label);
    } else (shared === keys.size ? same : longer).push(label);
  }
  return { same, longer, shorter };
}

/** No term begins like this. */
const nameKey = (word: string) => `=${word}`;
