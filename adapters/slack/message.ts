import type { types } from "@slack/bolt";
import type { Span } from "../../src/index.ts";
import { cutEscaped, cutText, piecesOf } from "../conversation/cut.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { escapeMrkdwn } from "./markup.ts";

/** A block that Talks uses, in messages and views. */
export type Block =
  | types.ActionsBlock
  | types.ContextBlock
  | types.DividerBlock
  | types.HeaderBlock
  | types.InputBlock
  | types.RichTextBlock
  | types.SectionBlock;

/** What is posted: `text` is for notifications, screen readers, and where Slack refuses the blocks. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A message of one plain sentence. */
export function sentence(text: string): Message {
  return { text, blocks: [] };
}

/** A message in the forms in which Slack may take it, the best first: with blocks, and as text. */
export function formsOf(message: Message): readonly Message[] {
  return message.blocks.length > 0 ? [message, sentence(message.text)] : [message];
}

/** The part of a Web API call that is the message; without blocks, Slack shows the text. */
export function contentOf({ text, blocks }: Message): { text: string; blocks?: Block[] } {
  return blocks.length > 0 ? { text, blocks: [...blocks] } : { text };
}

/** The part that puts it into a thread. */
export function threadOf(threadTs: string | null): { thread_ts?: string } {
  return threadTs === null ? {} : { thread_ts: threadTs };
}

/** A message in parts; `body` and `foot` are told how many of its `most` pieces are shown. */
export interface MessageParts {
  readonly head: readonly Block[];
  readonly most: number;
  readonly body: (kept: number) => readonly Block[];
  /** Shown where not even the first piece fits. */
  readonly instead?: readonly Block[];
  readonly foot: (kept: number) => readonly Block[];
  readonly text: string;
}

/** Puts a message together, leaving out whole pieces from the end until Slack takes it; head and foot always stay. */
export function fitMessage({ head, most, body, instead = [], foot, text }: MessageParts): Message {
  for (let kept = most; kept > 0; kept -= 1) {
    const blocks = [...head, ...body(kept), ...foot(kept)];
    if (fits(blocks)) return { text, blocks };
  }
  return { text, blocks: [...head, ...instead, ...foot(0)] };
}

function fits(blocks: readonly Block[]): boolean {
  return blocks.length <= SLACK_LIMITS.blocks && countCharacters(blocks) <= SLACK_LIMITS.messageCharacters;
}

/** How many characters of `text` all blocks hold together, as far as Slack's limit is understood. */
export function countCharacters(blocks: readonly Block[]): number {
  return textsOf(blocks).reduce((sum, text) => sum + text.length, 0);
}

/** Every text in the blocks, buttons included, in the order in which they are read. */
function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "text" && typeof inner === "string" ? [inner] : textsOf(inner),
  );
}

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
