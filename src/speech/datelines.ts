import type { Token } from "./tokens.ts";

const LONGEST_DATELINE = 10;

/** The first token of a sentence behind a place, a date and an agency, as in: LONDON, March 4 (Reuters) - Prices fell. */
export function behindDateline(tokens: readonly Token[]): number {
  for (let at = 1; at < LONGEST_DATELINE; at++) {
    const token = tokens[at];
    if (token === undefined || (token.kind === "word" && !token.capital)) return 0;
    if (token.kind === "dash") return at + 1;
  }
  return 0;
}
