import { hasAuxiliary, is, isNominal, nounPhraseStartingAt } from "./noun-phrases.ts";
import type { ReportingVerb } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  NEGATION,
  OBJECT_PRONOUN,
  PREPOSITION,
  PRONOUN,
  QUANTIFIER,
  TIME,
} from "./word-classes.ts";

/** What comes behind a reporting verb and its adjuncts: a clause from token `from` on, a quotation, or nothing said. */
export interface Complement {
  readonly kind: "clause" | "quotation" | "none";
  readonly from: number;
}

/** Where the attribution ends and what it introduces. */
export interface Predicate {
  readonly to: number;
  readonly complement: Complement;
}

const THAT_REACH = 24;
const QUESTION_VERBS = new Set("ask wonder inquire enquire question".split(" "));
const QUESTION_WORDS = new Set("whether if how why what when where who which".split(" "));
const EMPTY_OBJECTS = new Set(
  "nothing so goodbye yes no thanks farewell little much something anything hello sorry grace prayers".split(" "),
);

/** Reads on behind a reporting verb (or the subject behind it) over addressees, times and places to what is said. */
export function readPredicate(
  tokens: readonly Token[],
  from: number,
  verb: ReportingVerb,
  inverted: boolean,
): Predicate {
  const that = inverted ? -1 : thatAhead(tokens, from);
  if (that !== -1 && verb.kind !== "quote" && verb.kind !== "as") return clause(that, that + 1);
  let at = verb.kind === "tell" ? skipAddressee(tokens, from) : from;
  at = skipAdjuncts(tokens, at);
  if (verb.kind === "tell" || verb.lemma === "ask") at = skipAdjuncts(tokens, at);
  return complementAt(tokens, at, verb, inverted);
}

function complementAt(tokens: readonly Token[], at: number, verb: ReportingVerb, inverted: boolean): Predicate {
  const token = tokens[at];
  if (token?.kind === "quote") return { to: at, complement: { kind: "quotation", from: at } };
  if (token?.kind === "colon" || token?.kind === "comma" || token?.kind === "dash") {
    if (tokens[at + 1]?.kind === "quote") return { to: at, complement: { kind: "quotation", from: at + 1 } };
    if (token.kind === "colon" && verb.kind !== "as" && tokens[at + 1] !== undefined) return clause(at, at + 1);
  }
  if (!inverted && token?.kind === "word") {
    if (token.word === "whether" && verb.kind !== "as" && verb.kind !== "quote") return clause(at, at);
    if (QUESTION_VERBS.has(verb.lemma) && QUESTION_WORDS.has(token.word)) return clause(at, at);
    if ((verb.kind === "say" || verb.kind === "tell") && beginsClause(tokens, at)) return clause(at, at);
    if (verb.kind === "that" && beginsFiniteClause(tokens, at)) return clause(at, at);
  }
  return { to: at, complement: { kind: "none", from: at } };
}

function clause(to: number, from: number): Predicate {
  return { to, complement: { kind: "clause", from } };
}

// The "that" of a content clause, behind nothing but addressees, times, places and what stands between commas.
function thatAhead(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length && at < from + THAT_REACH; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "quote" || token.kind === "stop" || token.kind === "colon") return -1;
    if (token.kind === "semicolon" || is(token, AUXILIARY)) return -1;
    if (is(token, PRONOUN) && at > from) return -1;
    if (token.word === "that") return isConjunction(tokens, at, from) ? at : -1;
  }
  return -1;
}

function isConjunction(tokens: readonly Token[], that: number, from: number): boolean {
  const next = tokens[that + 1];
  if (next === undefined || is(next, AUXILIARY) || next.kind === "stop") return false;
  if (next.kind === "comma" || next.kind === "quote") return true;
  if (is(tokens[that - 1], DETERMINER)) return false;
  return that === from || !is(next, PREPOSITION) || true;
}

function skipAddressee(tokens: readonly Token[], from: number): number {
  const token = tokens[from];
  if (token === undefined || (is(token, PRONOUN) && !is(token, OBJECT_PRONOUN) && !/^(?:it|you)$/.test(token.word)))
    return from;
  if (is(token, OBJECT_PRONOUN) && !isNominal(tokens[from + 1])) return from + 1;
  return nounPhraseStartingAt(tokens, from)?.to ?? from;
}

function skipAdjuncts(tokens: readonly Token[], from: number): number {
  let at = from;
  for (;;) {
    const next = skipAdjunct(tokens, at);
    if (next === at) return at;
    at = next;
  }
}

function skipAdjunct(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token === undefined || token.kind === "stop") return at;
  if (is(token, TIME) || (is(token, ADVERB) && !is(token, NEGATION))) return at + 1;
  if (is(token, DETERMINER) && is(tokens[at + 1], TIME)) return at + 2;
  if (token.kind === "number" && is(tokens[at - 1], TIME)) return at + 1;
  if (!is(token, PREPOSITION) || is(token, CONJUNCTION)) return at;
  if (is(tokens[at + 1], TIME)) return at + 2;
  if (tokens[at + 1]?.kind === "number") return at + 2;
  if (is(tokens[at + 1], OBJECT_PRONOUN) && !isNominal(tokens[at + 2])) return at + 2;
  return nounPhraseStartingAt(tokens, at + 1)?.to ?? at + 1;
}

function beginsClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || EMPTY_OBJECTS.has(token.word)) return false;
  if (is(token, PRONOUN)) return true;
  const starts = is(token, DETERMINER | QUANTIFIER) || isNominal(token);
  return starts && tokensToPause(tokens, at) >= 3;
}

function beginsFiniteClause(tokens: readonly Token[], at: number): boolean {
  if (is(tokens[at], PRONOUN) && is(tokens[at + 1], AUXILIARY)) return true;
  if (is(tokens[at], PRONOUN)) return tokens[at]?.ending !== "" || isNominal(tokens[at + 1]);
  const phrase = nounPhraseStartingAt(tokens, at);
  return phrase !== null && hasAuxiliary(tokens, phrase.to, phrase.to + 2);
}

function tokensToPause(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && tokens[at]?.kind !== "comma" && tokens[at]?.kind !== "stop") at++;
  return at - from;
}
