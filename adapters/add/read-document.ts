import { decode } from "./decode.ts";
import type { Draft } from "./draft.ts";
import { type FeedItem, readFeed } from "./read-feed.ts";
import { readHtml } from "./read-html.ts";
import { readMarkdown, readPlainText } from "./read-text.ts";
import { SourceError } from "./source-error.ts";

/** What a file or an address holds, and what somebody should be told of it. */
export type Document = { readonly notes: readonly string[] } & (
  | { readonly kind: "article"; readonly draft: Draft }
  | { readonly kind: "feed"; readonly items: readonly FeedItem[] }
);

/** Bytes and what is known about them; `address` is where they were read, `null` for a file. */
export interface RawDocument {
  readonly name: string;
  readonly address: string | null;
  /** As the server names it; empty where nobody does. */
  readonly mediaType: string;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
}

type Format = "html" | "feed" | "markdown" | "text";

const FORMAT_OF_TYPE: readonly (readonly [RegExp, Format])[] = [
  [/^(?:text\/html|application\/xhtml\+xml)$/, "html"],
  [/^application\/(?:(?:rss|atom|rdf|x-rss)\+xml|feed\+json)$/, "feed"],
  [/^text\/(?:x-)?markdown$/, "markdown"],
];
const FORMAT_OF_ENDING: readonly (readonly [RegExp, Format])[] = [
  [/\.x?html?$/i, "html"],
  [/\.(?:rss|atom)$/i, "feed"],
  [/\.(?:md|markdown)$/i, "markdown"],
];
// Servers send these for anything, so what the content looks like decides.
const VAGUE_TYPE = /^$|^(?:text\/(?:plain|xml)|application\/(?:xml|json)|(?:application|binary)\/octet-stream)$/;
const READ = "only text, Markdown, HTML, RSS, Atom and JSON Feed are read";

const HEAD_LENGTH = 2000;
const JSON_FEED = /^\{\s*(?:"[^{[]*)?"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\b/i;

/**
 * Reads a document for the articles in it.
 * @throws SourceError where it is of no format that is read, or holds no article.
 */
export function readDocument(raw: RawDocument): Document {
  if (raw.mediaType === "application/pdf" || isPdf(raw.bytes))
    throw new SourceError(`is a PDF; ${READ}. Save its text in a file and add that`);
  if (!VAGUE_TYPE.test(raw.mediaType) && formatNamed(raw.mediaType, FORMAT_OF_TYPE) === null)
    throw new SourceError(`is ${raw.mediaType}; ${READ}`);
  const { text, note } = decode(raw.bytes, raw.charset);
  const notes = note === null ? [] : [note];
  if (text.includes("\u0000")) throw new SourceError("is not text");
  switch (formatOf(raw, text)) {
    case "feed":
      return { kind: "feed", notes, items: readFeed(text, raw.address) };
    case "html": {
      const page = readHtml(text, raw.address);
      return { kind: "article", notes: [...notes, ...page.notes], draft: page.draft };
    }
    case "markdown":
      return { kind: "article", notes, draft: { ...readMarkdown(text), ...(raw.address && { url: raw.address }) } };
    case "text":
      return { kind: "article", notes, draft: { ...readPlainText(text), url: raw.address } };
  }
}

/** Feeds are often served as pages, or as any XML; a page is never served as a feed. */
function formatOf({ mediaType, name }: RawDocument, text: string): Format {
  const served = formatNamed(mediaType, FORMAT_OF_TYPE);
  if (served !== null && served !== "html") return served;
  const seen = formatOfContent(text);
  if (served === "html") return seen === "feed" ? "feed" : "html";
  if (mediaType === "application/json" && seen === null) throw new SourceError(`is JSON, but no JSON Feed; ${READ}`);
  const path = URL.canParse(name) ? new URL(name).pathname : name;
  return seen ?? formatNamed(path, FORMAT_OF_ENDING) ?? "text";
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, HEAD_LENGTH)).toString("latin1").trimStart().startsWith("%PDF-");
}

function formatNamed(name: string, formats: typeof FORMAT_OF_TYPE): Format | null {
  return formats.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** XML that is no page is left to the feed parser, which says what is wrong with it. */
function formatOfContent(text: string): Format | null {
  const head = text
    .slice(0, HEAD_LENGTH)
    .replace(/<!--.*?-->/gs, "")
    .trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html[\s>])/i.test(head)) return "html";
  if (JSON_FEED.test(head)) return "feed";
  return /^<(?:\?xml|rss|feed|rdf:RDF)[\s>]/i.test(head) ? "feed" : null;
}
