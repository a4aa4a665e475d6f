import { CALENDAR, MONTHS, WEEKDAYS } from "../lexicon/calendar.ts";
import { PREPOSITIONS } from "../lexicon/function-words.ts";
import { genderOfFirstName } from "./first-names.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import { isRole } from "./roles.ts";
import type { Token } from "./tokens.ts";
import { ADVERB, AUXILIARY, DETERMINER, OPEN, PREPOSITION, PRONOUN, QUANTIFIER, TIME } from "./word-classes.ts";
import { is, isNameBehind, isNominal, isParticle } from "./word-forms.ts";

const DAYS = new Set(WEEKDAYS);
const NAMES_TOO = new Set([...MONTHS, "jan", "will", "may"]);
const BEFORE_PLACES = new Set(PREPOSITIONS.opening.split(" "));
// Directly before a month that is meant as one.
const BEFORE_MONTHS = new Set(PREPOSITIONS.month.split(" "));
const DATES = new Set(CALENDAR);
const SMALL = ADVERB | PREPOSITION | QUANTIFIER | TIME | AUXILIARY;
const NO_NAME = DETERMINER | PRONOUN;

/**
 * Tells words apart that are written alike: a month, an auxiliary or another small word from a name (Theresa May, Will Hurst, Per
 * Alm), and a place from the name behind it ("In Tarn Ines Falk, the baker, said").
 */
export function disambiguate(text: string, tokens: readonly Token[]): readonly Token[] {
  const surnames = new Set<string>();
  tokens.forEach((token, at) => {
    if (isSurname(token, tokens[at - 1])) surnames.add(token.word);
  });
  const senses = new Map<number, number>();
  tokens.forEach((token, at) => {
    if (!token.capital && !BEFORE_PLACES.has(token.word)) return;
    if (
      isNameHere(tokens, at, surnames) ||
      isSmallName(text, tokens, at) ||
      isNamedDay(tokens, at) ||
      goesOn(token, senses.get(at - 1))
    )
      senses.set(at, OPEN);
    else if (token.capital && NAMES_TOO.has(token.word) && BEFORE_MONTHS.has(tokens[at - 1]?.word ?? ""))
      senses.set(at, TIME);
    else if (BEFORE_PLACES.has(token.word) && (token.capital || is(tokens[at - 1], TIME)))
      for (const place of placeBeforeName(tokens, at + 1)) senses.set(place, TIME);
  });
  if (senses.size === 0) return tokens;
  return tokens.map((token, at) => {
    const classes = senses.get(at);
    return classes === undefined ? token : { ...token, classes };
  });
}

// Doris Day, Hope Last: a small word is a surname behind a first name.
function isSurname(token: Token, before: Token | undefined): boolean {
  if (!token.capital || !isGiven(before)) return false;
  return NAMES_TOO.has(token.word) || (is(token, SMALL) && !is(token, NO_NAME) && !DAYS.has(token.word));
}

// Said Per Alm, Mark Down said, Donnelly said: within a sentence no small word but a day or a month has a capital otherwise.
function isSmallName(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.capital || !is(token, SMALL) || is(token, NO_NAME) || DATES.has(token.word)) return false;
  const before = tokens[at - 1];
  const isWithin = before?.kind === "word" || (before?.kind === "comma" && tokens[at + 1]?.capital);
  if (isWithin && !text.slice(before.end, token.start).includes("\n")) return true;
  return token.word.endsWith("ly") && speaks(tokens, at + 1);
}

// “…,” joked Sunday Price; “…,” says May; his partner, Sunday Price, said: somebody has to be named there.
function isNamedDay(tokens: readonly Token[], at: number): boolean {
  if (!DATES.has(tokens[at]?.word ?? "")) return false;
  if (tokens[at - 1]?.kind === "comma")
    return isRole(tokens[at - 2]?.word ?? "") && isCapitalNoun(tokens[at + 1]) && tokens[at + 2]?.kind === "comma";
  return tokens[at - 2]?.kind === "mark" && reportingVerb(tokens[at - 1]?.word ?? "") !== undefined;
}

// April | June.
function goesOn(token: Token, before: number | undefined): boolean {
  return before === OPEN && token.capital && NAMES_TOO.has(token.word);
}

function isGiven(token: Token | undefined): boolean {
  return token?.capital === true && genderOfFirstName(token.word) !== null && !NAMES_TOO.has(token.word);
}

function isNameHere(tokens: readonly Token[], at: number, surnames: ReadonlySet<string>): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (!token?.capital || token.kind !== "word" || !(NAMES_TOO.has(token.word) || surnames.has(token.word)))
    return false;
  if (is(token, OPEN) || BEFORE_MONTHS.has(before?.word ?? "") || next?.kind === "number") return false;
  if (before?.capital && (isGiven(before) || isRole(before.word))) return true;
  if (next?.capital && next.kind === "word" && !DAYS.has(next.word) && (NAMES_TOO.has(next.word) || isNominal(next)))
    return true;
  // Jan van der Molen.
  if (isParticle(next) && isNameBehind(tokens, at + 2)) return true;
  const verb = next?.kind === "word" ? reportingVerb(next.word) : undefined;
  return verb !== undefined && verb.form !== "base" && verb.form !== "ing";
}

// The place of "In Tarn Ines Falk, the baker, said": what stands before the last two words.
function placeBeforeName(tokens: readonly Token[], from: number): number[] {
  let to = from;
  while (isCapitalNoun(tokens[to])) to++;
  if (to - from < 2 || !speaks(tokens, to)) return [];
  return to - from > 2 ? range(from, to - 2) : [];
}

function isCapitalNoun(token: Token | undefined): boolean {
  return token?.capital === true && token.ending === "" && (NAMES_TOO.has(token.word) || isNominal(token));
}

// A reporting verb, or the description of somebody between commas and then the verb.
function speaks(tokens: readonly Token[], at: number): boolean {
  let verb = at;
  if (tokens[at]?.kind === "comma") {
    verb = tokens.findIndex((token, behind) => behind > at && behind < at + 14 && token.kind === "comma") + 1;
  }
  while (is(tokens[verb], ADVERB | AUXILIARY)) verb++;
  const token = tokens[verb];
  return verb > 0 && token?.kind === "word" && !is(token, PREPOSITION) && reportingVerb(token.word) !== undefined;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
