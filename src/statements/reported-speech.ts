import type { Span } from "../answer/answer.ts";
import type { Attribution } from "./attribution.ts";
import { hasAuxiliary, is } from "./noun-phrases.ts";
import type { Token } from "./tokens.ts";
import { CONJUNCTION, SUBORDINATOR } from "./word-classes.ts";

/** What an attribution reports in the narrator's words: the content clause, in one or more pieces, as token ranges. */
export function reportedClauses(tokens: readonly Token[], attributions: readonly Attribution[], at: number): Span[] {
  const attribution = attributions[at];
  if (attribution === undefined || attribution.verb?.kind === "as") return [];
  const end = attributions[at + 1]?.from ?? tokens.length;
  const { kind, from } = attribution.complement;
  if (kind === "clause") return clausesBetween(tokens, from, contentEnd(tokens, from, end));
  if (kind === "quotation") return [];
  return clausesAround(tokens, attribution, attributions[at - 1]?.to ?? 0, end);
}

// Prices will fall, Strand said; The pullback, according to a diplomat, involved fewer than 200.
function clausesAround(tokens: readonly Token[], attribution: Attribution, start: number, end: number): Span[] {
  if (attribution.verb !== null && (attribution.verb.form === "ing" || attribution.verb.kind === "quote")) return [];
  const pieces: Span[] = [];
  const comma = attribution.from - 1;
  const final = tokens[comma]?.kind === "comma" || (attribution.verb === null && comma > start);
  if (final && comma > start && start === 0) {
    const from = behindDateline(tokens);
    const to = tokens[comma]?.kind === "comma" ? comma : comma + 1;
    if (to > from && !endsInQuote(tokens, to)) pieces.push({ start: from, end: to });
  }
  if (tokens[attribution.to]?.kind !== "comma") return pieces;
  const leads = attribution.from === 0;
  if (pieces.length === 0 && !(leads && attribution.verb === null)) return pieces;
  const from = attribution.to + 1;
  if (continues(tokens, from, pieces[0])) pieces.push(...clausesBetween(tokens, from, contentEnd(tokens, from, end)));
  return pieces;
}

function continues(tokens: readonly Token[], from: number, before: Span | undefined): boolean {
  const token = tokens[from];
  if (token === undefined || token.kind !== "word") return token?.kind === "number";
  if (before === undefined || token.word === "that" || is(token, CONJUNCTION)) return true;
  if (!hasAuxiliary(tokens, before.start, before.end) && !/ing$/.test(token.word)) return !/^wh/.test(token.word);
  return !/ing$|^wh|^as$/.test(token.word);
}

function endsInQuote(tokens: readonly Token[], to: number): boolean {
  let last = to - 1;
  while (tokens[last]?.kind === "comma" || tokens[last]?.kind === "stop") last--;
  return tokens[last]?.kind === "quote" && !tokens.slice(0, last).some((token) => token.kind === "word");
}

const LONGEST_DATELINE = 10;

// VELSTADT (AP) —; LONDON, March 4 (Reuters) -
function behindDateline(tokens: readonly Token[]): number {
  for (let at = 1; at < LONGEST_DATELINE; at++) {
    const token = tokens[at];
    if (token === undefined || (token.kind === "word" && !token.capital)) return 0;
    if (token.kind === "dash") return at + 1;
  }
  return 0;
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
  return end;
}

// and that: a content clause of its own.
function clausesBetween(tokens: readonly Token[], from: number, to: number): Span[] {
  const clauses: Span[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (tokens[at]?.word !== "that" || !is(tokens[at - 1], CONJUNCTION) || at - 1 <= start) continue;
    const end = tokens[at - 2]?.kind === "comma" ? at - 2 : at - 1;
    clauses.push({ start, end });
    start = at + 1;
  }
  if (to > start) clauses.push({ start, end: to });
  return clauses.filter((clause) => tokens[clause.start]?.kind !== "quote");
}
