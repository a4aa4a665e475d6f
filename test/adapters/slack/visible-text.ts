import { isRecord } from "../../../adapters/conversation/parse-json.ts";
import { readMrkdwn } from "../../../adapters/slack/markup.ts";
import type { Message } from "../../../adapters/slack/message.ts";

/** What a reader sees of the blocks, one line each, with mrkdwn undone. */
export function visibleText(blocks: readonly unknown[]): string {
  return blocks.map((block) => read(block)).join("\n");
}

/** Mentions in a message of anybody but whoever asked (`U0ALICE`), and of whole channels. */
export function pingsIn({ text, blocks }: Message): readonly string[] {
  return [text, ...mrkdwnIn(blocks), ...richTextIn(blocks)]
    .flatMap((mrkdwn) => mrkdwn.match(/<[@!][^>]*>/g) ?? [])
    .filter((ping) => ping !== "<@U0ALICE>");
}

function mrkdwnIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (!isRecord(value)) return [];
  if (value.type === "mrkdwn" && typeof value.text === "string") return [value.text];
  if (value.type === "broadcast" || value.type === "usergroup") return [`<!${value.type}>`];
  return Object.values(value).flatMap(mrkdwnIn);
}

/** Rich text is not parsed, but it costs nothing to hold no mention in any piece of it either. */
function richTextIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(richTextIn);
  if (!isRecord(value)) return [];
  return value.type === "text" ? [String(value.text)] : richTextIn(value.elements);
}

function read(value: unknown): string {
  if (Array.isArray(value)) return value.map(read).join("");
  if (!isRecord(value)) return "";
  if (typeof value.text === "string") return value.type === "mrkdwn" ? unstyle(value.text) : value.text;
  return [value.text, value.elements, value.label].map(read).join("") + (value.type === "button" ? " " : "");
}

function unstyle(mrkdwn: string): string {
  return readMrkdwn(mrkdwn.replace(/\*([^*\n]+)\*/g, "$1"), null);
}
