import { ASKING } from "../lexicon/asking.ts";
import { splitSentences } from "../text/sentences.ts";
import { type Token, tokenize } from "../text/tokenize.ts";

/** A message as it asks: the questions in it, and what else it says. */
export interface Message {
  /** What is asked, in order, without what stands around it; one that is empty where nothing is. */
  readonly questions: readonly string[];
  /** What it says beside, or quotes: it may tell who "he" is. */
  readonly aside: string;
}

/** Whoever asks more at once asks the rest again. */
const MAX_QUESTIONS = 3;
/** Addresses of pages and people, and emoji by their names: nobody asks about them. */
const ADDRESS = /(?:\bhttps?:\/\/|\bwww\.)\S+|\S+@\S+\.\w+|(?<!\S):[a-z][\w+-]*:(?!\S)/gi;
/** A line that quotes another message, as mail and chats write it. */
const QUOTED_LINE = /^[^\S\n]*(?:>|&gt;)(.*)$/gm;
/** Where a message may pass from talk to its question. A sign between letters ("tl;dr", "12:30") parts nothing. */
const BREAK =
  /(?<=[?!])\s+|\s*[:;]\s+|\s+(?:[-–]+|<[-=]+|[-=]+>)\s+|\s*—\s*|\s*\n\s*|\s*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200d|\ufe0f)+\s*/gu;
/** What stands in quotation marks is one thing, whatever signs it has. */
const QUOTATION = /["“”„«][^"“”„«»]*["“”»]/g;
/**
 * Behind these a question may begin: a second one where it is joined by a word, or begins as the first does, since ", who" mostly
 * goes on with the first.
 */
const NEXT_QUESTION = /,\s+(?=\S)|\s+(?=(?:and|but)\s)/g;
const JOINED = /^(?:and|but|also|so)\s/i;

type WordClass = keyof typeof ASKING;

const WORDS = new Map(
  Object.entries(ASKING).map(([name, words]): [string, ReadonlySet<string>] => [name, new Set(words.split(" "))]),
);
const isA = ({ word }: Token, ...classes: readonly WordClass[]) => classes.some((one) => WORDS.get(one)?.has(word));

/** `request`: it asks without a question word, or only talks. `topic`: neither. */
type Kind = "question" | "request" | "topic" | "courtesy";

interface Piece {
  readonly text: string;
  readonly kind: Kind;
}

/** Parts the questions of a message from greetings, requests, addresses and what it quotes. */
export function readMessage(text: string): Message {
  const quoted: string[] = [];
  const own = text.replace(QUOTED_LINE, (_, line: string) => {
    quoted.push(line);
    return "";
  });
  const pieces = partsOf(own.replace(ADDRESS, " "))
    .map(readPiece)
    .filter(({ kind }) => kind !== "courtesy");
  const first = pieces.findIndex(({ kind }) => kind === "question");
  if (first < 0) return { questions: [textOf(pieces)], aside: quoted.join(". ") };
  const [head, ...others] = pieces.slice(first).filter(({ kind }) => kind === "question");
  // "Gazette: who wrote it?" is one question; what is said in a sentence of its own is none of it.
  const above = pieces.slice(0, first).filter(({ kind }) => kind === "topic");
  const questions = [textOf([...above, ...(head ? [head] : [])]), ...others.map(({ text: asked }) => asked)];
  const beside = pieces.filter(
    (piece, at) => (piece.kind === "topic" && at > first) || (piece.kind === "request" && hasName(piece.text)),
  );
  return {
    questions: questions.slice(0, MAX_QUESTIONS),
    aside: [...quoted, textOf(beside)].filter((part) => part !== "").join(". "),
  };
}

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join(" ");

/** Whether something has a capital inside: a name, most likely. */
function hasName(text: string): boolean {
  return tokenize(text).some((token, at) => at > 0 && token.capital && !isA(token, "talker"));
}

/** The sentences of a message, cut where talk may pass to a question, and one question to another. */
function partsOf(message: string): readonly string[] {
  const sentences = cutAt(BREAK, message).flatMap((piece) =>
    splitSentences(piece).map(({ start, end }) => piece.slice(start, end)),
  );
  return sentences.flatMap((sentence) => questionsIn(sentence));
}

/** A text cut at each match of a pattern outside quotation marks. */
function cutAt(pattern: RegExp, text: string): string[] {
  const quotations = [...text.matchAll(QUOTATION)].map(({ index, 0: { length } }) => ({ index, end: index + length }));
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: sign } of text.matchAll(pattern)) {
    if (quotations.some((one) => one.index < index && index < one.end)) continue;
    pieces.push(text.slice(from, index));
    from = index + sign.length;
  }
  return [...pieces, text.slice(from)].filter((piece) => piece.trim() !== "");
}

