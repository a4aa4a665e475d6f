import type { types } from "@slack/bolt";
import type { ContextParagraph, Passage, Span } from "../../src/index.ts";
import { cutText } from "../conversation/cut.ts";
import { context, paragraph, plainText, quotation } from "./blocks.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { type Block, countCharacters } from "./message.ts";
import { sourceLine } from "./render-passage.ts";

/** A passage and the paragraphs around it. */
export interface PassageInContext {
  readonly passage: Passage;
  readonly paragraphs: readonly ContextParagraph[];
}

/** How much of a paragraph is shown; one that holds the passage is cut around it. */
const MAX_PARAGRAPH = 1_200;

/** The modal with the paragraphs around each passage, the passage itself as a quotation in bold. */
export function renderContext(passages: readonly PassageInContext[]): types.ModalView {
  const blocks: Block[] = [];
  for (const shown of passages) {
    const next: Block[] = [...(blocks.length > 0 ? [{ type: "divider" as const }] : []), ...renderOne(shown)];
    // Whole passages only; the first always fits.
    if (blocks.length + next.length > SLACK_LIMITS.viewBlocks) break;
    if (countCharacters([...blocks, ...next]) > SLACK_LIMITS.messageCharacters) break;
    blocks.push(...next);
  }
  return {
    type: "modal",
    title: plainText("In context", SLACK_LIMITS.modalTitleCharacters),
    close: plainText("Close", SLACK_LIMITS.modalTitleCharacters),
    blocks,
  };
}

function renderOne({ passage, paragraphs }: PassageInContext): readonly Block[] {
  return [context(sourceLine(passage)), ...paragraphs.map(renderParagraph)];
}

function renderParagraph({ text, mark }: ContextParagraph): Block {
  if (mark === null) return paragraph(cutText(text, MAX_PARAGRAPH));
  const { shown, bold } = cutAround(text, mark);
  return quotation(shown, [bold]);
}

/** The stretch of the text around a span, with an ellipsis where something is left out. */
function cutAround(text: string, mark: Span): { readonly shown: string; readonly bold: Span } {
  const room = Math.max(0, MAX_PARAGRAPH - (mark.end - mark.start));
  const earliest = text.length <= MAX_PARAGRAPH ? 0 : Math.max(0, mark.start - Math.floor(room / 2));
  const space = earliest > 0 ? text.indexOf(" ", earliest) : -1;
  const start = space >= 0 && space < mark.start ? space + 1 : earliest;
  const before = start > 0 ? "…" : "";
  const shown = before + cutText(text.slice(start), MAX_PARAGRAPH);
  const shift = before.length - start;
  return { shown, bold: { start: mark.start + shift, end: mark.end + shift } };
}
