import { isMap } from "yaml";
import { type Fault, FormatError } from "./fault.ts";
import { readYaml } from "./yaml.ts";

/** What an article says of itself; `null` where it says nothing. `id` is its file name without `.md`. */
export interface ArticleHead {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  /** ISO date, `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly url: string | null;
}

/** An article as answers name it. */
export interface ArticleSource extends ArticleHead {
  /** Its first words, which stand for the title that it does not have; `null` where it has one. */
  readonly opening: string | null;
}

/** One published piece: what it says of itself, and its untouched text. All offsets of the project count in `body`. */
export interface Article extends ArticleHead {
  readonly body: string;
}

const FIELDS = ["title", "outlet", "author", "published", "url"] as const;
type Field = (typeof FIELDS)[number];

const LONGEST_QUOTED = 100;
const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*(?:\r?\n|$)/m;

/**
 * Reads one article file. `body` is everything after the line break that ends the closing `---`, neither trimmed nor
 * normalised, so that offsets into it stay true to the file; a byte order mark before the opening `---` is dropped.
 * @throws FormatError where the front matter is missing, is not YAML, or has a field of the wrong form.
 */
export function parseArticle(id: string, file: string, content: string): Article {
  const text = content.startsWith("\uFEFF") ? content.slice(1) : content;
  const opening = OPENING.exec(text);
  if (!opening) throw new FormatError([{ file, line: 1, message: "does not begin with a front matter (---)" }]);
  const rest = text.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  if (!closing)
    throw new FormatError([{ file, line: 1, message: "the front matter is not closed by a line with ---" }]);
  const fields = parseFrontMatter(file, rest.slice(0, closing.index));
  const body = rest.slice(closing.index + closing[0].length);
  if (body.trim() === "") {
    const line = text.slice(0, text.length - body.length).split("\n").length;
    throw new FormatError([{ file, line, message: "has no text after the front matter" }]);
  }
  return { id, ...fields, body };
}

function parseFrontMatter(file: string, yaml: string): Record<Field, string | null> {
  const { contents, faults: wrong, lineAt } = readYaml(yaml);
  // The front matter begins on the file's second line.
  const faults: Fault[] = wrong.map(({ line, message }) => ({
    file,
    line: line + 1,
    message: `the front matter is not valid YAML: ${message}`,
  }));
  const fields: Record<Field, string | null> = { title: null, outlet: null, author: null, published: null, url: null };
  if (contents !== null && !isMap(contents)) {
    if (faults.length === 0)
      faults.push({ file, line: 2, message: "the front matter is not a list of `field: value`" });
  } else {
    for (const pair of contents?.items ?? []) {
      const key = scalarOf(pair.key);
      const field = FIELDS.find((name) => name === key?.text);
      if (!key || !field) continue;
      const value = scalarOf(pair.value);
      const line = lineAt(value?.offset ?? key.offset) + 1;
      const message = value ? faultOf(field, value.text) : "must be a string or null";
      if (message) faults.push({ file, line, message: `${field} ${message}` });
      else fields[field] = value && !isNull(value) ? value.text.trim() : null;
    }
  }
  if (faults.length > 0) throw new FormatError(faults);
  return fields;
}

interface Scalar {
  readonly text: string;
  readonly quoted: boolean;
  readonly offset: number;
}

function scalarOf(node: unknown): Scalar | null {
  if (typeof node !== "object" || node === null || !("value" in node) || !("range" in node)) return null;
  if (typeof node.value !== "string" || !Array.isArray(node.range)) return null;
  const quoted = "type" in node && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
  return { text: node.value, quoted, offset: Number(node.range[0]) };
}

function isNull(scalar: Scalar): boolean {
  return scalar.text.trim() === "" || (!scalar.quoted && /^(?:null|~)$/i.test(scalar.text));
}

function faultOf(field: Field, text: string): string | null {
  if (text.trim() === "" || /^(?:null|~)$/i.test(text)) return null;
  if (field === "published" && !isCalendarDate(text.trim()))
    return `must be a date as YYYY-MM-DD, but is "${quoted(text)}"`;
  if (field === "url" && !isWebAddress(text.trim())) return `must be an http(s) address, but is "${quoted(text)}"`;
  return null;
}

/** As much of a text as shows what is meant. */
function quoted(text: string): string {
  return text.length <= LONGEST_QUOTED ? text : `${text.slice(0, LONGEST_QUOTED)}…`;
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
