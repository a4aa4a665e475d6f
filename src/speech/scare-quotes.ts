import { ANYBODY } from "../lexicon/function-words.ts";
import { NAMING, SMALL_IN_TITLES } from "../lexicon/naming-words.ts";
import { SPEECH_NOUNS } from "../lexicon/reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { DETERMINER, POSSESSIVE_DETERMINER, PRONOUN } from "./word-classes.ts";
import { is, isBe, isNominal } from "./word-forms.ts";

/** See the lexicon. */
export const NAMING_WORDS = new Set(NAMING.split(" "));

/**
 * Whether marks stand around a title, a nickname or a word that is only mentioned, rather than around somebody's words.
 * @param isTagged whether a clause directly behind says whose the words are.
 */
export function isScareQuote(text: string, tokens: readonly Token[], at: number, isTagged: boolean): boolean {
  const quotation = tokens[at]?.quotation;
  if (quotation === undefined) return false;
  const isApart = tokens[at - 1]?.kind === "comma";
  const before = tokens[isApart ? at - 2 : at - 1];
  const isSpoken = isCalledBySomebody(tokens, at) || (isApart && isSomebodysWords(tokens, at - 2));
  if (before !== undefined && NAMING_WORDS.has(before.word) && !isSpoken) return true;
  if (before?.word === "by" && /^(?:go(?:es|ing)?|went)$/.test(tokens[at - 2]?.word ?? "")) return true;
  if ((isCall(tokens[at - 1]) || isCall(tokens[at - 2])) && !/\s/.test(text.slice(quotation.start, quotation.end)))
    return true;
  if (/^call(?:s|ed)?$/.test(before?.word ?? "") && CALLERS.has(tokens[at - 2]?.word ?? "")) return true;
  if (before?.word === "as" && NAMING_WORDS.has(tokens[at - 2]?.word ?? "")) return true;
  if (tokens[at - 1]?.kind === "colon") return false;
  const quote = text.slice(quotation.start, quotation.end);
  if (SUNG.test(before?.word ?? "") && /^\p{Lu}[^.!?,]*$/u.test(quote)) return true;
  // “Only on Tuesdays,” joked Tim Roth.
  if (tokens[at]?.word === "," && isTagged) return false;
  return isTitle(quote) || isSingledOut(tokens, at, quote);
}

const SUNG = /^(?:s[aiu]ngs?|singing|recite[sd]?|play(?:s|ed)?|perform(?:s|ed)?)$/;

function isCall(token: Token | undefined): boolean {
  return token !== undefined && /^call(?:s|ed|ing)?$/.test(token.word);
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

// The “figurative” ministries: one word within a noun phrase.
function isSingledOut(tokens: readonly Token[], at: number, quote: string): boolean {
  if (/\s/.test(quote)) return false;
  const next = tokens[at + 1];
  return is(tokens[at - 1], DETERMINER) && (at === 1 || isNominal(next)) && next?.kind === "word";
}

const WORDS = new Set(SPEECH_NOUNS.split(" "));
const SMALL_WORDS = new Set(SMALL_IN_TITLES.split(" "));
const CALLERS = new Set(ANYBODY.split(" "));

function isTitle(quote: string): boolean {
  if (quote.length > 60 || /[.!?]$/.test(quote)) return false;
  const words = quote.replace(/,$/, "").split(/\s+/);
  return words.length > 1 && words.every((word, at) => /^\p{Lu}/u.test(word) || (at > 0 && SMALL_WORDS.has(word)));
}
