import type { Span } from "../answer/answer.ts";
import { overlapsInOrder } from "../text/overlaps.ts";
import { spokenLines } from "../text/paragraphs.ts";
import { splitSentences } from "../text/sentences.ts";
import { findTurns, type Turn } from "../text/turns.ts";
import { isCredit, withCredit } from "./credits.ts";
import { disambiguate } from "./disambiguate.ts";
import { isNickname } from "./nicknames.ts";
import { findQuotations, type Quotation } from "./quotation-marks.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import { type Token, tokenize } from "./tokens.ts";
import { AUXILIARY, DETERMINER, OPEN } from "./word-classes.ts";

/** A sentence of the narration: each outermost quotation in it is one token. */
export interface Sentence {
  readonly tokens: readonly Token[];
  /** The number of its paragraph. */
  readonly paragraph: number;
}

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
  const lines = spokenLines(text);
  const turns = findTurns(text, lines);
  const turnsIn = overlapsInOrder(turns);
  const paragraphs = lines.filter((line) => turnsIn(line).length === 0);
  const found = findQuotations(text, paragraphs);
  const nicknames = found.quotations.filter((quotation) => isNickname(text, quotation));
  const quotations = found.quotations.filter((quotation) => !nicknames.includes(quotation));
  const tokens = disambiguate(without(nicknames, tokenize(text, found.marks)));
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

// A line of quotations and the name in the line below it; over a blank line only where that comes again.
function joinCredits(text: string, paragraphs: readonly Span[], sentences: readonly Sentence[]): Sentence[] {
  const isPair = sentences.map(({ tokens, paragraph }, at) => {
    const next = sentences[at + 1];
    const alone = tokens.every(({ kind }) => kind === "quote" || kind === "stop" || kind === "comma");
    return alone && next !== undefined && next.paragraph === paragraph + 1 && isCredit(next.tokens);
  });
  const first = isPair.indexOf(true);
  const namesFollow = first >= 0 && isPair.lastIndexOf(true) > first && !isCredit(sentences[first - 1]?.tokens ?? []);
  const joined: Sentence[] = [];
  for (let at = 0; at < sentences.length; at++) {
    const [sentence, credit] = [sentences[at], sentences[at + 1]];
    if (sentence === undefined) break;
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

function without(nicknames: readonly Quotation[], tokens: Token[]): Token[] {
  if (nicknames.length === 0) return tokens;
  const inNickname = overlapsInOrder(nicknames.map(({ outer }) => outer));
  return tokens.filter((token) => inNickname(token).length === 0);
}

const LONGEST_ASIDE = 8;

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
    if (token?.kind === "quote") return -1;
    const next = tokens[at + 1]?.kind;
    if (token?.word === ")") return next === "word" || next === "comma" ? at : -1;
  }
  return -1;
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
    if (afterFullStop && (token.kind === "comma" || at > from + 4)) return false;
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
    if (token.kind === "quote" || token.kind === "colon") return false;
    if (afterFullStop && at > from + 1) return false;
    if (token.word === "that" || (token.classes & AUXILIARY) !== 0) return false;
    if (afterFullStop && (token.classes & OPEN) === 0 && token.kind !== "word") return false;
  }
  return true;
}
