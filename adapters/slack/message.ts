import type { types } from "@slack/bolt";

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

/** The part of a Web API call that is the message; without blocks, Slack shows the text. */
export function contentOf({ text, blocks }: Message): { text: string; blocks?: Block[] } {
  return blocks.length > 0 ? { text, blocks: [...blocks] } : { text };
}

/** The part that puts it into a thread. */
export function threadOf(threadTs: string | null): { thread_ts?: string } {
  return threadTs === null ? {} : { thread_ts: threadTs };
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
