import { QUESTION_WORDS } from "../lexicon/function-words.ts";
import { ASKING_VERBS, EMPTY_OBJECTS } from "../lexicon/reporting-verbs.ts";
import { opensCount, skipAddressee, skipAdjuncts } from "./adjuncts.ts";
import { doingBehind } from "./doings.ts";
import { nounPhraseStartingAt } from "./noun-phrases.ts";
import { type ReportingVerb, reportingVerbAt } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  OBJECT_PRONOUN,
  PREPOSITION,
  PRONOUN,
  QUANTIFIER,
} from "./word-classes.ts";
import { hasAuxiliary, hasFiniteVerb, is, isFiniteByForm, isNominal } from "./word-forms.ts";

/**
 * What comes behind a reporting verb and its adjuncts: a clause from token `from` on, what somebody is to do or did (urged them to
 * go, ruled out going), a quotation, or nothing said.
 */
export interface Complement {
  readonly kind: "clause" | "doing" | "quotation" | "none";
  readonly from: number;
}

/** Whether something is reported in the writer's own words. */
export function hasContent({ kind }: Complement): boolean {
  return kind === "clause" || kind === "doing";
}

/** Where the attribution ends and what it introduces. */
export interface Predicate {
  readonly to: number;
  readonly complement: Complement;
}

const THAT_REACH = 24;

const QUESTION_VERBS = new Set(ASKING_VERBS.split(" "));

const OPENS_QUESTION = new Set(QUESTION_WORDS.split(" "));

const SAYS_NOTHING = new Set(EMPTY_OBJECTS.split(" "));

/** Reads on behind a reporting verb (or the subject behind it) over addressees, times and places to what is said. */
export function readPredicate(
  tokens: readonly Token[],
  from: number,
  verb: ReportingVerb,
  inverted: boolean,
): Predicate {
  const doing = inverted ? -1 : doingBehind(tokens, from, verb);
  if (doing !== -1) return { to: doing, complement: { kind: "doing", from: doing } };
  if (verb.kind === "as") return quotedPhrase(tokens, from, true) ?? { to: from, complement: { kind: "none", from } };
  const addressed = takesAddressee(verb) ? skipAddressee(tokens, from) : from;
  let at = skipAdjuncts(tokens, addressed);
  const about = tokens.slice(from, at).some((token) => /^(?:about|of|against|with)$/.test(token.word));
  // Made (it) clear.
  if (verb.particle === "clear" || verb.particle === "plain") at = tokens[from]?.word === "it" ? from + 2 : from + 1;
  // Fumed that nobody had called.
  const mayClaim = verb.kind !== "quote" || beginsFiniteClause(tokens, at + 1);
  const that = inverted || !mayClaim ? -1 : thatAhead(tokens, at, verb);
  if (that !== -1) return clause(that, that + 1);
  const predicate = complementAt(tokens, at, verb, inverted || about);
  const mayQuote = predicate.complement.kind === "none" && !inverted && (verb.kind !== "quote" || verb.lemma === "put");
  return mayQuote ? (quotedPhrase(tokens, from, verb.lemma === "put") ?? predicate) : predicate;
}

const QUOTED_PHRASE_REACH = 14;

// Described the vote as “calm”; warned of “consequences”; vowed to “fight on”: a quotation within the same clause.
function quotedPhrase(tokens: readonly Token[], from: number, overCommas: boolean): Predicate | null {
  for (let at = from; at < tokens.length && at < from + QUOTED_PHRASE_REACH; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "stop" || token.kind === "semicolon") return null;
    if (token.kind === "comma" && !overCommas) return null;
    if (token.word === "that" && is(tokens[at - 1], CONJUNCTION)) return null;
    if (is(token, AUXILIARY) && !/^(?:be|being|have|having)$/.test(token.word)) return null;
    if (token.kind === "quote") return { to: at, complement: { kind: "quotation", from: at } };
    if (token.kind === "colon" || isFiniteReport(tokens, at)) return null;
  }
  return null;
}

function takesAddressee(verb: ReportingVerb): boolean {
  return verb.kind === "tell" || verb.lemma === "ask";
}

function complementAt(tokens: readonly Token[], at: number, verb: ReportingVerb, closed: boolean): Predicate {
  const token = tokens[at];
  const announced = colonAhead(tokens, at);
  if (announced !== -1) return { to: announced - 1, complement: { kind: "quotation", from: announced } };
  if (token?.kind === "quote") return { to: at, complement: { kind: "quotation", from: at } };
  if (token?.kind === "colon" || token?.kind === "comma" || token?.kind === "dash") {
    const isLast = token.kind === "colon" && tokens[at + 1] === undefined;
    if (isLast || tokens[at + 1]?.kind === "quote") return { to: at, complement: { kind: "quotation", from: at + 1 } };
    if (token.kind === "colon" && verb.kind !== "quote" && tokens[at + 1] !== undefined) return clause(at, at + 1);
  }
  if (!closed && (token?.kind === "word" || token?.kind === "number")) {
    if (QUESTION_VERBS.has(verb.lemma) && OPENS_QUESTION.has(token.word)) return clause(at, at);
    if ((verb.kind === "say" || verb.kind === "tell") && beginsClause(tokens, at, verb.lemma)) return clause(at, at);
    if (verb.kind === "that" && beginsFiniteClause(tokens, at)) return clause(at, at);
  }
  return { to: at, complement: { kind: "none", from: at } };
}

