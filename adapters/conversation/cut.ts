import type { Span } from "../../src/index.ts";

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A space is a better place to cut than a letter, unless it costs more than this share of the text. */
const LEAST_SHARE_AT_A_SPACE = 0.7;

/** The text, or as much of its beginning as fits into `limit` UTF-16 units with an ellipsis, cut between words. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(" ", limit - 1);
  const end = space >= limit * LEAST_SHARE_AT_A_SPACE ? space : lastBoundary(text, limit - 1);
  return `${text.slice(0, end)}…`;
}

/** The text without line breaks, control characters and runs of spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** The text as `write` puts it, cut so that it takes at most `limit` UTF-16 units with its escapes. */
export function cutEscaped(text: string, limit: number, write: (text: string) => string): string {
  let room = limit;
  let escaped = write(cutText(text, room));
  while (escaped.length > limit) {
    room = Math.floor(room * (limit / escaped.length));
    escaped = write(cutText(text, room));
  }
  return escaped;
}

/** The last place at or before `limit` that is not inside a character as a reader counts them. */
function lastBoundary(text: string, limit: number): number {
  let end = 0;
  for (const { index, segment } of GRAPHEMES.segment(text.slice(0, limit + 1))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return end;
}

/**
 * The stretch around a span of a text that is longer than `limit`, with an ellipsis where something is left out, and the span
 * in it.
 */
export function cutAround(text: string, span: Span, limit: number): { readonly shown: string; readonly mark: Span } {
  const room = Math.max(0, limit - (span.end - span.start));
  const earliest = text.length <= limit ? 0 : Math.max(0, span.start - Math.floor(room / 2));
  const space = earliest > 0 ? text.indexOf(" ", earliest) : -1;
  const start = space >= 0 && space < span.start ? space + 1 : earliest;
  const before = start > 0 ? "…" : "";
  const shift = before.length - start;
  const mark = { start: span.start + shift, end: span.end + shift };
  return { shown: before + cutText(text.slice(start), limit), mark };
}

/** A text in pieces, by whether they are in one of the spans. Spans that touch, overlap or leave the text do no harm. */
export function piecesOf(text: string, spans: readonly Span[]): readonly { text: string; isMarked: boolean }[] {
  const pieces: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  const add = (end: number, isMarked: boolean) => {
    const last = pieces.at(-1);
    if (end <= at) return;
    if (last?.isMarked === isMarked) last.text += text.slice(at, end);
    else pieces.push({ text: text.slice(at, end), isMarked });
    at = end;
  };
  for (const { start, end } of spans) {
    add(Math.min(start, text.length), false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return pieces;
}
