import { behindApposition, coreStartingAt, type Phrase } from "./noun-phrases.ts";
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
    if (tokens[from]?.word === "and") from++;
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