const COLON_REACH = 10;

// Put it this way: “…”; told workers in Belgarod, his birthplace: “…”
function colonAhead(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length && at < from + COLON_REACH; at++) {
    const token = tokens[at];
    if (token?.kind === "colon") return tokens[at + 1]?.kind === "quote" ? at + 1 : -1;
    if (token === undefined || token.kind === "quote" || token.kind === "stop" || token.word === "that") return -1;
    if (is(token, AUXILIARY) || (at > from && isFiniteReport(tokens, at))) return -1;
  }
  return -1;
}

// Berg said Holt told him: “…”
function isFiniteReport(tokens: readonly Token[], at: number): boolean {
  const form = reportingVerbAt(tokens, at)?.form;
  return form === "past" || (form === "third" && tokens[at - 1]?.capital === true);
}

function clause(to: number, from: number): Predicate {
  return { to, complement: { kind: "clause", from } };
}

// The "that" of a content clause, at `from` or behind what stands between commas; for "say" also behind other words.
function thatAhead(tokens: readonly Token[], from: number, verb: ReportingVerb): number {
  const loose = verb.kind === "say" || verb.kind === "tell";
  let at = from;
  if (tokens[at]?.kind === "comma") {
    at = nextComma(tokens, at + 1) + 1;
    if (at === 0) return -1;
  }
  for (; at < tokens.length && at < from + THAT_REACH; at++) {
    const token = tokens[at];
    if (token?.word === "that") return isConjunction(tokens, at) ? at : -1;
    if (!loose || token === undefined || token.kind !== "word" || is(token, AUXILIARY | PRONOUN)) return -1;
  }
  return -1;
}

function nextComma(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length && at < from + THAT_REACH; at++) {
    const kind = tokens[at]?.kind;
    if (kind === "comma") return at;
    if (kind === "quote" || kind === "stop") return -1;
  }
  return -1;
}

function isConjunction(tokens: readonly Token[], that: number): boolean {
  const next = tokens[that + 1];
  return next !== undefined && next.kind !== "stop" && !is(next, AUXILIARY) && !is(tokens[that - 1], DETERMINER);
}

function beginsClause(tokens: readonly Token[], at: number, lemma: string): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (SAYS_NOTHING.has(token.word) && !hasAuxiliary(tokens, at + 1, at + tokensToPause(tokens, at))) return false;
  if (is(token, PRONOUN)) return true;
  if (isParticipleBehindNoun(tokens, at)) return false;
  const starts =
    opensCount(tokens, at) || token.word === "no" || is(token, DETERMINER | QUANTIFIER) || isNominal(token);
  if (!starts) return false;
  const finite =
    hasFiniteVerb(tokens, at + 1, tokens.length) || tokens.some((other, from) => from > at && other.kind === "quote");
  return lemma === "say" && tokensToPause(tokens, at) >= 3 ? true : finite;
}

// Said in a letter | printed in the paper.
function isParticipleBehindNoun(tokens: readonly Token[], at: number): boolean {
  const participle = /(?:ed|en)$/.test(tokens[at]?.word ?? "") && tokens[at]?.capital === false;
  return participle && is(tokens[at + 1], PREPOSITION) && isNominal(tokens[at - 1]);
}

function beginsFiniteClause(tokens: readonly Token[], at: number): boolean {
  if (is(tokens[at], PRONOUN) && is(tokens[at + 1], AUXILIARY)) return true;
  if (is(tokens[at], PRONOUN))
    return (
      tokens[at]?.ending !== "" ||
      tokens[at + 1]?.kind === "quote" ||
      (isNominal(tokens[at + 1]) && tokens[at + 1]?.kind === "word")
    );
  if (tokens[at]?.word.endsWith("ing") && tokens[at]?.capital === false) return false;
  const phrase = nounPhraseStartingAt(tokens, at);
  if (phrase === null) return false;
  const verb = tokens[is(tokens[phrase.to], ADVERB) ? phrase.to + 1 : phrase.to];
  const hasObject = is(tokens[phrase.to + 1], DETERMINER | OBJECT_PRONOUN) && verb?.word.endsWith("ed") === true;
  return verb !== undefined && (is(verb, AUXILIARY) || isFiniteByForm(verb) || hasObject);
}

function tokensToPause(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && tokens[at]?.kind !== "comma" && tokens[at]?.kind !== "stop") at++;
  return at - from;
}
