import { parseFeed } from "@rowanmanning/feed-parser";
import { authorOf, type Draft, dateOf, type Metadata, oneLine, webAddressOf } from "./draft.ts";
import { readHtmlText } from "./read-html.ts";
import { SourceError } from "./source-error.ts";

/** One entry of a feed: what the feed says of the article, and whether it prints the whole text or a teaser. */
export interface FeedItem {
  readonly draft: Draft;
  readonly isWhole: boolean;
}

const MIN_CONTENT_WORDS = 20;
// The description of an entry is a teaser by rule; one as long as this is the article.
const MIN_DESCRIPTION_WORDS = 80;
const MAX_ITEMS = 500;
// Entities that a document declares can unfold to any size; no feed needs them.
const ENTITY_DECLARATION = /<!ENTITY/i;

/**
 * The entries of an RSS or Atom feed, the first ones where there are very many. `address` is where it was read.
 * @throws SourceError where it is no feed.
 */
export function readFeed(xml: string, address: string | null): readonly FeedItem[] {
  if (ENTITY_DECLARATION.test(xml)) throw new SourceError("is a feed that declares entities, which is not read");
  const feed = parse(xml);
  const outlet = oneLine(feed.title);
  return feed.items.slice(0, MAX_ITEMS).map((item) => {
    const metadata = {
      title: oneLine(item.title),
      outlet,
      author: authorOf(item.authors.flatMap(({ name }) => oneLine(name) ?? []).join(", ")),
      published: dateOf((item.published ?? item.updated)?.toISOString()),
      url: webAddressOf(item.url, address),
    };
    const body = textOf(item.content ?? item.description ?? "", metadata);
    const isWhole = body.split(/\s+/).length >= (item.content ? MIN_CONTENT_WORDS : MIN_DESCRIPTION_WORDS);
    return { draft: { ...metadata, body: `${body}\n` }, isWhole };
  });
}

/** One entry that cannot be read leaves the others as they are: its page may still be there. */
function textOf(html: string, metadata: Metadata): string {
  try {
    return readHtmlText(html, metadata);
  } catch {
    return "";
  }
}

function parse(xml: string): ReturnType<typeof parseFeed> {
  try {
    return parseFeed(xml);
  } catch (error) {
    throw new SourceError("is no RSS or Atom feed that can be read", { cause: error });
  }
}
