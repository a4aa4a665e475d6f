import { annotateStatements, asTyped, type Engine, type Question } from "../../src/index.ts";
import { toAnswerJson } from "../conversation/answer-json.ts";
import { messageOf, OperatorError } from "../operator-error.ts";
import { limitPassages, withNext } from "./ask.ts";
import { printableJson } from "./printable.ts";
import { readLines } from "./read-lines.ts";

/** A line of a batch: its fields, of which only `id` means the same everywhere. */
export type BatchItem = Readonly<Record<string, unknown>>;

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
function idOf(item: BatchItem): unknown {
  return item.id ?? null;
}

/** The text of a field that a line must have. */
function requireText(item: BatchItem, name: string): string {
  const text = item[name];
  if (typeof text !== "string") throw new OperatorError(`The line has no string "${name}".`);
  return text;
}

/** The text of a field that a line may have; `null` where it has none, or an empty one. */
function optionalText(item: BatchItem, name: string): string | null {
  const text = item[name] ?? "";
  if (typeof text !== "string") throw new OperatorError(`The "${name}" of the line is no string.`);
  return text.trim() === "" ? null : text;
}

function parseItem(line: string): BatchItem {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new OperatorError("The line is not JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new OperatorError("The line is not a JSON object.");
  return { ...value };
}

/** What a question is limited to beside its text. */
type AskFilters = Pick<Question, "speaker" | "source" | "since" | "until">;

/** A line's names for them. */
const FIELDS = [
  ["speaker", "from"],
  ["source", "source"],
  ["since", "since"],
  ["until", "until"],
] as const;

/**
 * Answers one line of a batch after another; those of one thread are one conversation.
 * @param filters those of the command line; a line's own win over them.
 * @param limit most passages that each answer shows; the others are its further ones.
 * @param explains whether each answer tells why it is what it is.
 */
export function createBatchAnswerer(
  engine: Engine,
  filters: AskFilters,
  limit: number | null = null,
  explains = false,
): (item: BatchItem) => Promise<object> {
  const threads = new Map<string, readonly string[]>();
  return async (item) => {
    const text = requireText(item, "question");
    const question: Question = { ...filters, ...filtersIn(item), text };
    const thread = JSON.stringify(item.thread ?? null);
    const earlier = threads.get(thread) ?? [];
    if (thread !== "null") threads.set(thread, withNext(earlier, asTyped(question)));
    return toAnswerJson(
      idOf(item),
      limitPassages(await engine.ask({ ...question, earlier }, { explain: explains }), limit),
    );
  };
}

function filtersIn(item: BatchItem): AskFilters {
  return Object.fromEntries(
    FIELDS.flatMap(([name, field]) => {
      const value = optionalText(item, field);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/**
 * Finds the statements in a line of a batch. Names come from its text alone; a name that ends the name of exactly one of
 * `speakers` is that speaker's.
 */
export function createStatementFinder(speakers: readonly string[] = []): (item: BatchItem) => object {
  const fullName = (name: string): string => {
    const [match = name, another] = speakers.filter((speaker) => speaker.endsWith(` ${name}`));
    return another === undefined ? match : name;
  };
  return (item) => {
    const text = requireText(item, "text");
    const statements = annotateStatements(text).map(({ start, end, speaker, speech }) => ({
      quote: text.slice(start, end),
      start,
      end,
      speaker: speaker === null ? null : fullName(speaker),
      speech,
    }));
    return { id: idOf(item), statements };
  };
}
