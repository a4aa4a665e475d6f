import type { types } from "@slack/bolt";
import type { Span } from "../../src/index.ts";
import { cutEscaped, cutText, piecesOf } from "../conversation/cut.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { escapeMrkdwn } from "./markup.ts";
import type { Block } from "./message.ts";

/** A paragraph in ordinary type. */
export function section(mrkdwn: string): Block {
  return { type: "section", text: { type: "mrkdwn", text: mrkdwn } };
}

/** A line in small grey type. */
export function context(mrkdwn: string): Block {
  return { type: "context", elements: [{ type: "mrkdwn", text: mrkdwn }] };
}

/** A heading. */
export function header(text: string): Block {
  return { type: "header", text: plainText(text, SLACK_LIMITS.headerCharacters) };
}

/** A row of buttons. */
export function actions(blockId: string, elements: readonly types.Button[]): Block {
  return { type: "actions", block_id: blockId, elements: [...elements] };
}

/** A button that carries `value` to the listener of `actionId`; `spoken` is what a screen reader says instead. */
export function button(actionId: string, label: string, value: string, spoken?: string): types.Button {
  return {
    type: "button",
    action_id: actionId,
    text: plainText(label, SLACK_LIMITS.buttonCharacters),
    value,
    ...(spoken === undefined ? {} : { accessibility_label: cutText(spoken, SLACK_LIMITS.buttonCharacters) }),
  };
}

/** Text without markup. */
export function plainText(text: string, limit: number): types.PlainTextElement {
  return { type: "plain_text", text: cutText(text, limit), emoji: true };
}

/** Foreign words for mrkdwn, cut so that they take at most `limit` characters with their escapes. */
export function escapeWithin(text: string, limit: number): string {
  return cutEscaped(text, limit, escapeMrkdwn);
}

/**
 * A quotation with the given stretches in bold. It is rich text, which takes the words literally: in mrkdwn a `*` next
 * to a letter does nothing, and the words themselves could hold markup.
 */
export function quotation(text: string, bold: readonly Span[]): Block {
  const pieces = piecesOf(text, bold);
  const elements = pieces.flatMap(({ text: words, isMarked }) => literal(words, isMarked ? { bold: true } : undefined));
  return { type: "rich_text", elements: [{ type: "rich_text_quote", elements }] };
}

/** A paragraph of literal words. */
export function paragraph(text: string): Block {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: literal(text) }] };
}

/**
 * Words as rich text, which shows them as they are. What looks like a mention is told in two pieces, so that nothing
 * which reads messages as mrkdwn after all can take it for one.
 */
export function literal(text: string, style?: types.RichTextStyleable["style"]): types.RichTextText[] {
  const pieces = text.split(/(?<=<)(?=[@!#])/).filter((piece) => piece !== "");
  return pieces.map((piece) => ({ type: "text", text: piece, ...(style ? { style } : {}) }));
}
