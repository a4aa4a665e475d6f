import { ORDER_WORDS, PLURAL_NOUNS } from "../lexicon/function-words.ts";
import { FORMS_AND_NOUNS, IRREGULAR_VERBS } from "../lexicon/irregular-forms.ts";
import { NAME_PARTICLES } from "../lexicon/name-particles.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import { isRole } from "./roles.ts";
import type { Token } from "./tokens.ts";
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  OPEN,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  TIME,
} from "./word-classes.ts";

const PARTICLES = new Set(NAME_PARTICLES);
const NOUNS_TOO = new Set(FORMS_AND_NOUNS);
// Irregular past forms that are no nouns: where one stands, the subject has ended.
const PAST_VERBS = new Set(
  IRREGULAR_VERBS.flatMap((line) => line.split(" ").slice(1, 2)).filter((past) => !NOUNS_TOO.has(past)),
);

/** Irregular pasts and participles that are no nouns. */
export const VERB_FORMS = new Set(
  [...PAST_VERBS, ...IRREGULAR_VERBS.flatMap((line) => line.split(" ").slice(2, 3))].filter(
    (form) => !NOUNS_TOO.has(form),
  ),
);

const ORDER = new Set(ORDER_WORDS.split(" "));
const PLURALS = new Set(PLURAL_NOUNS.split(" "));
const BE = new Set(IRREGULAR_VERBS[0]?.split(" "));

/** Whether a token can be (part of) a noun: a name, a number or any word that is not one of the small ones. */
export function isNominal(token: Token | undefined): token is Token {
  if (token === undefined) return false;
  return token.kind === "number" || (token.kind === "word" && (token.classes & OPEN) !== 0);
}

/** Whether a token is a word of one of these classes. */
export function is(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0;
}

/** Whether a clause can begin behind this token. */
export function isClauseBoundary(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== "word") return token?.kind !== "number";
  return is(token, CONJUNCTION | SUBORDINATOR | RELATIVE | TIME | ADVERB);
}

/** Took, drew: a verb, whatever stands before it. */
export function isFiniteByForm(token: Token): boolean {
  return !token.capital && PAST_VERBS.has(token.word);
}

/** "That" before a noun mostly opens a clause. */
export function isArticle(token: Token | undefined): boolean {
  return is(token, DETERMINER) && token?.word !== "that";
}

/** Reads one banner: a reporting verb, and no noun. */
export function isVerbByForm(token: Token): boolean {
  const form = token.capital ? undefined : reportingVerb(token.word)?.form;
  return form === "third" || form === "past";
}

/** Whether a word is the "de" or "van" of a name. */
export function isParticle(token: Token | undefined): boolean {
  return token !== undefined && PARTICLES.has(token.word);
}

/** Whether a name goes on at `at`, directly or behind another particle: de la Cruz. */
export function isNameBehind(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.capital === true || (isParticle(tokens[at]) && tokens[at + 1]?.capital === true);
}

/** Her first teacher, the next day's paper. */
export function isOrdinal(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const opened = is(before, DETERMINER) || before?.ending === "'s";
  return opened && ORDER.has(tokens[at]?.word ?? "") && isNominal(tokens[at + 1]);
}

/** Eldergate plans to raise: a form in -s with an object or an infinitive behind it. */
export function isPresentVerb(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]?.word.endsWith("s") === true &&
    !isRole(tokens[at]?.word.slice(0, -1) ?? "") &&
    (next?.word === "to" || next?.kind === "number" || is(next, DETERMINER)) &&
    tokens[at]?.ending === ""
  );
}

/** Whether some finite verb seems to stand in the tokens from `from` to `to`; rather too often than too rarely. */
export function hasFiniteVerb(tokens: readonly Token[], from: number, to: number): boolean {
  if (hasAuxiliary(tokens, from, to)) return true;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word" || token.capital) continue;
    if (PAST_VERBS.has(token.word) || (isNominal(token) && /[^s]s$|ed$/.test(token.word))) return true;
  }
  return false;
}

/** Whether a finite auxiliary verb stands in the tokens from `from` to `to`. */
export function hasAuxiliary(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isFiniteVerb(tokens[at])) return true;
  return false;
}

function isFiniteVerb(token: Token | undefined): boolean {
  return token !== undefined && (is(token, AUXILIARY) || (is(token, PRONOUN) && token.ending !== ""));
}

/** Whether a token is a form of "be". */
export function isBe(token: Token | undefined): boolean {
  return token !== undefined && BE.has(token.word);
}

/** Whether a noun means several, as far as its form tells. */
export function isPlural(word: string): boolean {
  return /[^s]s$/.test(word) || PLURALS.has(word);
}

/** Whether somebody does something in the tokens from `from` to `to`, so that they are more than a description. */
export function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.kind === "quote" || is(token, AUXILIARY | PRONOUN)) return true;
    if (
      token?.kind === "word" &&
      !token.capital &&
      (token.word.endsWith("ed") || reportingVerb(token.word)?.form === "past")
    )
      return true;
  }
  return false;
}
