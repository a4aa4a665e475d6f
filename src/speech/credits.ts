import type { Span } from "../text/span.ts";
import { coreStartingAt } from "./noun-phrases.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { AUXILIARY, PREPOSITION, PRONOUN } from "./word-classes.ts";
import { is, isBe } from "./word-forms.ts";

/** A sentence of the narration: each outermost quotation in it is one token. */
export interface Sentence {
  readonly tokens: readonly Token[];
  /** The number of its paragraph. */
  readonly paragraph: number;
}

const LONGEST_CREDIT = 16;

// Nothing but who is meant: Ina Holt, teacher.
function isCredit(tokens: readonly Token[]): boolean {
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

// As one: “…” – Ina Holt, teacher.
function withCredit(quotes: readonly Token[], credit: readonly Token[]): Token[] {
  const first = credit[0];
  if (first === undefined || first.kind === "dash") return [...quotes, ...credit];
  const dash: Token = { ...first, kind: "dash", end: first.start, word: "–", classes: 0, capital: false, ending: "" };
  return [...quotes, dash, ...credit];
}

// “…” | Those were the words of Ina Holt. | So said Ina Holt.
function tellsWhoseItWas({ tokens }: Sentence): boolean {
  const [first, second] = tokens;
  if (first === undefined || tokens.some(({ kind }) => kind === "quote")) return false;
  if (/^(?:so|thus)$/.test(first.word)) return reportingVerb(second?.word ?? "")?.form === "past";
  return /^(?:those|these|that|this|such)$/.test(first.word) && isBe(second);
}

/**
 * Joins quotations that stand alone with what tells whose they are: the sentence behind them ("Those were her words"), or the name in
 * the line below; over a blank line only where that comes again.
 */
export function joinCredits(text: string, paragraphs: readonly Span[], sentences: readonly Sentence[]): Sentence[] {
  const isAlone = ({ tokens }: Sentence) =>
    tokens.every(({ kind }) => kind === "quote" || kind === "stop" || kind === "comma");
  const isPair = sentences.map((sentence, at) => {
    const next = sentences[at + 1];
    const { paragraph } = sentence;
    return isAlone(sentence) && next !== undefined && next.paragraph === paragraph + 1 && isCredit(next.tokens);
  });
  const first = isPair.indexOf(true);
  const namesFollow = first >= 0 && isPair.lastIndexOf(true) > first && !isCredit(sentences[first - 1]?.tokens ?? []);
  const joined: Sentence[] = [];
  for (let at = 0; at < sentences.length; at++) {
    const [sentence, credit] = [sentences[at], sentences[at + 1]];
    if (sentence === undefined) break;
    if (credit !== undefined && isAlone(sentence) && tellsWhoseItWas(credit)) {
      joined.push({ ...sentence, tokens: [...sentence.tokens, ...credit.tokens] });
      at++;
      continue;
    }
    const below = isPair[at] && credit !== undefined;
    if (
      below &&
      (credit.tokens[0]?.kind === "dash" || namesFollow || areTogether(text, paragraphs, sentence, credit))
    ) {
      joined.push({ ...sentence, tokens: withCredit(sentence.tokens, credit.tokens) });
      at++;
    } else joined.push(sentence);
  }
  return joined;
}

function areTogether(text: string, paragraphs: readonly Span[], one: Sentence, next: Sentence): boolean {
  return !/\n\s*\n/.test(text.slice(paragraphs[one.paragraph]?.end, paragraphs[next.paragraph]?.start));
}
