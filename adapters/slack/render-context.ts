import type { types } from "@slack/bolt";
import type { ContextParagraph, Passage } from "../../src/index.ts";
import { cutAround, cutText } from "../conversation/cut.ts";
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
  const around = cutAround(text, mark, MAX_PARAGRAPH);
  return quotation(around.shown, [around.mark]);
}
