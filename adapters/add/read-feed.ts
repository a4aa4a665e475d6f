import { parseHTML } from "linkedom";
import { authorOf, namesInByline } from "./byline.ts";
import { oneLine, splitParagraphs } from "./characters.ts";
import { dateOf } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { type Metadata, webAddressOf } from "./draft.ts";
import { type FeedEntry, type FeedText, feedEntries } from "./feed-entries.ts";
import { readHtmlText } from "./read-html.ts";
import { SourceError } from "./source-error.ts";

/** One entry of a feed: what the feed says of the article, and whether it prints the whole text or a teaser. */
export interface FeedItem {
  readonly draft: Draft;
  readonly isWhole: boolean;
  /** When it was published, in milliseconds since 1970; `null` where the feed does not say. */
  readonly time: number | null;
}

const MIN_CONTENT_WORDS = 20;
// The description of an entry is a teaser by rule; one as long as this is the article.
const MIN_DESCRIPTION_WORDS = 80;
// Entities that a document declares can unfold to any size; no feed needs them.
const ENTITY_DECLARATION = /<!ENTITY/i;

/**
 * The entries of a feed in RSS, Atom or JSON Feed, in its order. `address` is where it was read.
 * @throws SourceError where it is no feed.
 */
export function readFeed(text: string, address: string | null): readonly FeedItem[] {
  if (ENTITY_DECLARATION.test(text)) throw new SourceError("is a feed that declares entities, which is not read");
  return parse(text).map((entry) => {
    const authors = entry.authors.flatMap((author) => namesInByline(author, entry.outlet) ?? authorOf(author) ?? []);
    const metadata: Metadata = {
      title: oneLine(entry.title),
      outlet: oneLine(entry.outlet),
      author: oneLine([...new Set(authors)].join(", ")),
      published: dateOf(entry.published),
      url: webAddressOf(entry.link, baseOf(entry, address)),
    };
    const body = bodyOf(entry.content ?? entry.summary, metadata);
    const isWhole = body.split(/\s+/).length >= (entry.content ? MIN_CONTENT_WORDS : MIN_DESCRIPTION_WORDS);
    return { draft: { ...metadata, body: `${body}\n` }, isWhole, time: timeOf(entry.published, metadata.published) };
  });
}

function baseOf({ bases }: FeedEntry, address: string | null): string | null {
  return bases.reduceRight<string | null>((base, relative) => webAddressOf(relative, base) ?? base, address);
}

function timeOf(written: string | null, date: string | null): number | null {
  const time = Date.parse(written ?? "");
  return Number.isNaN(time) ? (date === null ? null : Date.parse(date)) : time;
}

/** One entry that cannot be read leaves the others as they are: its page may still be there. */
function bodyOf(content: FeedText | null, metadata: Metadata): string {
  if (content === null) return "";
  if (!content.isHtml) return splitParagraphs(content.text).join("\n\n");
  try {
    return readHtmlText(content.text, metadata);
  } catch {
    return "";
  }
}

function parse(text: string): readonly FeedEntry[] {
  try {
    return feedEntries(text);
  } catch (error) {
    try {
      return feedEntries(mended(text));
    } catch {
      throw new SourceError("is no feed in RSS, Atom or JSON Feed that can be read", { cause: error });
    }
  }
}

/** A closing tag in other letters than the opening one: `<title>…</Title>`. */
function matched(xml: string): string {
  const opened = new Map([...xml.matchAll(/<([a-z][\w:.-]*)/gi)].map(([, name = ""]) => [name.toLowerCase(), name]));
  return xml.replace(/<\/([a-z][\w:.-]*)/gi, (_, name: string) => `</${opened.get(name.toLowerCase()) ?? name}`);
}

const CDATA = /(<!\[CDATA\[.*?\]\]>)/s;

/**
 * XML with the faults that feeds have: something before it, a bare `<` in a text, tags that are never or wrongly closed. A parser
 * that forgives them writes it anew.
 */
function mended(xml: string): string {
  const start = xml.search(/<(?:\?xml|rss|feed|rdf:RDF)[\s>]/i);
  const parts = xml.slice(Math.max(start, 0)).split(CDATA);
  const escaped = parts.map((part) =>
    part.startsWith("<![CDATA[") ? part : matched(part.replace(/<(?![a-z_/!?])/gi, "&lt;")),
  );
  const { DOMParser } = parseHTML("");
  return String(new DOMParser().parseFromString(escaped.join(""), "text/xml"));
}
