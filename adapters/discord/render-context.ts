import type { ContextParagraph, Passage, Span } from "../../src/index.ts";
import { cutText } from "../conversation/cut.ts";
import { type BothForms, renderToFit } from "./fit.ts";
import { emphasise } from "./markup.ts";
import { textDisplay } from "./message.ts";
import { ACCENT, container } from "./render-answer.ts";
import { articleLine } from "./render-passage.ts";

const SHARE_BEFORE_THE_PASSAGE = 0.25;

/** The paragraphs around a passage, the passage itself in bold. */
export function renderContext(passage: Passage, paragraphs: readonly ContextParagraph[]): BothForms {
  return renderToFit((room) => {
    const texts = paragraphs.map((paragraph) => textDisplay(paragraphMarkdown(paragraph, room.quotation)));
    const source = [textDisplay(articleLine(passage.article, room))];
    return { words: container([source, texts], ACCENT.answered), buttons: [] };
  });
}

/** A paragraph that is too long keeps what stands around the passage. */
function paragraphMarkdown({ text, mark }: ContextParagraph, limit: number): string {
  const start = mark && text.length > limit ? startBefore(text, mark, limit) : 0;
  const marks = mark ? [{ start: mark.start - start, end: mark.end - start }] : [];
  return `${start > 0 ? "…" : ""}${emphasise(cutText(text.slice(start), limit), marks)}`;
}

function startBefore(text: string, mark: Span, limit: number): number {
  const wanted = mark.start - Math.floor(limit * SHARE_BEFORE_THE_PASSAGE);
  return wanted <= 0 ? 0 : text.lastIndexOf(" ", wanted) + 1;
}
