import { readFileSync } from "node:fs";
import type { Span, Speech } from "../../src/index.ts";

/** A statement that a reader marked in a text. */
export interface GoldStatement extends Span {
  /** `null` where the text leaves open who speaks. */
  readonly speaker: string | null;
  readonly speech: Speech;
}

/** A text with all statements that a reader found in it. */
export interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly statements: readonly GoldStatement[];
  /** Spans that may be taken for statements or not: readers differ. */
  readonly ignored: readonly Span[];
}

/** Reads a file of annotated texts, one JSON object in a line; README.md beside this file has the format. */
export function readGoldTexts(file: string): GoldText[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) => (line.trim() === "" ? [] : [goldTextOf(JSON.parse(line), `${file}:${at + 1}`)]));
}

function goldTextOf(line: unknown, where: string): GoldText {
  const fields = fieldsOf(line);
  const [id, text] = [fields.get("id"), fields.get("text")];
  if (typeof id !== "string" || typeof text !== "string") throw new Error(`${where}: "id" or "text" is no string`);
  const spansIn = (name: string): GoldStatement[] => {
    const spans = fields.get(name) ?? [];
    if (!Array.isArray(spans)) throw new Error(`${where}: "${name}" is no list`);
    return spans.map((span: unknown) => goldStatementOf(span, text, `${where}, in "${name}"`));
  };
  return { id, text, statements: spansIn("statements"), ignored: spansIn("ignore") };
}

function goldStatementOf(value: unknown, text: string, where: string): GoldStatement {
  const fields = fieldsOf(value);
  const [quote, start, end] = [fields.get("quote"), fields.get("start"), fields.get("end")];
  const [speaker, speech] = [fields.get("speaker"), fields.get("speech")];
  if (typeof start !== "number" || typeof end !== "number" || text.slice(start, end) !== quote)
    throw new Error(`${where}: "quote" does not stand in the text from "start" to "end": ${String(quote)}`);
  if (speaker !== null && typeof speaker !== "string") throw new Error(`${where}: "speaker" is no string and not null`);
  if (speech !== "direct" && speech !== "reported")
    throw new Error(`${where}: "speech" is neither direct nor reported`);
  return { start, end, speaker, speech };
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
