import type { Span } from "../text/span.ts";
import { isSpace } from "./characters.ts";
import { findMarks, isSingle, type Mark } from "./quotation-signs.ts";
import { beginningOfUnopened, endOfUnclosed } from "./unclosed.ts";

/** A stretch between quotation marks; `start` and `end` are inside them, without white space. */
export interface Quotation extends Span {
  /** With its marks, as far as there are any. */
  readonly outer: Span;
  /** 0 for a quotation in the narration, 1 for one inside of that, and so on. */
  readonly depth: number;
  /** It has no closing mark in its paragraph. */
  readonly unclosed: boolean;
}

/** All quotations of a text in order, and the signs that were read as quotation marks. */
export interface Quotations {
  readonly quotations: readonly Quotation[];
  /** One for each position of the text where such a sign stands. */
  readonly marks: Uint8Array;
}

interface Reading {
  readonly text: string;
  readonly paragraph: Span;
  /** The next paragraph begins with a quotation mark. */
  readonly goesOn: boolean;
  readonly marks: readonly Mark[];
  /** For each mark, how many double closing signs follow before a double opening one. */
  readonly closersAhead: readonly number[];
  /** For each mark, whether a sign that can close a single quotation follows. */
  readonly singleCloserAhead: readonly boolean[];
  readonly open: Mark[];
  readonly found: Quotation[];
  readonly used: Uint8Array;
  /** Where the last quotation of the paragraph in double marks ended. */
  free: number;
}

