import type { ContextParagraph, Passage } from "../../src/index.ts";
import { cutAround, cutText } from "../conversation/cut.ts";
import { type BothForms, renderToFit } from "./fit.ts";
import { emphasise } from "./markup.ts";
import { textDisplay } from "./message.ts";
import { ACCENT, container } from "./render-answer.ts";
import { articleLine } from "./render-passage.ts";

/** The paragraphs around a passage, the passage itself in bold. */
export function renderContext(passage: Passage, paragraphs: readonly ContextParagraph[]): BothForms {
  return renderToFit((room) => {
    const texts = paragraphs.map((paragraph) => textDisplay(paragraphMarkdown(paragraph, room.quotation)));
    const source = [textDisplay(articleLine(passage.article, room))];
    return { words: container([source, texts], ACCENT.answered), buttons: [] };
  });
}

/** A paragraph that is too long keeps what stands around the passage. */
function paragraphMarkdown({ text, mark: passage }: ContextParagraph, limit: number): string {
  if (passage === null) return emphasise(cutText(text, limit), []);
  const { shown, mark } = cutAround(text, passage, limit);
  return emphasise(shown, [mark]);
}
