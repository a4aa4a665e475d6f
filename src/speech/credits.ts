import type { Span } from "../text/span.ts";
import { cleft } from "./clefts.ts";
import { coreStartingAt } from "./noun-phrases.ts";
import { canSpeak } from "./ownership.ts";
import type { Token } from "./tokens.ts";
import { PREPOSITION } from "./word-classes.ts";
import { hasVerb, is } from "./word-forms.ts";

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
  const isNamed = tokens[(name?.to ?? 0) - 1]?.capital || (dash === 1 && name !== null && canSpeak(tokens, name));
  if (name === null || !isNamed || hasVerb(tokens, name.to, tokens.length)) return false;
  const next = tokens[name.to];
  if (next === undefined) return dash === 1 || name.to - name.from > 1;
  return (next.kind === "comma" || is(next, PREPOSITION)) && tokens.at(-1)?.kind !== "stop";
}

// As one: “…” – Ina Holt, teacher.
function withCredit(quotes: readonly Token[], credit: readonly Token[]): Token[] {
  const first = credit[0];
  if (first === undefined || first.kind === "dash") return [...quotes, ...credit];
  const dash: Token = { ...first, kind: "dash", end: first.start, word: "–", classes: 0, capital: false, ending: "" };
  return [...quotes, dash, ...credit];
}

// “…” | Those were the words of Ina Holt. | So said Ina Holt.
function withSource({ tokens }: Sentence, next: Sentence): Token[] | null {
  const joined = [...tokens, ...next.tokens];
  return OPENERS.test(next.tokens[0]?.word ?? "") && cleft(joined, tokens.length - 1) !== null ? joined : null;
}

const OPENERS = /^(?:those|these|that|this|such|so|thus)$/;

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
    const told = credit !== undefined && isAlone(sentence) ? withSource(sentence, credit) : null;
    if (told !== null) {
      joined.push({ ...sentence, tokens: told });
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
