import { nounPhraseStartingAt } from "./noun-phrases.ts";
import type { Token } from "./tokens.ts";
import {
  ADVERB,
  CONJUNCTION,
  DETERMINER,
  NEGATION,
  OBJECT_PRONOUN,
  PREPOSITION,
  PRONOUN,
  QUANTIFIER,
  TIME,
} from "./word-classes.ts";
import { is, isNominal } from "./word-forms.ts";

/** Where a sentence goes on behind whoever is told something. */
export function skipAddressee(tokens: readonly Token[], from: number): number {
  const token = tokens[from];
  if (token === undefined || (is(token, PRONOUN) && !is(token, OBJECT_PRONOUN) && !/^(?:it|you)$/.test(token.word)))
    return from;
  if (token.word === "that") return from;
  if (is(token, OBJECT_PRONOUN) && !isNominal(tokens[from + 1])) return from + 1;
  return nounPhraseStartingAt(tokens, from)?.to ?? from;
}

/** Where a sentence goes on behind adverbs, times and places. */
export function skipAdjuncts(tokens: readonly Token[], from: number): number {
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
  if (token.word === "no" || token.word === "there") return at;
  if (is(token, TIME) || (is(token, ADVERB) && !is(token, NEGATION))) return at + 1;
  if (is(token, DETERMINER) && is(tokens[at + 1], TIME)) return at + 2;
  if (token.kind === "number" && is(tokens[at - 1], TIME)) return at + 1;
  if (!is(token, PREPOSITION) || is(token, CONJUNCTION) || opensCount(tokens, at)) return at;
  if (tokens[at + 1]?.word === "that") return at + 1;
  const time = behindTime(tokens, at + 1);
  if (time > at + 1) return time;
  if (tokens[at + 1]?.kind === "number") return at + 2;
  if (is(tokens[at + 1], OBJECT_PRONOUN) && !isNominal(tokens[at + 2])) return at + 2;
  return nounPhraseStartingAt(tokens, at + 1)?.to ?? at;
}

// On | Monday, on | his first day.
function behindTime(tokens: readonly Token[], from: number): number {
  let to = is(tokens[from], DETERMINER) ? from + 1 : from;
  while (is(tokens[to], ADVERB) && is(tokens[to + 1], TIME)) to++;
  return is(tokens[to], TIME) ? to + 1 : from;
}

/** Whether a preposition only says how many: said | about nine million people would need food. */
export function opensCount(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const counts = next?.kind === "number" || (is(next, QUANTIFIER) && next?.word !== "it");
  return counts && /^(?:about|around|over|under)$/.test(tokens[at]?.word ?? "") && isNominal(tokens[at + 2]);
}