/** "Who runs the plant, and what happens to the town?" is two; so is "sorry to ask again, who said it?". */
function questionsIn(sentence: string): readonly string[] {
  const [first = "", ...clauses] = cutAt(NEXT_QUESTION, sentence);
  const parts = [first];
  let from = sentence.indexOf(first) + first.length;
  for (const clause of clauses) {
    const at = sentence.indexOf(clause, from);
    const before = parts.at(-1) ?? "";
    const { kind } = readPiece(before);
    const isJoined = JOINED.test(clause) || firstWord(clause) === firstWord(before);
    const isSecond = kind === "question" && isJoined && isWhole(before) && isWhole(clause);
    if (asks(clause) && (kind === "courtesy" || kind === "request" || isSecond)) parts.push(clause);
    else parts[parts.length - 1] += sentence.slice(from, at) + clause;
    from = at + clause.length;
  }
  return parts;
}

const firstWord = (text: string) => tokenize(text)[0]?.word;

/** Whether a clause asks something by itself, which "and when" does not. */
function isWhole(clause: string): boolean {
  const words = tokenize(clause).filter((token) => !isA(token, "opener"));
  return words.length > 2 && words.some(({ stop }) => !stop);
}

/** Whether a text begins as a question does, behind what joins it to the one before. */
function asks(text: string): boolean {
  const tokens = tokenize(text);
  const first = tokens.find((token) => !isA(token, "opener", "courtesy"));
  return first !== undefined && isA(first, "question", "auxiliary");
}

/** A piece of a message without the request around what it asks: "any idea how many", "I need quotes from". */
function readPiece(text: string): Piece {
  const tokens = tokenize(text);
  if (tokens.every((token) => isA(token, "courtesy", "greeting", "talker", "joint", "opener")) && isCourteous(tokens))
    return { text, kind: "courtesy" };
  const last = tokens.findLastIndex((token) => !isA(token, "courtesy"));
  const from = requestEnd(tokens.slice(0, last + 1));
  const end = last < tokens.length - 1 ? tokens[last]?.end : undefined;
  const asked = text.slice(from > 0 ? tokens[from]?.start : 0, end).trim();
  if (tokens.every((token) => isA(token, "request", "talker", "joint", "courtesy", "auxiliary", "greeting")))
    return { text: asked, kind: tokens.some((token) => isA(token, "request", "talker")) ? "request" : "topic" };
  if (asks(asked) || asks(text) || /\?\W*$/.test(text)) return { text: asked, kind: "question" };
  return { text: asked, kind: from > 0 ? "request" : "topic" };
}

/** "There", "for all" and "more" are no greetings alone. */
function isCourteous(tokens: readonly Token[]): boolean {
  const first = tokens.find((token) => !isA(token, "opener"));
  return tokens.some((token) => isA(token, "courtesy")) || (tokens.length > 1 && !!first && isA(first, "greeting"));
}

/** How many words at the start only ask to be told: up to the question word behind them, or else to the first other word. */
function requestEnd(tokens: readonly Token[]): number {
  const first = tokens[0];
  if (!first || isA(first, "question")) return 0;
  const end = tokens.findIndex(
    (token) => !isA(token, "request", "talker", "courtesy", "greeting", "joint", "auxiliary", "opener"),
  );
  const before = tokens.slice(0, Math.max(0, end));
  return before.some((token) => isA(token, "request", "talker", "courtesy")) ? before.length : 0;
}
