import { PREPOSITIONS_IN_ING } from "../lexicon/function-words.ts";
import type { Span } from "../text/span.ts";
import type { Attribution } from "./attribution.ts";
import { clauseSubject, isPause } from "./clause-subjects.ts";
import { behindDateline } from "./datelines.ts";
import { hasContent } from "./predicates.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { AUXILIARY, CONJUNCTION, DETERMINER, PRONOUN, RELATIVE, SUBORDINATOR } from "./word-classes.ts";
import { hasFiniteVerb, is, isNominal } from "./word-forms.ts";

/** What an attribution reports in the narrator's words: the content clause, in one or more pieces, as token ranges. */
export function reportedClauses(tokens: readonly Token[], attributions: readonly Attribution[], at: number): Span[] {
  const attribution = attributions[at];
  if (attribution === undefined) return [];
  const { kind, from } = attribution.complement;
  // Sol said her boss had told her: what the boss told is a part of what Sol said.
  const next = attributions.find((other, index) => index > at && other.from > from);
  const end = (hasContent(attribution.complement) ? next : attributions[at + 1])?.from ?? tokens.length;
  if (hasContent(attribution.complement)) {
    const comma = isSubordinate(tokens, attribution) ? nextComma(tokens, from) : -1;
    return trimmed(tokens, from, comma === -1 ? contentEnd(tokens, from, end) : comma);
  }
  if (kind === "quotation" || attribution.verb?.kind === "as") return [];
  return clausesAround(tokens, attribution, attributions[at - 1]?.to ?? 0, end);
}

// Although he said he was sorry, | he stayed; Green, who said he was sorry, | stayed.
function isSubordinate(tokens: readonly Token[], attribution: Attribution): boolean {
  const before = tokens[attribution.from - 1];
  if (before?.kind === "comma" && tokens[attribution.at + 1]?.word === "by") return true;
  return is(before, SUBORDINATOR | RELATIVE) && before?.word !== "that";
}

function nextComma(tokens: readonly Token[], from: number): number {
  return tokens.findIndex((token, at) => at > from && token.kind === "comma");
}

// Prices will fall, Strand said; The pullback, according to a diplomat, involved fewer than 200.
function clausesAround(tokens: readonly Token[], attribution: Attribution, start: number, end: number): Span[] {
  if (attribution.verb !== null && (attribution.verb.form === "ing" || attribution.verb.kind === "quote")) return [];
  const pieces: Span[] = [];
  const comma = attribution.from - 1;
  const final = isPause(tokens[comma]) || (attribution.verb === null && comma > start);
  if (final && comma > start && start === 0) {
    const dateline = behindDateline(tokens);
    const from = tokens[dateline]?.kind === "dash" ? dateline + 1 : dateline;
    const to = isPause(tokens[comma]) ? comma : comma + 1;
    if (to > from && !endsInQuote(tokens, to)) pieces.push({ start: from, end: to });
  }
  if (!isPause(tokens[attribution.to])) return pieces;
  const leads = attribution.from === 0;
  if (pieces.length === 0 && !(leads && attribution.verb === null)) return pieces;
  const from = leads ? behindRemark(tokens, attribution.to + 1) : attribution.to + 1;
  if (continues(tokens, from, pieces[0], attribution))
    pieces.push(...trimmed(tokens, from, contentEnd(tokens, from, end)));
  return pieces;
}

// According to the people, who asked not to be named, | talks will go on.
function behindRemark(tokens: readonly Token[], from: number): number {
  const comma = nextComma(tokens, from);
  if (comma === -1) return from;
  return is(tokens[from], RELATIVE) || isApposition(tokens, from, comma) ? comma + 1 : from;
}

function continues(
  tokens: readonly Token[],
  from: number,
  before: Span | undefined,
  attribution: Attribution,
): boolean {
  const token = tokens[from];
  if (token === undefined || token.kind !== "word") return token?.kind === "number";
  if (before === undefined || token.word === "that") return true;
  const complete = hasFiniteVerb(tokens, before.start, before.end);
  if (complete && (attribution.verb === null || isApposition(tokens, from, sentenceEnd(tokens, from)))) return false;
  const inverted = attribution.inverted && attribution.verb !== null;
  if (inverted && (complete || is(token, DETERMINER))) return is(token, AUXILIARY);
  if (is(token, CONJUNCTION)) return !complete;
  return !/ing$|^who|^which|^as$/.test(token.word);
}

