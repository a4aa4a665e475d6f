import type { Span } from "./span.ts";

/** A text as a person sees it, and the way back to the text it was read from. */
export interface ReadableText {
  /** Without what takes no place on the page, each letter with its accents one character. */
  readonly text: string;
  /** Where what stands between two offsets of `text` stands in the original: UTF-16 units, half-open. */
  original(span: Span): Span;
}

/** For a character class: soft hyphens, zero-width characters and marks of writing direction. */
export const INVISIBLE = "\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF";

/** What most texts have none of; that is seen faster than it is mended. */
const UNREAD = new RegExp(`[${INVISIBLE}\\u0300-\\u036F]`);
/** A character that is left out, or a letter with the accents that follow it. */
const PIECE = new RegExp(`[${INVISIBLE}]+|\\P{M}\\p{M}+`, "gu");

/** Reads a text past all that nobody sees in it. */
export function readable(text: string): ReadableText {
  if (!UNREAD.test(text)) return { text, original: (span) => span };
  // Where a shift begins to hold, in the readable text, and how far the original is ahead from there on.
  const begins: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  const read = text.replace(PIECE, (piece, at: number) => {
    const shown = UNREAD.test(piece.charAt(0)) ? "" : piece.normalize("NFC");
    const from = at - shift;
    if (shown.length !== piece.length) {
      shift += piece.length - shown.length;
      // Half a unit behind a letter that was joined with its accents, so that a span which ends there takes them along.
      begins.push(shown === "" ? from : from + 0.5);
      shifts.push(shift);
    }
    return shown;
  });
  const shiftOf = (count: number) => shifts[count - 1] ?? 0;
  return {
    text: read,
    original: ({ start, end }) => ({
      start: start + shiftOf(countBelow(begins, start, true)),
      end: end + shiftOf(countBelow(begins, end, false)),
    }),
  };
}

/** How many of some numbers in order are below a limit, or at it. */
function countBelow(sorted: readonly number[], limit: number, orAt: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value < limit || (orAt && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
