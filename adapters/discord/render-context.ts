import type { ContextParagraph, Passage, Span } from "../../src/index.ts";
import { cutText } from "../conversation/cut.ts";
import { fits, measureMessage, type Room, renderToFit } from "./fit.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { emphasise } from "./markup.ts";
import { type ComponentMessage, componentMessage, type PlainMessage, plainMessage, textDisplay } from "./message.ts";
import { ACCENT, container } from "./render-answer.ts";
import { articleLine } from "./render-passage.ts";

const SHARE_BEFORE_THE_PASSAGE = 0.25;

/** The paragraphs around a passage, the passage itself in bold. */
export function renderContext(passage: Passage, paragraphs: readonly ContextParagraph[]): ComponentMessage {
  return renderToFit(
    (room) => {
      const texts = paragraphs.map((paragraph) => [textDisplay(paragraphMarkdown(paragraph, room.quotation))]);
      const source = [textDisplay(articleLine(passage.article, room))];
      return componentMessage(container([source, texts.flat()], ACCENT.answered));
    },
    (message) => fits(measureMessage(message)),
  );
}

/** The same without components. */
export function renderPlainContext(passage: Passage, paragraphs: readonly ContextParagraph[]): PlainMessage {
  const render = (room: Room) =>
    [
      articleLine(passage.article, room),
      ...paragraphs.map((paragraph) => paragraphMarkdown(paragraph, room.quotation)),
    ].join("\n\n");
  return plainMessage(renderToFit(render, (text) => text.length <= DISCORD_LIMITS.contentCharacters));
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
