import { beginsWithCompanyEnding, isInnerStop } from "./abbreviations.ts";
import type { Span } from "./span.ts";

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/** The segmenter copies its whole text for every sentence it finds, so that it is given little at a time. */
const WINDOW = 1000;
/** Behind one of these nothing can join what was cut before it: letters, ends of sentences, line breaks. */
const DECIDES = /[\p{Lu}\p{Ll}\p{Lo}.!?。！？\n]/u;

/** Where Unicode's sentences (UAX #29) of a text end, in order: UTF-16 offsets, the last one is the text's length. */
export function segmentEnds(text: string): number[] {
  const ends: number[] = [];
  let width = WINDOW;
  for (let from = 0; from < text.length; ) {
    const isLast = from + width >= text.length;
    const window = text.slice(from, from + width);
    const decided = isLast ? window.length : lastDeciding(window);
    const found: number[] = [];
    for (const { index } of SEGMENTER.segment(window)) if (index > 0 && index <= decided) found.push(from + index);
    if (isLast) found.push(text.length);
    for (const end of found) ends.push(end);
    from = found.at(-1) ?? from;
    width = found.length > 0 ? WINDOW : 2 * width;
  }
  return ends;
}

function lastDeciding(window: string): number {
  let at = window.length - 1;
  while (at > 0 && !DECIDES.test(window.charAt(at))) at--;
  return at;
}

const LOWER_CASE_START = /^[\p{Ll}\d,;:)\]–—-]/u;
const CLOSING_ONLY = /^[\s”’"')\]]+$/;
const CLOSING = /[”’"')\]]/;

/** Nobody writes longer ones; a transcript without full stops is cut where it has white space. */
export const LONGEST_SENTENCE = 2000;

/**
 * The sentences of one paragraph as spans into `text`, without the white space around them, in order. Unicode's rules
 * (Intl.Segmenter) cut first; cuts behind abbreviations, initials and a quotation that the sentence goes on after
 * are undone.
 */
export function splitSentences(text: string, offset = 0): Span[] {
  const spans = known.get(text) ?? remember(text);
  return spans.map(({ start, end }) => ({ start: offset + start, end: offset + end }));
}

/** Each paragraph is read twice: for who speaks in it, and for what can be cited. */
const known = new Map<string, readonly Span[]>();
const MAX_KNOWN = 4000;
const LONGEST_KNOWN = 5000;

function remember(text: string): readonly Span[] {
  const spans = cutSentences(text);
  if (text.length > LONGEST_KNOWN) return spans;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, spans);
  return spans;
}

function cutSentences(text: string): Span[] {
  const spans: Span[] = [];
  const ends = segmentEnds(text);
  let from = 0;
  ends.forEach((end, at) => {
    const next = ends[at + 1];
    if (next !== undefined && goesOn(text, from, end, text.slice(end, next))) return;
    for (let left = from; left < end; ) {
      const right = endWithin(text, left, end, LONGEST_SENTENCE);
      const piece = text.slice(left, right);
      const start = left + piece.length - piece.trimStart().length;
      const length = piece.trim().length;
      if (length > 0) spans.push({ start, end: start + length });
      left = right;
    }
    from = end;
  });
  return spans;
}

/** Whether the sentence from `from` to `end` goes on with the segment `next` behind it. */
function goesOn(text: string, from: number, end: number, next: string): boolean {
  if (next.trim() === "" || CLOSING_ONLY.test(next)) return true;
  if (/^\p{Ll}/u.test(next) || (LOWER_CASE_START.test(next) && !isEnded(text, from, end))) return true;
  const last = lastWord(text, from, end) - 1;
  return text.charAt(last) === "." ? isInnerStop(text, last) : beginsWithCompanyEnding(next);
}

/** Whether a full stop and white space end a text, with nothing but closing signs between them. */
function isEnded(text: string, from: number, end: number): boolean {
  let at = lastWord(text, from, end);
  if (at === end) return false;
  while (at > from && CLOSING.test(text.charAt(at - 1))) at--;
  return at > from && ".!?".includes(text.charAt(at - 1));
}

/** The end of a text without the white space behind it. */
function lastWord(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

/**
 * Where a stretch of text ends that may not be longer than `limit`: at `end`, or else behind a line break or white space
 * in the second half of what is allowed; between two characters where there is none.
 */
function endWithin(text: string, start: number, end: number, limit: number): number {
  if (end - start <= limit) return end;
  const allowed = text.slice(start + limit / 2, start + limit);
  const cut = allowed.includes("\n") ? allowed.lastIndexOf("\n") : allowed.search(/\s\S*$/);
  if (cut >= 0) return start + limit / 2 + cut + 1;
  const last = text.charCodeAt(start + limit - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return start + limit - (isHalf ? 1 : 0);
}
