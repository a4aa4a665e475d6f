import { splitSentences } from "../text/sentences.ts";
import type { Turn } from "../text/turns.ts";
import { joinCredits, type Sentence } from "./credits.ts";
import type { Quotation } from "./quotation-marks.ts";
import { readText } from "./read-text.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { AUXILIARY, DETERMINER, RELATIVE } from "./word-classes.ts";
import { is } from "./word-forms.ts";

/** A text as its narrator tells it, with the quotations taken out, and everything that was read on the way. */
export interface Narration {
  readonly sentences: readonly Sentence[];
  /** What is printed as somebody's words without quotation marks, and belongs to no sentence. */
  readonly turns: readonly Turn[];
  /** All words and signs, also those inside of quotations. */
  readonly tokens: readonly Token[];
}

/** Reads a text into sentences that run on over their quotations, as in: “I did,” she said. */
export function readNarration(text: string): Narration {
  const { paragraphs, turns, quotations, tokens } = readText(text);
  const sentences: Sentence[] = [];
  let at = 0;
  let next = 0;
  paragraphs.forEach((paragraph, number) => {
    const line: Token[] = [];
    while ((tokens[at]?.start ?? paragraph.start) < paragraph.start) at++;
    for (; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined || token.start >= paragraph.end) break;
      while ((quotations[next]?.depth ?? 0) > 0) next++;
      const quotation = quotations[next];
      if (quotation === undefined || token.start < quotation.outer.start) {
        if (token.kind !== "mark") line.push(token);
        continue;
      }
      line.push(quoteToken(text, quotation));
      next++;
      while ((tokens[at + 1]?.start ?? text.length) < quotation.outer.end) at++;
    }
    const ends = splitSentences(text.slice(paragraph.start, paragraph.end), paragraph.start).map(({ end }) => end);
    for (const sentence of cutSentences(withoutAsides(line), ends))
      sentences.push({ tokens: sentence, paragraph: number });
  });
  return { sentences: joinCredits(text, paragraphs, sentences), turns, tokens };
}

const LONGEST_ASIDE = 8;
const LONGEST_WORD = 12;

// Rep. Ana Ruiz (D-Ohio) said: what stands in brackets behind a name, while the sentence goes on.
function withoutAsides(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const close = token.word === "(" && tokens[at - 1]?.capital ? closingBracket(tokens, at) : -1;
    if (close === -1) kept.push(token);
    else at = close;
  }
  return kept;
}

function closingBracket(tokens: readonly Token[], open: number): number {
  for (let at = open + 1; at < tokens.length && at <= open + LONGEST_ASIDE; at++) {
    const token = tokens[at];
    if (token?.kind === "quote" && !isWord(token)) return -1;
    const next = tokens[at + 1]?.kind;
    if (token?.word === ")") return next === "word" || next === "comma" ? at : -1;
  }
  return -1;
}

// “Dolly” to the whole street.
function isWord({ quotation }: Token): boolean {
  return quotation !== undefined && quotation.end - quotation.start < LONGEST_WORD;
}

function quoteToken(text: string, quotation: Quotation): Token {
  let last = quotation.end - 1;
  while (last > quotation.start && /[”’"'»\s]/.test(text.charAt(last))) last--;
  const { start, end } = quotation.outer;
  return { kind: "quote", start, end, word: text.charAt(last), classes: 0, capital: false, ending: "", quotation };
}

// Nobody writes longer ones; whatever reads a sentence word by word may then look back and ahead without growing slow.
const LONGEST_SENTENCE = 250;

// Where the text's sentences end, but not within quotations, nor before the clause that tells whose a quotation is.
function cutSentences(tokens: readonly Token[], ends: readonly number[]): Token[][] {
  const sentences: Token[][] = [];
  let from = 0;
  let next = 0;
  tokens.forEach((token, at) => {
    while ((ends[next] ?? Number.POSITIVE_INFINITY) < token.end) next++;
    const ended = (ends[next] ?? Number.POSITIVE_INFINITY) <= (tokens[at + 1]?.start ?? Number.POSITIVE_INFINITY);
    if (at + 1 - from < LONGEST_SENTENCE && !endsSentence(tokens, at, ended)) return;
    sentences.push(tokens.slice(from, at + 1));
    from = at + 1;
  });
  if (from < tokens.length) sentences.push(tokens.slice(from));
  return sentences;
}

function endsSentence(tokens: readonly Token[], at: number, ended: boolean): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined) return true;
  if (next.kind === "stop" || next.kind === "comma" || next.kind === "bracket") return false;
  if (token.kind === "stop" && next.kind === "quote") return true;
  if (token.kind !== "quote") return ended;
  if (!/[.?!…—–-]/.test(token.word)) return false;
  if (next.kind === "quote") return !/[—–-]/.test(token.word);
  if (next.kind !== "word" || !next.capital) return false;
  return !isTag(tokens, at + 1, token.word === ".");
}

const LONGEST_TAG = 14;

// Whether a clause from `from` on only says whose the words before are: “Can you hear me?” Eze asked.
function isTag(tokens: readonly Token[], from: number, afterFullStop: boolean): boolean {
  for (let at = from + 1; at < tokens.length && at < from + LONGEST_TAG; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "stop" || token.kind === "quote" || token.kind === "colon") return false;
    if (afterFullStop && (token.kind === "comma" || is(token, AUXILIARY) || at > from + 4)) return false;
    // Nobody knows who wrote it.
    if (is(token, RELATIVE)) return false;
    const verb = token.kind === "word" ? reportingVerb(token.word) : undefined;
    const asked = verb?.lemma === "ask" && !afterFullStop;
    if (verb === undefined || (isNoun(tokens[at - 1]) && !asked) || (afterFullStop && verb.kind === "quote")) continue;
    return endsTag(tokens, at + 1, afterFullStop);
  }
  return false;
}

function isNoun(before: Token | undefined): boolean {
  return before === undefined || (before.classes & (DETERMINER | AUXILIARY)) !== 0;
}

function endsTag(tokens: readonly Token[], from: number, afterFullStop: boolean): boolean {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "stop") return true;
    if (token.kind === "comma" && !afterFullStop) return true;
    if (token.kind === "quote" || token.kind === "colon" || (afterFullStop && at > from + 1)) return false;
  }
  return true;
}
