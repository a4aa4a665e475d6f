import { messageOf } from "../operator-error.ts";
import { printableJson } from "./printable.ts";
import { readLines } from "./read-lines.ts";

/** A line of a batch: its fields, of which only `id` means the same everywhere. */
export type BatchItem = Readonly<Record<string, unknown>>;

/** What a line that cannot be served is answered with. */
export class BatchItemError extends Error {
  override name = "BatchItemError";
}

/**
 * Answers each JSON line with one JSON line, in order and as they come. A line that cannot be served gets
 * `{"id", "error"}` and the next one its turn; blank lines are skipped.
 */
export async function runBatch(
  input: AsyncIterable<Uint8Array>,
  print: (line: string) => Promise<void>,
  serve: (item: BatchItem) => object | Promise<object>,
): Promise<void> {
  for await (const line of readLines(input)) {
    if (line.trim() !== "") await print(`${printableJson(await serveLine(line, serve))}\n`);
  }
}

async function serveLine(line: string, serve: (item: BatchItem) => object | Promise<object>): Promise<object> {
  let item: BatchItem = {};
  try {
    item = parseItem(line);
    return await serve(item);
  } catch (error) {
    return { id: idOf(item), error: messageOf(error) };
  }
}

/** The id of a line as it was given, `null` where it has none. */
export function idOf(item: BatchItem): unknown {
  return item.id ?? null;
}

/** The text of a field that a line must have. */
export function requireText(item: BatchItem, name: string): string {
  const text = item[name];
  if (typeof text !== "string") throw new BatchItemError(`The line has no string "${name}".`);
  return text;
}

/** The text of a field that a line may have; `null` where it has none, or an empty one. */
export function optionalText(item: BatchItem, name: string): string | null {
  const text = item[name] ?? "";
  if (typeof text !== "string") throw new BatchItemError(`The "${name}" of the line is no string.`);
  return text.trim() === "" ? null : text;
}

function parseItem(line: string): BatchItem {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BatchItemError("The line is not JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new BatchItemError("The line is not a JSON object.");
  return { ...value };
}
