import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from "feedsmith";
import { textOfHtml, textOfLikelyHtml } from "./page.ts";

/** A text of a feed, and what it is written in. */
export interface FeedText {
  readonly text: string;
  readonly isHtml: boolean;
}

/** What a feed says of one article; dates as they are written, addresses relative to the first of `bases`. */
export interface FeedEntry {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly link: string | null;
  /** From the innermost outwards, each relative to the next. */
  readonly bases: readonly string[];
  /** The text of the article, and what only announces it. */
  readonly content: FeedText | null;
  readonly summary: FeedText | null;
}

/** Reads RSS of all versions, Atom or JSON Feed. Throws where it is none of them. */
export function feedEntries(text: string): readonly FeedEntry[] {
  const parsed = parseFeed(text);
  switch (parsed.format) {
    case "atom":
      return entriesOfAtom(parsed.feed);
    case "json":
      return entriesOfJson(parsed.feed);
    case "rss":
    case "rdf":
      return entriesOfRss(parsed.feed);
  }
}

function entriesOfAtom({ title, authors, links, xml, entries = [] }: AtomFeed.Feed<string>): readonly FeedEntry[] {
  return entries.map((entry) => {
    const { content, summary, source, published, updated } = entry;
    // An entry without authors has those of its source, else those of the feed (RFC 4287, 4.2.1).
    const people = [entry.authors, source?.authors, authors].find((some) => some && some.length > 0) ?? [];
    return {
      title: lineOf(entry.title),
      outlet: lineOf(source?.title) ?? lineOf(title),
      authors: people.flatMap(({ name }) => name ?? []),
      published: published ?? entry.dcterms?.created?.[0] ?? updated ?? null,
      link: alternate(entry.links) ?? addressIn(entry.id),
      bases: basesOf(entry.xml?.base, xml?.base, alternate(links)),
      content: content?.value === undefined ? null : textOf(content.value, content.type),
      summary: summary === undefined ? null : textOf(summary.value, summary.type),
    };
  });
}

function entriesOfRss({
  title,
  link,
  items = [],
  ...feed
}: RssFeed.Feed<string> | RdfFeed.Feed<string>): readonly FeedEntry[] {
  return items.map((item) => {
    const { dc, dcterms, content, description, atom } = item;
    const named = "authors" in item ? (item.authors ?? []).flatMap((person) => person.name ?? []) : [];
    const guid = "guid" in item && item.guid?.isPermaLink !== false ? addressIn(item.guid?.value) : null;
    const dates = [atom?.published, dc?.dates?.[0], dcterms?.issued?.[0], dcterms?.created?.[0], atom?.updated];
    return {
      title: item.title === undefined ? null : textOfLikelyHtml(item.title),
      outlet:
        ("source" in item ? item.source?.title : undefined) ?? (title === undefined ? null : textOfLikelyHtml(title)),
      authors:
        named.length > 0
          ? named
          : (dc?.creators ?? dcterms?.creators ?? (atom?.authors ?? []).flatMap(({ name }) => name ?? [])),
      published: ("pubDate" in item ? item.pubDate : undefined) ?? dates.find((date) => date !== undefined) ?? null,
      link: item.link ?? guid ?? alternate(atom?.links) ?? ("rdf" in item ? addressIn(item.rdf?.about) : null),
      bases: basesOf("xml" in item ? item.xml?.base : undefined, "xml" in feed ? feed.xml?.base : undefined, link),
      content: content?.encoded === undefined ? null : likelyHtml(content.encoded),
      summary: description === undefined ? null : likelyHtml(description),
    };
  });
}

function entriesOfJson({
  title,
  authors,
  home_page_url: home,
  items = [],
}: JsonFeed.Feed<string>): readonly FeedEntry[] {
  return items.map((item) => {
    const { content_html: html, content_text: text, summary } = item;
    const people = item.authors && item.authors.length > 0 ? item.authors : (authors ?? []);
    return {
      title: item.title === undefined ? null : textOfLikelyHtml(item.title),
      outlet: title ?? null,
      authors: people.flatMap(({ name }) => name ?? []),
      published: item.date_published ?? item.date_modified ?? null,
      link: item.url ?? addressIn(item.id) ?? item.external_url ?? null,
      bases: basesOf(home),
      content:
        html === undefined ? (text === undefined ? null : { text, isHtml: false }) : { text: html, isHtml: true },
      summary: summary === undefined ? null : { text: summary, isHtml: false },
    };
  });
}

interface Link {
  readonly href?: string;
  readonly rel?: string;
  readonly type?: string;
}

/** The link to the article itself, that in HTML first. */
function alternate(links: readonly Link[] = []): string | null {
  const alternates = links.filter(({ rel }) => rel === undefined || rel === "alternate");
  const page = alternates.find(({ type }) => type === undefined || /html/.test(type));
  return (page ?? alternates[0])?.href ?? null;
}

/** An id that is an address is where the article stands; others are only ids. */
function addressIn(id: string | undefined): string | null {
  return id !== undefined && /^https?:\/\//i.test(id.trim()) ? id : null;
}

function basesOf(...bases: readonly (string | null | undefined)[]): readonly string[] {
  return bases.filter((base): base is string => typeof base === "string");
}

/** A text of Atom as its type says: `html` and `xhtml` are markup, all else is as it stands. */
function textOf(text: string, type = "text"): FeedText {
  return { text, isHtml: /html/i.test(type) };
}

function lineOf(title: AtomFeed.Text | undefined): string | null {
  if (title === undefined) return null;
  const { text, isHtml } = textOf(title.value, title.type);
  return isHtml ? textOfHtml(text) : text;
}

/** RSS does not say what its texts are written in. */
function likelyHtml(text: string): FeedText {
  return { text, isHtml: /<\/?[a-z][^<>]*>|&(?:#\w+|\w+);/i.test(text) };
}
