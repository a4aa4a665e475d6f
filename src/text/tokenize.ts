import { fold } from "./fold.ts";
import { readable } from "./readable.ts";
import { stem } from "./stem.ts";
import { isStopWord } from "./stop-words.ts";

/** A word where it stands: offsets in the text it was read from, and the term it is indexed under. */
export interface Token {
  /** Folded, without a possessive ending. */
  readonly word: string;
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** Too common to be searched for. */
  readonly stop: boolean;
  /** Written with a capital first letter. */
  readonly capital: boolean;
}

// An initialism (U.S.), a number with separators (5,000 or 3.5, also before a unit: 3.8m), or letters and digits with
// apostrophes inside.
const WORD =
  /\p{Lu}(?:\.\p{Lu})+\b\.?(?:['\u2018\u2019]s\b)?|\d+(?:[.,]\d+)*(?=(?:k|m|bn|tn)\b)|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b|[\p{L}\p{N}\p{M}]+(?:['\u2018\u2019\u02BC][\p{L}\p{M}]+)*/gu;
const POSSESSIVE = /'s$|'$/;
const CAPITAL = /^\p{Lu}/u;

/**
 * Marks a term as an initialism whose letters would otherwise spell a common word: `US`, `U.S.` and `WHO` are the terms
 * `us.` and `who.`, not the pronouns.
 */
export const INITIALISM = ".";

/**
 * The words of a text in order, whatever invisible stands in them. Hyphenated words are several tokens, so `full-scale` is
 * found by `full scale`.
 */
export function tokenize(text: string): Token[] {
  const read = readable(text);
  const tokens: Token[] = [];
  const words = [...read.text.matchAll(WORD)];
  // Where everything is in capitals they tell nothing.
  const shouted = words.length > 2 && !/\p{Ll}/u.test(read.text);
  for (const match of words) {
    const token = tokenOf(match[0], match.index, shouted);
    // Marks without a letter fold to nothing.
    if (token.term !== "") tokens.push(read.text === text ? token : { ...token, ...read.original(token) });
  }
  return tokens;
}

/** What a word is wherever it stands. */
type Reading = Omit<Token, "start" | "end">;

/** A corpus writes the same words again and again. */
const readings = new Map<string, Reading>();
const MAX_READINGS = 200_000;

function tokenOf(raw: string, start: number, shouted: boolean): Token {
  const { word, term, stop, capital } = shouted ? read(raw, shouted) : (readings.get(raw) ?? remember(raw));
  return { word, term, start, end: start + raw.length, stop, capital };
}

function remember(raw: string): Reading {
  if (readings.size >= MAX_READINGS) readings.clear();
  const reading = read(raw, false);
  readings.set(raw, reading);
  return reading;
}

function read(raw: string, shouted: boolean): Reading {
  const capital = CAPITAL.test(raw);
  const folded = fold(raw);
  if (raw.includes(".") && capital) return initialism(folded.replace(POSSESSIVE, "").replaceAll(".", ""));
  if (/^\d/.test(raw)) {
    const number = folded.replaceAll(/,(?=\d{3}\b)/g, "");
    return { word: number, term: number, stop: false, capital };
  }
  const word = folded.replace(POSSESSIVE, "");
  if (capital && !shouted && /^\p{Lu}{2,5}$/u.test(raw) && isStopWord(word)) return initialism(word);
  return { word, term: stem(word), stop: isStopWord(word), capital };
}

function initialism(letters: string): Reading {
  const term = isStopWord(letters) ? letters + INITIALISM : letters;
  return { word: term, term, stop: false, capital: true };
}

/** The terms of a text, without stop words, in order. */
export function termsOf(text: string): string[] {
  return tokenize(text)
    .filter((token) => !token.stop)
    .map((token) => token.term);
}