const MAX_DEPTH = 3;
const OPENING = /[“"”„«‘']/;

/**
 * Finds the quotations of a text paragraph by paragraph, also where marks are missing or stand the wrong way round. An
 * unclosed quotation ends where the next one opens or with its paragraph; one without an opening mark begins with its
 * paragraph.
 */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotations {
  const found: Quotation[] = [];
  const used = new Uint8Array(text.length);
  paragraphs.forEach((paragraph, at) => {
    const goesOn = OPENING.test(text.charAt(paragraphs[at + 1]?.start ?? text.length));
    readParagraph(text, paragraph, goesOn, found, used);
  });
  found.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
  return { quotations: found, marks: used };
}

function readParagraph(text: string, paragraph: Span, goesOn: boolean, found: Quotation[], used: Uint8Array): void {
  const marks = findMarks(text, paragraph);
  const ahead = lookAhead(marks);
  const reading: Reading = { text, paragraph, goesOn, marks, ...ahead, open: [], found, used, free: paragraph.start };
  marks.forEach((mark, at) => {
    if (isSingle(mark.family)) readSingle(reading, mark, at);
    else readDouble(reading, mark, at);
  });
  while (reading.open.length > 0) close(reading, null, paragraph.end);
}

function lookAhead(marks: readonly Mark[]): Pick<Reading, "closersAhead" | "singleCloserAhead"> {
  const closersAhead: number[] = new Array(marks.length);
  const singleCloserAhead: boolean[] = new Array(marks.length);
  let closers = 0;
  let single = false;
  for (let at = marks.length - 1; at >= 0; at--) {
    closersAhead[at] = closers;
    singleCloserAhead[at] = single;
    const mark = marks[at];
    if (mark === undefined) continue;
    if (isSingle(mark.family)) single = mark.looseRight || (single && !opensByLook(mark));
    else if (opensByLook(mark)) closers = 0;
    else closers++;
  }
  return { closersAhead, singleCloserAhead };
}

function opensByLook(mark: Mark): boolean {
  if (mark.made === "either") return mark.looseLeft && !mark.looseRight;
  return mark.made === "open";
}

function readDouble(reading: Reading, mark: Mark, at: number): void {
  const innermost = reading.open.findLast((open) => !isSingle(open.family));
  const ahead = reading.closersAhead[at] ?? 0;
  if (innermost === undefined) {
    if (opensByLook(mark) || mark.made === "open" || opensThoughMadeToClose(reading, mark, ahead)) open(reading, mark);
    else closeUnopened(reading, mark);
    return;
  }
  if (closesInnermost(reading, innermost, mark)) {
    while (reading.open.at(-1) !== innermost) close(reading, null, mark.at);
    close(reading, mark, mark.at);
    return;
  }
  const around = reading.open.lastIndexOf(innermost);
  if (mark.family === innermost.family && (ahead < 2 || reading.open.length >= MAX_DEPTH))
    while (reading.open.length > around) close(reading, null, mark.at);
  open(reading, mark);
}

// A closing sign where one should open: at the beginning, after white space, or with its partner still to come.
function opensThoughMadeToClose(reading: Reading, mark: Mark, closersAhead: number): boolean {
  if (mark.made === "either" && !mark.looseRight) return true;
  if (mark.looseLeft) return true;
  const charAfterIsWord = /^\s?[\p{L}\p{N}]/u.test(reading.text.slice(mark.end, mark.end + 2));
  return charAfterIsWord && closersAhead % 2 === 1;
}

function closesInnermost(reading: Reading, innermost: Mark, mark: Mark): boolean {
  const backwards = innermost.made === "close";
  const german = reading.text[innermost.at] === "„";
  if (mark.family === "angle") return innermost.family === "angle" && (mark.made === "close") !== backwards;
  if (mark.made === "open") return german || (mark.looseRight && !mark.looseLeft);
  if (mark.made === "either") return !(mark.looseLeft && !mark.looseRight && innermost.made !== "either");
  return !(mark.looseLeft && mark.at > innermost.end + 1 && (backwards || !mark.looseRight));
}

function readSingle(reading: Reading, mark: Mark, at: number): void {
  const innermost = reading.open.at(-1);
  const inSingle = innermost !== undefined && isSingle(innermost.family);
  const isGerman = inSingle && reading.text[innermost.at] === "‚" && reading.text[mark.at] === "‘";
  if (isGerman) {
    close(reading, mark, mark.at);
    return;
  }
  if (inSingle && mark.made !== "open" && mark.looseRight && !mark.looseLeft) {
    if (!isPluralPossessive(reading, mark, at)) close(reading, mark, mark.at);
    return;
  }
  if (inSingle && mark.made !== "open" && !/[\p{L}\p{N}]/u.test(reading.text.charAt(mark.end)) && !mark.looseLeft) {
    close(reading, mark, mark.at);
    return;
  }
  if (mark.made === "close" || inSingle || reading.open.length >= MAX_DEPTH) return;
  const canOpen = mark.family === "single" ? mark.made === "open" : !mark.looseRight && !isWordBefore(reading, mark);
  if (canOpen && reading.singleCloserAhead[at]) open(reading, mark);
}

function isWordBefore(reading: Reading, mark: Mark): boolean {
  return /[\p{L}\p{N}.,?!]/u.test(reading.text.charAt(mark.at - 1));
}

// The workers’ rights: an apostrophe after s with a word behind it, while a better closing sign is still to come.
function isPluralPossessive(reading: Reading, mark: Mark, at: number): boolean {
  const around = reading.text.slice(mark.at - 1, mark.end + 2);
  return /^s.\s\p{L}/u.test(around) && reading.singleCloserAhead[at] === true;
}

function open(reading: Reading, mark: Mark): void {
  reading.open.push(mark);
  use(reading, mark);
}

function close(reading: Reading, closing: Mark | null, end: number): void {
  const opening = reading.open.pop();
  if (opening === undefined) return;
  if (closing !== null) use(reading, closing);
  const last = closing === null ? endOfOpen(reading, opening, end) : end;
  if (!isSingle(opening.family) && reading.open.length === 0) reading.free = closing?.end ?? end;
  addQuotation(reading, opening.end, last, { start: opening.at, end: closing?.end ?? last }, closing === null);
}

// A quotation that the next paragraph goes on with may well tell what others said; it ends with its paragraph.
function endOfOpen(reading: Reading, opening: Mark, end: number): number {
  if (isSingle(opening.family) || (reading.goesOn && end === reading.paragraph.end)) return end;
  return endOfUnclosed(reading.text, opening.end, end);
}

function closeUnopened(reading: Reading, mark: Mark): void {
  use(reading, mark);
  const { found } = reading;
  const free = beginningOfUnopened(reading.text, reading.paragraph, reading.free, mark.at);
  for (let at = found.length - 1; at >= 0; at--) {
    const inner = found[at];
    if (inner === undefined || inner.outer.start < free) break;
    found[at] = { ...inner, depth: inner.depth + 1 };
  }
  addQuotation(reading, free, mark.at, { start: free, end: mark.end }, false);
  reading.free = mark.end;
}

function addQuotation(reading: Reading, from: number, to: number, outer: Span, unclosed: boolean): void {
  const { start, end } = trimSpan(reading.text, from, to);
  const depth = reading.open.length;
  if (end > start) reading.found.push({ start, end, outer, depth, unclosed });
}

function use(reading: Reading, mark: Mark): void {
  for (let at = mark.at; at < mark.end; at++) reading.used[at] = 1;
}

// A span without the white space at its ends.
function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}
