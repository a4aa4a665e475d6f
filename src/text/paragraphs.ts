import type { Span } from "./span.ts";

const LIST_MARK = /[-*•–·]\s|\d{1,2}[.)]\s/y;
/** The mark of an item of a list, with the white space behind it. */
export const LIST_ITEM = /^(?:[-*•–·]|\d{1,2}[.)])\s+(?=\S)/;
const GOES_ON = /^[\p{Ll}\d,;)]/u;
const IS_ENDED = /[.!?…:;”"’'»)\]]$/;

/** Paragraphs are apart by a blank line; an item of a list is a paragraph of its own. White space around them belongs to none. */
export function paragraphSpans(text: string): Span[] {
  const spans: Span[] = [];
  let isOpen = false;
  for (const line of lineSpans(text)) {
    const blank = line.end === line.start;
    const before = isOpen && !isItemAt(text, line.start) ? spans.pop() : undefined;
    if (before !== undefined) spans.push({ start: before.start, end: blank ? before.end : line.end });
    else if (!blank) spans.push(line);
    isOpen = !blank;
  }
  return spans;
}

/**
 * The lines of a text in which somebody may speak: those of its paragraphs, where a line that was only broken for its width goes on
 * with the next.
 */
export function spokenLines(text: string): Span[] {
  const lines: Span[] = [];
  let broken = false;
  for (const line of lineSpans(text)) {
    const before = lines.at(-1);
    const blank = line.end === line.start;
    const goesOn =
      before !== undefined &&
      !broken &&
      !blank &&
      !IS_ENDED.test(text.charAt(before.end - 1)) &&
      GOES_ON.test(text.slice(line.start, line.start + 2));
    if (goesOn && !isItemAt(text, line.start)) lines[lines.length - 1] = { start: before.start, end: line.end };
    else if (!blank) lines.push(line);
    broken = blank;
  }
  return lines;
}

// Without the white space at their ends; an empty span for a blank line.
function* lineSpans(text: string): Generator<Span> {
  for (let from = 0; from < text.length; ) {
    const lineBreak = text.indexOf("\n", from);
    const to = lineBreak < 0 ? text.length : lineBreak;
    const line = text.slice(from, to);
    const start = from + line.length - line.trimStart().length;
    yield { start, end: Math.max(start, from + line.trimEnd().length) };
    from = to + 1;
  }
}

function isItemAt(text: string, at: number): boolean {
  LIST_MARK.lastIndex = at;
  return LIST_MARK.test(text);
}
