import { behindApposition, coreStartingAt, nounPhraseStartingAt, type Phrase } from "./noun-phrases.ts";
import type { Token } from "./tokens.ts";
import { DETERMINER, RELATIVE } from "./word-classes.ts";
import { is } from "./word-forms.ts";

/**
 * The parts of a subject of several who speak together: Tom Berg | Ina Holt of "Tom Berg, the clerk, and Ina Holt". One part
 * where nobody but one is named.
 */
export function conjunctsOf(tokens: readonly Token[], phrase: Phrase): Phrase[] {
  const parts: Phrase[] = [];
  const first = /^(?:both|neither|either)$/.test(tokens[phrase.from]?.word ?? "") ? phrase.from + 1 : phrase.from;
  for (let from = first; from < phrase.to; ) {
    if (is(tokens[from], RELATIVE)) from = behindApposition(tokens, from - 1);
    if (tokens[from]?.word === "and") from++;
    const core = coreStartingAt(tokens, from);
    if (core === null) break;
    const to = separatorBehind(tokens, core.to, phrase.to);
    if (!describes(tokens, from, parts)) parts.push({ from, to: Math.min(to, phrase.to) });
    from = to + 1;
  }
  const named = parts.some(({ to }) => tokens[to - 1]?.capital);
  return parts.length > 1 && named ? parts : [phrase];
}

// Nora Quist, | the mayor, | and Olaf Prins, | 41.
function describes(tokens: readonly Token[], from: number, parts: readonly Phrase[]): boolean {
  return (
    parts.length > 0 &&
    tokens[from - 1]?.kind === "comma" &&
    (is(tokens[from], DETERMINER) || tokens[from]?.kind === "number")
  );
}

// What stands between is a part of the first: Holt of the union | and Berg.
function separatorBehind(tokens: readonly Token[], from: number, end: number): number {
  for (let at = from; at < end; at++) if (tokens[at]?.word === "and" || tokens[at]?.kind === "comma") return at;
  return end;
}

const MOST_CONJUNCTS = 12;

/**
 * Where a list ends that begins with a phrase: Tom Berg, 40, Ina Holt, the clerk, and Karim Nasser |, said. The phrase's own end
 * where no "and" with somebody behind it ends a list.
 */
export function behindConjuncts(tokens: readonly Token[], first: Phrase): number {
  let at = first.to;
  let isDescribed = false;
  for (let steps = 0; steps < MOST_CONJUNCTS; steps++) {
    const isApart = tokens[at]?.kind === "comma";
    const and = isApart ? at + 1 : at;
    // Ina Holt, a glaciologist and the paper’s author; Nordline, the largest line of Orlo and Tarn: one.
    const isOther = isApart || !isDescribed;
    if (tokens[and]?.word === "and") return isOther && isListed(tokens, and + 1) ? endOf(tokens, and + 1) : first.to;
    if (!isApart) return first.to;
    isDescribed = is(tokens[at + 1], DETERMINER);
    if (tokens[at + 1]?.kind === "number") at += 2;
    else if (is(tokens[at + 1], RELATIVE)) at = Math.max(behindApposition(tokens, at) - 1, at);
    else if (isListed(tokens, at + 1)) at = endOf(tokens, at + 1);
    else return first.to;
  }
  return first.to;
}

function isListed(tokens: readonly Token[], at: number): boolean {
  const core = coreStartingAt(tokens, at);
  return core !== null && (tokens[core.to - 1]?.capital === true || is(tokens[at], DETERMINER));
}

function endOf(tokens: readonly Token[], at: number): number {
  return nounPhraseStartingAt(tokens, at)?.to ?? at;
}

/** A phrase with those behind it that are listed with it: Ada Berg | and Jon Lind. */
export function withConjuncts(tokens: readonly Token[], first: Phrase | null): Phrase | null {
  return first && { from: first.from, to: behindConjuncts(tokens, first) };
}