function endsInQuote(tokens: readonly Token[], to: number): boolean {
  let last = to - 1;
  while (tokens[last]?.kind === "comma" || tokens[last]?.kind === "stop") last--;
  return tokens[last]?.kind === "quote" && !tokens.slice(0, last).some((token) => token.kind === "word");
}

// The content clause ends before what leads over to the next attribution: , adding …; and said …
function contentEnd(tokens: readonly Token[], from: number, next: number): number {
  if (next >= tokens.length) return sentenceEnd(tokens, from);
  for (let at = next - 1; at > from && at > next - 12; at--) {
    const token = tokens[at];
    if (token?.kind === "comma" || token?.kind === "semicolon" || token?.kind === "dash") return at;
    if (token !== undefined && is(token, CONJUNCTION) && at === next - 1)
      return tokens[at - 1]?.kind === "comma" ? at - 1 : at;
    if (token !== undefined && is(token, SUBORDINATOR) && at < next) return at;
  }
  return next;
}

function sentenceEnd(tokens: readonly Token[], from: number): number {
  let end = tokens.length;
  while (end > from && tokens[end - 1]?.kind === "stop") end--;
  return narratorsRemark(tokens, from, end);
}

const NOT_PARTICIPLES = new Set(PREPOSITIONS_IN_ING.split(" "));

// Where the narrator takes over: , ending weeks of speculation; , which would be a record; , but declined to say more.
function narratorsRemark(tokens: readonly Token[], from: number, end: number): number {
  for (let at = from + 2; at < end - 1; at++) {
    if (tokens[at]?.kind === "semicolon") return at;
    if (tokens[at]?.kind !== "comma") continue;
    const next = tokens[at + 1];
    if (next === undefined || next.kind !== "word" || next.capital) continue;
    if (tokens.slice(at + 1, end).some((token) => token.kind === "comma")) continue;
    if (next.word === "which" || next.word === "despite") return at;
    if (next.word.length > 5 && next.word.endsWith("ing") && isNominal(next) && !NOT_PARTICIPLES.has(next.word))
      return at;
    if (is(next, CONJUNCTION) && (isNarrated(tokens, at + 2) || isAnothers(tokens, at + 2, end))) return at;
    const isCounted = tokens.slice(at + 1, end).some(({ kind }) => kind === "number");
    if (!isCounted && isApposition(tokens, at + 1, end)) return at;
  }
  return end;
}

// , but declined …; , and he lashed out …: a past tense that is no report of what was said.
function isNarrated(tokens: readonly Token[], at: number): boolean {
  const verb = is(tokens[at], PRONOUN) ? tokens[at + 1] : tokens[at];
  return verb !== undefined && verb.kind === "word" && verb.word.endsWith("ed") && isNominal(verb);
}

// , but engineers who saw it in May disagreed.
function isAnothers(tokens: readonly Token[], from: number, end: number): boolean {
  const subject = clauseSubject(tokens, from);
  if (subject === null || is(tokens[subject.from], PRONOUN)) return false;
  return tokens.some((token, at) => {
    const form = at >= subject.to && at < end && token.kind === "word" ? reportingVerb(token.word)?.form : undefined;
    return (form === "past" || form === "third") && !is(tokens[at - 1], AUXILIARY | DETERMINER);
  });
}

function isNominalOrWord(token: Token | undefined): boolean {
  return token?.kind === "word" || token?.kind === "number";
}

function isApposition(tokens: readonly Token[], from: number, end: number): boolean {
  if (!/^(?:a|an|the)$/.test(tokens[from]?.word ?? "") && tokens[from + 1]?.ending !== "'s") return false;
  for (let at = from; at < end; at++)
    if (!isNominalOrWord(tokens[at]) || is(tokens[at], AUXILIARY | PRONOUN)) return false;
  return true;
}

// Without the sign that leads on; none where it is a quotation and nothing else.
function trimmed(tokens: readonly Token[], start: number, to: number): Span[] {
  let end = to;
  while (end > start && /^(?:comma|dash|semicolon)$/.test(tokens[end - 1]?.kind ?? "")) end--;
  const isQuotation = tokens[start]?.kind === "quote" && tokens[start + 1]?.kind !== "word";
  return end > start && !isQuotation ? [{ start, end }] : [];
}
