import { Marked } from "marked";
import { isMap, parseDocument } from "yaml";
import { authorOf, isBylineOrDate, namesInByline, saysBy } from "./byline.ts";
import { oneLine, splitParagraphs, withoutInvisible } from "./characters.ts";
import { withoutChrome } from "./chrome-paragraphs.ts";
import { dateOf } from "./dates.ts";
import { type Draft, fillIn, type Metadata, NO_METADATA, webAddressOf } from "./draft.ts";
import { parsePage } from "./page.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { SourceError } from "./source-error.ts";

const MIN_HEADLINE_WORDS = 4;
const MAX_HEADLINE_WORDS = 20;
/** A byline, a date, and one line more. */
const MAX_HEAD_LINES = 3;
const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|$)/ms;
// Flat TOML, between lines of `+++`, has other signs than YAML and the same values.
const TOML_FIELD = /^([\w-]+)[ \t]*=[ \t]*/gm;

/** Marks of footnotes are left out; the notes stand at their place as paragraphs. */
const markdown = new Marked({
  extensions: [
    {
      name: "noteMark",
      level: "inline",
      start: (text) => text.indexOf("[^"),
      tokenizer: (text) => {
        const [raw] = /^\[\^[^\]\s]+\](?!:)/.exec(text) ?? [];
        return raw === undefined ? undefined : { type: "noteMark", raw };
      },
      renderer: () => "",
    },
    {
      name: "note",
      level: "block",
      tokenizer(text) {
        const [raw, note] = /^\[\^[^\]\s]+\]:[ \t]*([^\n]+(?:\n[ \t]+[^\n]+)*)(?:\n|$)/.exec(text) ?? [];
        return raw === undefined ? undefined : { type: "note", raw, tokens: this.lexer.inlineTokens(note ?? "") };
      },
      renderer({ tokens }) {
        return `<p>${this.parser.parseInline(tokens ?? [])}</p>`;
      },
    },
  ],
});

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
export function readMarkdown(source: string): Draft {
  const text = lines(source);
  const [matter = "", fence, fields = ""] = FRONT_MATTER.exec(text) ?? [];
  const metadata = readFrontMatter(fence === "+++" ? fields.replace(TOML_FIELD, "$1: ") : fields);
  const page = parsePage(markdown.parse(text.slice(matter.length), { async: false }));
  const [heading] = page.querySelectorAll("h1");
  const paragraphs = paragraphsOf(page.body);
  const isFirst = heading !== undefined && oneLine(heading.textContent) === oneLine(paragraphs[0]);
  const title = metadata.title ?? (isFirst ? oneLine(heading.textContent) : null);
  return draftOf({ ...metadata, title }, paragraphs);
}

function draftOf(metadata: Metadata, paragraphs: readonly string[]): Draft {
  const story = withoutChrome(paragraphs, [metadata.title]);
  const head = story.slice(0, MAX_HEAD_LINES);
  const lead = head.findIndex((line) => bylineOf(line) === null && !isBylineOrDate(line, metadata.author));
  const told = lead < 0 ? head : head.slice(0, lead);
  const author = told
    .map((line) => bylineOf(line) ?? (saysBy(line) ? namesInByline(line) : null))
    .find((name) => name !== null);
  const published = told.map(dateOf).find((date) => date !== null);
  const complete = fillIn(metadata, { ...NO_METADATA, author: author ?? null, published: published ?? null });
  const body = story.slice(told.length).join("\n\n");
  if (body === "") throw new SourceError("holds no text");
  return { ...complete, body: `${body}\n` };
}

function lines(text: string): string {
  return withoutInvisible(text.replace(/\r\n?/g, "\n"));
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
