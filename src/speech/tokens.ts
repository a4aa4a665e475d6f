import { JOINED_PARTICLES } from "../lexicon/name-particles.ts";
import { beginsWithCompanyEnding, isInnerStop } from "../text/abbreviations.ts";
import { pieceFrom } from "../text/scan.ts";
import { isLetterOrDigit, isSpace } from "./characters.ts";
import type { Quotation } from "./quotation-marks.ts";
import { classesOf, OPEN, TIME } from "./word-classes.ts";

/** What stands at a token; `mark` is one of the known quotation marks, `quote` a whole quotation seen from outside. */
export type TokenKind =
  | "word"
  | "number"
  | "comma"
  | "stop"
  | "colon"
  | "semicolon"
  | "dash"
  | "bracket"
  | "mark"
  | "quote";

/** A word or sign where it stands in the text. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Lower case, straight apostrophes, without a possessive or contracted ending; the sign itself for signs. */
  readonly word: string;
  readonly classes: number;
  readonly capital: boolean;
  /** What was taken off the word: `'s`, `'`, `'d`, `'ll`; empty mostly. */
  readonly ending: string;
  /** The quotation that a token of kind `quote` stands for; its `word` is the last sign inside the marks. */
  readonly quotation?: Quotation;
}

const LONGEST_WORD = 60;
const SIGNS = new Map<string, TokenKind>([
  [",", "comma"],
  [":", "colon"],
  [";", "semicolon"],
  ["—", "dash"],
  ["–", "dash"],
  ["-", "dash"],
  ["(", "bracket"],
  [")", "bracket"],
  ["[", "bracket"],
  ["]", "bracket"],
]);
const STOPS = ".?!…";
// al-Masri, dell’Orto
const JOINED = new RegExp(`^(?:${JOINED_PARTICLES.join("|")})\\p{Lu}`, "u");
const ENDING = /'(?:s|d|ll|ve|re|m)$|'$/;

/** The words and signs of `text` in order; the positions in `marks` become tokens of their own, whatever is near. */
export function tokenize(text: string, marks: Uint8Array): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (let piece = pieceFrom(text, end); piece !== null; piece = pieceFrom(text, end)) {
    const { start, raw } = piece;
    const token = marks[start] === 1 ? sign("mark", start, start + 1, text) : tokenAt(text, start, raw, marks);
    end = token?.end ?? piece.end;
    if (token === null) continue;
    tokens.push(token);
  }
  return tokens;
}

function tokenAt(text: string, at: number, raw: string, marks: Uint8Array): Token | null {
  const first = raw.charCodeAt(0);
  if (first >= 48 && first <= 57) return sign("number", at, at + raw.length, text);
  const kind = SIGNS.get(raw);
  if (raw.length > 2 && raw.charAt(1) === raw.charAt(0) && !isLetterOrDigit(first) && !STOPS.includes(raw.charAt(0)))
    return null;
  if (kind !== undefined) return dashInWord(text, at, raw) ? null : sign(kind, at, at + 1, text);
  if (STOPS.includes(raw.charAt(0))) return sign("stop", at, at + raw.length, text);
  return isLetterOrDigit(first) || raw.length > 1 ? wordAt(text, at, pluralPossessive(text, at, raw, marks)) : null;
}

// The workers’ rights: the apostrophe belongs to the word where it closes no quotation.
function pluralPossessive(text: string, at: number, raw: string, marks: Uint8Array): string {
  const end = at + raw.length;
  const apostrophe = text.charAt(end);
  const owns = (apostrophe === "’" || apostrophe === "'") && raw.endsWith("s") && marks[end] !== 1;
  return owns && text.charAt(end + 1) === " " ? raw + apostrophe : raw;
}

function dashInWord(text: string, at: number, raw: string): boolean {
  return raw === "-" && !isSpace(text.charCodeAt(at - 1));
}

function sign(kind: TokenKind, start: number, end: number, text: string): Token {
  return { kind, start, end, word: text.slice(start, end), classes: 0, capital: false, ending: "" };
}

function straighten(raw: string): string {
  const lower = raw.toLowerCase();
  return lower.includes("’") ? lower.replaceAll("’", "'") : lower;
}

const AT = 64;
const HANDLE = /[\p{L}\p{N}_.]*[\p{L}\p{N}_]/uy;

// @river_watch, a name as it is written.
function handleAt(text: string, at: number): Token {
  HANDLE.lastIndex = at;
  const word = HANDLE.exec(text)?.[0] ?? "";
  const end = at + word.length;
  return { kind: "word", start: at - 1, end, word: word.toLowerCase(), classes: OPEN, capital: true, ending: "" };
}

function wordAt(text: string, at: number, raw: string): Token {
  if (text.charCodeAt(at - 1) === AT) return handleAt(text, at);
  const { word, classes, capital, ending } = readings.get(raw) ?? remember(raw);
  let end = at + raw.length;
  if (text[end] === "." && isInnerStop(text, end)) end++;
  else if (text[end] === "!" && beginsWithCompanyEnding(text.slice(end + 1, end + 20))) end++;
  // A. B. Moss: no article.
  const isInitial = capital && raw.length === 1 && end > at + 1;
  const isMonth = word === "may" && capital && /^[\s]\d|^[\s,.]*$/.test(text.slice(end, end + 2));
  return { kind: "word", start: at, end, word, classes: isMonth ? TIME : isInitial ? OPEN : classes, capital, ending };
}

/** What a word is wherever it stands. */
type Reading = Pick<Token, "word" | "classes" | "capital" | "ending">;

/** Texts use the same words again and again. */
const readings = new Map<string, Reading>();
const MAX_READINGS = 100_000;

function remember(raw: string): Reading {
  if (readings.size >= MAX_READINGS) readings.clear();
  const reading = readWord(raw);
  readings.set(raw, reading);
  return reading;
}

function readWord(raw: string): Reading {
  const lower = straighten(raw.length > LONGEST_WORD ? raw.slice(0, LONGEST_WORD) : raw);
  const ending = lower.includes("'") ? (ENDING.exec(lower)?.[0] ?? "") : "";
  const word = ending === "" ? lower : lower.slice(0, -ending.length);
  const first = raw.charAt(0);
  const capital = first !== first.toLowerCase() || JOINED.test(raw.replace("’", "'"));
  const isShort = capital && raw.length > 1 && raw.length < 6 && raw === raw.toUpperCase();
  return { word, classes: isShort ? OPEN : classesOf(word, capital), capital, ending };
}
