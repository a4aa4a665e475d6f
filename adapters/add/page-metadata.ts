import { authorOf, dateOf, fillIn, type Metadata, oneLine, webAddressOf } from "./draft.ts";
import { readJsonLd } from "./json-ld.ts";
import type { Page } from "./page.ts";

const OUTLET = ["og:site_name", "application-name", "citation_journal_title"];
const TITLE = ["og:title", "twitter:title", "parsely-title", "citation_title", "dc.title"];
const AUTHOR = [
  "author",
  "byl",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "citation_author",
  "dc.creator",
];
const DATE = [
  "article:published_time",
  "og:article:published_time",
  "parsely-pub-date",
  "datepublished",
  "publishdate",
  "pubdate",
  "sailthru.date",
  "citation_publication_date",
  "dc.date",
  "dc.date.issued",
  "date",
];

/**
 * What a page says of itself: first by JSON-LD, then by its meta elements, then by `<title>` and `<time>`. `address` is
 * where the page was read, `null` for a file.
 */
export function readMetadata(page: Page, address: string | null): Metadata {
  const meta = metaElements(page);
  const first = <T>(names: readonly string[], read: (text: string) => T | null): T | null => {
    for (const name of names)
      for (const text of meta.get(name) ?? []) {
        const value = read(text);
        if (value !== null) return value;
      }
    return null;
  };
  const outlet = first(OUTLET, oneLine);
  const own: Metadata = {
    title: first(TITLE, oneLine) ?? oneLine(page.title),
    outlet,
    author: first(AUTHOR, (text) => (URL.canParse(text) ? null : authorOf(text))),
    published:
      first(DATE, dateOf) ?? dateOf(attributeOf(page, "time[pubdate], time[itemprop=datePublished]", "datetime")),
    url: webAddressOf(first(["og:url"], oneLine), address),
  };
  const metadata = fillIn(readJsonLd(page, address), own);
  return {
    ...metadata,
    title: withoutOutlet(metadata.title, metadata.outlet),
    url: canonicalOf(page, address, metadata),
  };
}

function metaElements(page: Page): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>();
  for (const element of page.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content");
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && content) meta.set(name, [...(meta.get(name) ?? []), content]);
    }
  }
  return meta;
}

/** A site that names its front page as the canonical address of every page says nothing by it. */
function canonicalOf(page: Page, address: string | null, metadata: Metadata): string | null {
  const isFrontPage = (url: string) => new URL(url).pathname === "/";
  const named = [webAddressOf(attributeOf(page, "link[rel=canonical]", "href"), address), metadata.url];
  const canonical = named.find(
    (url) => url !== null && (address === null || isFrontPage(address) || !isFrontPage(url)),
  );
  return canonical ?? address;
}

/** `<title>` and its like often end in the name of the site: "Headline | Outlet". */
function withoutOutlet(title: string | null, outlet: string | null): string | null {
  if (title === null || outlet === null || !title.toLowerCase().endsWith(outlet.toLowerCase())) return title;
  const [, headline] = /^(.*\S)\s*[|–—·»-]\s*$/u.exec(title.slice(0, -outlet.length)) ?? [];
  return headline ?? title;
}

function attributeOf(page: Page, selector: string, attribute: string): string | null {
  const [element] = page.querySelectorAll(selector);
  return element?.getAttribute(attribute) ?? null;
}
