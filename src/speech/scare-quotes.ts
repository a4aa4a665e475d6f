import { NAMING, SMALL_IN_TITLES, SPEECH_NOUNS } from "../lexicon/reporting-verbs.ts";
import type { Attribution } from "./attribution.ts";
import type { Token } from "./tokens.ts";
import { DETERMINER, POSSESSIVE_DETERMINER, PRONOUN } from "./word-classes.ts";
import { is, isBe, isNominal, isPlural } from "./word-forms.ts";

/** See the lexicon. */
export const NAMING_WORDS = new Set(NAMING.split(" "));

/**
 * Whether marks stand around a title, a nickname or a word that is only mentioned, rather than around somebody's words.
 * @param attribution what says whose the words are.
 */
export function isScareQuote(text: string, tokens: readonly Token[], at: number, attribution: Attribution): boolean {
  const quotation = tokens[at]?.quotation;
  if (quotation === undefined) return false;
  const isApart = tokens[at - 1]?.kind === "comma";
  const before = tokens[isApart ? at - 2 : at - 1];
  const isSpoken = isCalledBySomebody(tokens, at) || (isApart && isSomebodysWords(tokens, at - 2));
  if (namingBefore(tokens, isApart ? at - 1 : at) !== -1 && !isSpoken) return true;
  if (before?.word === "by" && /^(?:go(?:es|ing)?|went)$/.test(tokens[at - 2]?.word ?? "")) return true;
  if (NICKNAME.test(text.slice(quotation.start, quotation.end)) && isCalled(tokens, at)) return true;
  if (tokens[at - 1]?.kind === "colon") return false;
  const quote = text.slice(quotation.start, quotation.end);
  if (SUNG.test(before?.word ?? "") && /^\p{Lu}[^.!?,]*$/u.test(quote)) return true;
  // “Only on Tuesdays,” joked Tim Roth.
  if (tokens[at]?.word === "," && attribution.from === at + 1) return false;
  return isTitle(quote) || isSingledOut(tokens, at, quote, attribution.to <= at);
}

const NAMING_REACH = 9;

/** Where somebody is given the name that a quotation is; -1 where nobody is: a guard | nicknamed “Tiny”; a baker | known at the market as “the Duke”. */
export function namingBefore(tokens: readonly Token[], quote: number): number {
  if (tokens[quote - 1]?.word !== "as") return NAMING_WORDS.has(tokens[quote - 1]?.word ?? "") ? quote - 1 : -1;
  for (let at = quote - 2; at >= quote - NAMING_REACH && tokens[at]?.kind === "word"; at--)
    if (tokens[at]?.word === "known") return at;
  return -1;
}

const NICKNAME = /^(?:the )?\p{Lu}[^\s.!?]*$/u;
const SUNG = /^(?:s[aiu]ngs?|singing|recite[sd]?|play(?:s|ed)?|perform(?:s|ed)?)$/;

const LONGEST_OBJECT = 4;

// They called | his brother | “Nail”.
function isCalled(tokens: readonly Token[], quote: number): boolean {
  for (let at = quote - 1; at >= 0 && at >= quote - 1 - LONGEST_OBJECT && tokens[at]?.kind === "word"; at--)
    if (/^call(?:s|ed|ing)?$/.test(tokens[at]?.word ?? "")) return true;
  return false;
}

// What he called “a lapse of judgment”.
function isCalledBySomebody(tokens: readonly Token[], at: number): boolean {
  const caller = tokens[at - 2];
  if (isBe(caller) && tokens[at + 1]?.word === "by") return true;
  return (
    tokens[at - 1]?.word === "called" &&
    (is(caller, PRONOUN) || /^ha(?:s|ve|d)$/.test(caller?.word ?? "") || caller?.capital === true)
  );
}

// Berg’s own words, “…”, drew applause.
function isSomebodysWords(tokens: readonly Token[], noun: number): boolean {
  const owner = tokens[tokens[noun - 1]?.word === "own" ? noun - 2 : noun - 1];
  const isOwned = owner?.ending === "'s" || owner?.ending === "'" || is(owner, POSSESSIVE_DETERMINER);
  return isOwned && WORDS.has(tokens[noun]?.word ?? "");
}

// The “figurative” ministries, sells “smart” kettles, such “facts”: one word within a noun phrase. But: warned of “grave” delays.
function isSingledOut(tokens: readonly Token[], at: number, quote: string, isIntroduced: boolean): boolean {
  if (/[\s.!?,]/.test(quote)) return false;
  const before = tokens[at - 1];
  if (before?.word === "such") return true;
  const next = tokens[at + 1];
  if (next?.kind !== "word") return false;
  if (is(before, DETERMINER) && (at === 1 || isNominal(next))) return true;
  return !isIntroduced && before?.kind === "word" && isNominal(next) && !next.capital && isPlural(next.word);
}

const WORDS = new Set(SPEECH_NOUNS.split(" "));
const SMALL_WORDS = new Set(SMALL_IN_TITLES.split(" "));

function isTitle(quote: string): boolean {
  if (quote.length > 60 || /[.!?]$/.test(quote)) return false;
  const words = quote.replace(/,$/, "").split(/\s+/);
  return words.length > 1 && words.every((word, at) => /^\p{Lu}/u.test(word) || (at > 0 && SMALL_WORDS.has(word)));
}
