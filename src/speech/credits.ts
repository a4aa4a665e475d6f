import { coreStartingAt, is } from "./noun-phrases.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { AUXILIARY, PREPOSITION, PRONOUN } from "./word-classes.ts";

const LONGEST_CREDIT = 16;

/** Whether a line is nothing but who is meant: Ina Holt, teacher. */
export function isCredit(tokens: readonly Token[]): boolean {
  const dash = tokens[0]?.kind === "dash" ? 1 : 0;
  if (tokens.length > LONGEST_CREDIT || !tokens[dash]?.capital) return false;
  const name = coreStartingAt(tokens, dash);
  if (name === null || !tokens[name.to - 1]?.capital || hasVerb(tokens, name.to, tokens.length)) return false;
  const next = tokens[name.to];
  if (next === undefined) return dash === 1 || name.to - name.from > 1;
  return (next.kind === "comma" || is(next, PREPOSITION)) && tokens.at(-1)?.kind !== "stop";
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

/** A sentence of quotations alone, and the line below it as far as that is a credit, as one: “…” – Ina Holt, teacher. */
export function withCredit(quotes: readonly Token[], credit: readonly Token[]): Token[] {
  const first = credit[0];
  if (first === undefined || first.kind === "dash") return [...quotes, ...credit];
  const dash: Token = { ...first, kind: "dash", end: first.start, word: "–", classes: 0, capital: false, ending: "" };
  return [...quotes, dash, ...credit];
}
