import type { Span } from "../answer/answer.ts";
import { isSpace } from "./characters.ts";

/** The paragraphs of an article: what stands between line breaks, without white space around it. */
export function splitParagraphs(text: string): Span[] {
  const paragraphs: Span[] = [];
  for (let from = 0; from < text.length; ) {
    const lineBreak = text.indexOf("\n", from);
    const to = lineBreak === -1 ? text.length : lineBreak;
    const paragraph = trimSpan(text, from, to);
    if (paragraph.end > paragraph.start) paragraphs.push(paragraph);
    from = to + 1;
  }
  return paragraphs;
}

/** A span without the white space at its ends. */
export function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}
