import { fold } from "./fold.ts";
import { readable } from "./readable.ts";
import { partsOf, pieceFrom } from "./scan.ts";
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
  const shouted = isShouted(read.text);
  for (let piece = pieceFrom(read.text, 0); piece !== null; piece = pieceFrom(read.text, piece.end)) {
    const parts = shouted ? readParts(piece.raw, shouted) : (known.get(piece.raw) ?? remember(piece.raw));
    for (const part of parts) tokens.push(placed(part, piece.start));
  }
  return read.text === text ? tokens : tokens.map((token) => ({ ...token, ...read.original(token) }));
}

function placed({ word, term, stop, capital, from, to }: ReadPart, offset: number): Token {
  return { word, term, start: offset + from, end: offset + to, stop, capital };
}

// Where everything is in capitals they tell nothing.
function isShouted(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false;
  let words = 0;
  for (let piece = pieceFrom(text, 0); piece !== null && words < 3; piece = pieceFrom(text, piece.end))
    words += partsOf(piece.raw).length;
  return words > 2;
}

/** What a word is wherever it stands. */
type Reading = Omit<Token, "start" | "end">;
/** The same, and where in its piece it stands. */
type ReadPart = Reading & { readonly from: number; readonly to: number };

/** A corpus writes the same words again and again. */
const known = new Map<string, readonly ReadPart[]>();
const MAX_KNOWN = 200_000;

function remember(raw: string): readonly ReadPart[] {
  if (known.size >= MAX_KNOWN) known.clear();
  const parts = readParts(raw, false);
  known.set(raw, parts);
  return parts;
}

// Marks without a letter fold to nothing.
function readParts(raw: string, shouted: boolean): readonly ReadPart[] {
  return partsOf(raw).flatMap(({ part, at }) => {
    const { word, term, stop, capital } = read(part, shouted);
    return term === "" ? [] : [{ word, term, stop, capital, from: at, to: at + part.length }];
  });
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
