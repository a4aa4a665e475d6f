import type { Span } from "../answer/answer.ts";

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

/** Whether a UTF-16 unit is white space; beyond the end of a text (`NaN`) counts as such. */
export function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x202f ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x3000 ||
    unit === 0xfeff ||
    Number.isNaN(unit)
  );
}
