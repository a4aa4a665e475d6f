import { marked } from "marked";
import { isMap, parseDocument } from "yaml";
import { authorOf, type Draft, dateOf, fillIn, type Metadata, NO_METADATA, oneLine, webAddressOf } from "./draft.ts";
import { parsePage } from "./page.ts";
import { withoutFurniture } from "./page-furniture.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { SourceError } from "./source-error.ts";

/** Longer lines than this were not wrapped by hand, so each of them is a paragraph. */
const MAX_WRAPPED_LINE = 100;
const MIN_HEADLINE_WORDS = 4;
const MAX_HEADLINE_WORDS = 20;
const FRONT_MATTER = /^---[ \t]*\n(.*?)^---[ \t]*(?:\n|$)/ms;

/**
 * The article of a plain text. Its first line is the headline where it stands alone and looks like one, and a line
 * "By …" after it names the author; nothing else is told from the text.
 * @throws SourceError where there is no text.
 */
export function readPlainText(text: string): Draft {
  const paragraphs = splitParagraphs(lines(text));
  const [first = "", ...rest] = paragraphs;
  const title = rest.length > 0 && isHeadline(first) ? first : null;
  return draftOf({ ...NO_METADATA, title }, title ? rest : paragraphs);
}

/**
 * The article of a Markdown file, as the text that a reader of the rendered file sees. The front matter may use the
 * field names of common site generators; without a title in it, a first heading is the title.
 * @throws SourceError where there is no text.
 */
export function readMarkdown(markdown: string): Draft {
  const text = lines(markdown);
  const [matter = "", yaml = ""] = FRONT_MATTER.exec(text) ?? [];
  const metadata = readFrontMatter(yaml);
  const page = parsePage(marked.parse(text.slice(matter.length), { async: false }));
  const [heading] = page.querySelectorAll("h1");
  const paragraphs = paragraphsOf(page.body);
  const isFirst = heading !== undefined && oneLine(heading.textContent) === oneLine(paragraphs[0]);
  const title = metadata.title ?? (isFirst ? oneLine(heading.textContent) : null);
  return draftOf({ ...metadata, title }, paragraphs);
}

function draftOf(metadata: Metadata, paragraphs: readonly string[]): Draft {
  const story = withoutFurniture(paragraphs, [metadata.title]);
  const byline = metadata.author === null ? bylineOf(story[0]) : null;
  const complete = fillIn(metadata, { ...NO_METADATA, author: byline });
  const body = story.slice(byline === null ? 0 : 1).join("\n\n");
  if (body === "") throw new SourceError("holds no text");
  return { ...complete, body: `${body}\n` };
}

function lines(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\s]/gu, "");
}

function splitParagraphs(text: string): string[] {
  const isWrapped =
    /\n[^\S\n]*\n/.test(text.trim()) && text.split("\n").every((line) => line.length <= MAX_WRAPPED_LINE);
  return text
    .split(isWrapped ? /\n(?:[^\S\n]*\n)+/ : /\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

function isHeadline(paragraph: string): boolean {
  const words = paragraph.split(/\s+/).length;
  const isShort = words >= MIN_HEADLINE_WORDS && words <= MAX_HEADLINE_WORDS && !paragraph.includes("\n");
  return isShort && /^[\p{Lu}\p{N}“‘"']/u.test(paragraph) && !/[.!…:;,]["'”’)\]]*$/.test(paragraph);
}

function bylineOf(paragraph: string | undefined): string | null {
  const isByline =
    /^By (?:\p{Lu}[\p{L}.'’-]*|and|of|for|de|van|von|[,&])(?:,? (?:\p{Lu}[\p{L}.'’-]*|and|of|for|de|van|von|&)){1,15}$/u;
  return paragraph !== undefined && isByline.test(paragraph) ? authorOf(paragraph) : null;
}

const FRONT_MATTER_NAMES: Readonly<Record<keyof Metadata, readonly string[]>> = {
  title: ["title", "headline"],
  outlet: ["outlet", "publication", "publisher", "source", "site"],
  author: ["author", "authors", "byline"],
  published: ["published", "date", "publishdate", "pubdate"],
  url: ["url", "canonical", "canonical_url", "link", "source_url"],
};

function readFrontMatter(yaml: string): Metadata {
  const { contents } = parseDocument(yaml, { schema: "failsafe", prettyErrors: false, uniqueKeys: false });
  const fields = new Map<string, unknown>();
  for (const pair of isMap(contents) ? contents.items : []) {
    const key: unknown = pair.key?.toJSON();
    const value: unknown = pair.value?.toJSON();
    if (typeof key === "string" && value !== "null" && value !== "~")
      fields.set(key.toLowerCase(), [value].flat().join(", "));
  }
  const read = <T>(field: keyof Metadata, parse: (value: unknown) => T | null) =>
    FRONT_MATTER_NAMES[field].map((name) => parse(fields.get(name))).find((value) => value !== null) ?? null;
  return {
    title: read("title", oneLine),
    outlet: read("outlet", oneLine),
    author: read("author", authorOf),
    published: read("published", dateOf),
    url: read("url", (value) => webAddressOf(value, null)),
  };
}
