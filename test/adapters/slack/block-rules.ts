import { isRecord } from "../../../adapters/conversation/parse-json.ts";

/** What the rules are about: a message, or a view, which may hold more blocks. */
export interface Ruled {
  readonly text: unknown;
  readonly blocks: unknown;
  readonly limit?: number;
}

/**
 * Slack's rules for the blocks that Talks uses, as Slack words its refusals. Written from the limits in the types of
 * `@slack/types`, apart from the code under test.
 */
export function blockFaults({ text, blocks, limit = 50 }: Ruled): readonly string[] {
  const list = Array.isArray(blocks) ? blocks : [];
  const ids = list.flatMap((block) => (isRecord(block) && block.block_id !== undefined ? [block.block_id] : []));
  const total = textsIn(list).join("").length;
  return [
    ...(typeof text === "string" && text !== "" ? [] : ["no top-level text"]),
    ...(typeof text === "string" && text.length > 4_000 ? ["a top-level text over 4,000 characters"] : []),
    ...(list.length > limit ? [`over ${limit} blocks`] : []),
    ...(new Set(ids).size < ids.length ? ["the same block_id twice"] : []),
    ...(total > 10_000 ? [`${total} characters in all blocks`] : []),
    ...list.flatMap((block, n) => faultsOf(block).map((fault) => `block ${n}: ${fault}`)),
  ];
}

function faultsOf(block: unknown): readonly string[] {
  if (!isRecord(block)) return ["is no object"];
  switch (block.type) {
    case "divider":
      return [];
    case "header":
      return textFaults(block.text, ["plain_text"], 150);
    case "section":
      return textFaults(block.text, ["plain_text", "mrkdwn"], 3_000);
    case "context":
      return elementsOf(block, 10).flatMap((element) =>
        typeof element === "string" ? [element] : textFaults(element, ["plain_text", "mrkdwn"], 2_000),
      );
    case "actions":
      return [...elementsOf(block, 25).flatMap(buttonFaults), ...sameActions(block.elements)];
    case "input":
      return [
        ...textFaults(block.label, ["plain_text"], 2_000),
        ...textFaults(isRecord(block.element) ? block.element.placeholder : null, ["plain_text"], 150),
      ];
    case "rich_text":
      return elementsOf(block, 100).flatMap(richTextFaults);
    default:
      return [`an unknown type ${String(block.type)}`];
  }
}

function elementsOf({ elements }: Readonly<Record<string, unknown>>, limit: number): readonly unknown[] {
  if (!Array.isArray(elements) || elements.length === 0) return ["no elements"];
  return elements.length > limit ? [`over ${limit} elements`] : elements;
}

function textFaults(text: unknown, types: readonly string[], limit: number): readonly string[] {
  if (!isRecord(text) || typeof text.text !== "string") return ["no text"];
  return [
    ...(types.includes(String(text.type)) ? [] : [`text of type ${String(text.type)}`]),
    ...(text.text === "" ? ["an empty text"] : []),
    ...(text.text.length > limit ? [`a text of ${text.text.length} characters`] : []),
    ...(text.type === "mrkdwn" && /&(?!(?:amp|lt|gt);)/.test(text.text) ? ["an unescaped &"] : []),
  ];
}

function buttonFaults(button: unknown): readonly string[] {
  if (typeof button === "string") return [button];
  if (!isRecord(button) || button.type !== "button") return ["an element that is no button"];
  const { value, action_id } = button;
  return [
    ...textFaults(button.text, ["plain_text"], 75),
    ...(typeof value === "string" && value !== "" && value.length <= 2_000 ? [] : ["a button without a fitting value"]),
    ...(typeof action_id === "string" && action_id.length <= 255 ? [] : ["a button without a fitting action_id"]),
  ];
}

function sameActions(elements: unknown): readonly string[] {
  const ids = Array.isArray(elements)
    ? elements.map((element) => (isRecord(element) ? element.action_id : element))
    : [];
  return new Set(ids).size < ids.length ? ["the same action_id twice"] : [];
}

function richTextFaults(element: unknown): readonly string[] {
  if (!isRecord(element) || !Array.isArray(element.elements)) return ["a rich text without elements"];
  if (element.type === "rich_text_list") return element.elements.flatMap(richTextFaults);
  if (element.elements.length === 0) return ["an empty rich text"];
  return element.elements.flatMap((piece: unknown) =>
    isRecord(piece) && piece.type === "text" && piece.text === "" ? ["an empty piece of rich text"] : [],
  );
}

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "text" && typeof inner === "string" ? [inner] : textsIn(inner),
  );
}
