import type { Span } from "../answer/answer.ts";
import { isBoilerplate } from "./boilerplate.ts";
import { opensReadingList } from "./furniture.ts";

/**
 * `text` may be an answer. `heading` names what follows it. `boilerplate` is what the publisher adds to every page
 * and is never an answer.
 */
export type ParagraphKind = "text" | "heading" | "boilerplate";

/** A paragraph of a body: where it stands, what it is for, and the heading it stands under. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
  readonly heading: Span | null;
  /** For an item of a list, the paragraph that announces the list: "The report makes three points:". */
  readonly intro: Span | null;
}

// Paragraphs are apart by a blank line; an item of a list is a paragraph of its own.
const PARAGRAPH = /(?:^|\n)[^\S\n]*(?=\S)((?:[^\n]|\n(?![^\S\n]*(?:\n|$|[-*•–·]\s|\d{1,2}[.)]\s)))+)/g;
const LIST_ITEM = /^(?:[-*•–·]|\d{1,2}[.)])\s/;
const SENTENCE_END = /[.!?…:;,]["'”’)\]]*$/;
const MAX_HEADING_WORDS = 14;

/** The paragraphs of a body, in order; white space around them belongs to none. */
export function splitParagraphs(body: string): Paragraph[] {
  const spans: Span[] = [];
  for (const match of body.matchAll(PARAGRAPH)) {
    const text = match[1] ?? "";
    const start = match.index + match[0].length - text.length;
    const end = start + text.trimEnd().length;
    if (end > start) spans.push({ start, end });
  }
  return classify(body, spans);
}

function classify(body: string, spans: readonly Span[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let heading: Span | null = null;
  let intro: Span | null = null;
  let inReadingList = false;
  spans.forEach((span, at) => {
    const text = body.slice(span.start, span.end);
    const isItem = LIST_ITEM.test(text);
    inReadingList = opensReadingList(text) || (inReadingList && isItem);
    const last = at === spans.length - 1;
    const kind = inReadingList || isBoilerplate(text) ? "boilerplate" : !last && isHeading(text) ? "heading" : "text";
    if (kind === "heading") heading = span;
    if (!isItem) intro = kind === "text" && text.endsWith(":") ? span : null;
    paragraphs.push({ ...span, kind, heading: kind === "text" ? heading : null, intro: isItem ? intro : null });
  });
  return paragraphs;
}

function isHeading(text: string): boolean {
  if (/^#{1,6}\s/.test(text)) return true;
  if (LIST_ITEM.test(text) || SENTENCE_END.test(text) || text.includes("\n")) return false;
  return text.split(/\s+/).length <= MAX_HEADING_WORDS && /^[\p{Lu}\p{N}“‘"']/u.test(text);
}
