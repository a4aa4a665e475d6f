import { type ArticleData, readArticleData } from "./article-data.ts";
import { authorOf, namesInByline } from "./byline.ts";
import { countWords, oneLine } from "./characters.ts";
import { dateOf } from "./dates.ts";
import { fillIn, type Metadata, webAddressOf } from "./draft.ts";
import { lineOf, ownLineOf } from "./elements.ts";
import type { Measures } from "./measures.ts";
import type { Page, PageNode } from "./page.ts";
import { readVisible } from "./visible-metadata.ts";

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Names of meta elements, the most reliable first. */
const OUTLET = names("og:site_name application-name citation_journal_title publisher dc.publisher citation_publisher");
const TITLE = names("og:title twitter:title parsely-title citation_title dc.title dcterms.title");
const AUTHOR = names(`
  author byl article:author parsely-author sailthru.author citation_author dc.creator dcterms.creator article:author_name
`);
const DATE = names(`
  article:published_time og:article:published_time article:published parsely-pub-date
  datepublished publishdate publish_date publish-date pubdate sailthru.date citation_publication_date citation_date
  dc.date dc.date.issued dcterms.issued dcterms.created date
`);

/** What a page says of itself, and what kind of page it says it is. */
export interface PageMetadata {
  readonly metadata: Metadata;
  readonly data: ArticleData;
  /** `og:type`, in lower case. */
  readonly type: string | null;
}

/**
 * What a page says of itself: first by JSON-LD, then by its meta elements, then by what its readers see. `address` is
 * where the page was read, `null` for a file.
 */
export function readMetadata(page: Page, address: string | null, of: Measures): PageMetadata {
  const base = webAddressOf(attributeOf(page, "base[href]", "href"), address) ?? address;
  const meta = metaElements(page);
  const first = <T>(of: readonly string[], read: (text: string) => T | null): T | null =>
    of.flatMap((name) => meta.get(name) ?? []).reduce<T | null>((found, text) => found ?? read(text), null);
  const ogUrl = webAddressOf(first(["og:url"], oneLine), base);
  const linked = webAddressOf(attributeOf(page, "link[rel~=canonical i]", "href"), base);
  const addresses = [linked, ogUrl, address].filter((url) => url !== null);
  const data = readArticleData(page, base, addresses);
  const named = data.metadata.outlet ?? first(OUTLET, oneLine);
  const visible = readVisible(page, named, of);
  const outlet = named ?? visible.outlet;
  const own: Metadata = {
    title: first(TITLE, oneLine),
    outlet: first(OUTLET, oneLine),
    author: authorsIn(meta, outlet),
    published: first(DATE, dateOf),
    url: ogUrl,
  };
  const said = fillIn(fillIn(data.metadata, own), { ...visible, title: null });
  const author = data.isByOrganization ? (own.author ?? visible.author ?? said.author) : said.author;
  const metadata: Metadata = {
    ...said,
    author: author !== null && author.toLowerCase() === outlet?.toLowerCase() ? (visible.author ?? author) : author,
    title: withoutOutlet(said.title, outlet) ?? visible.title ?? titleOf(page, outlet),
    outlet: outlet ?? outletInTitle(page, visible.title),
    url: canonicalOf(address, [linked, said.url]),
  };
  return { metadata, data, type: first(["og:type"], oneLine)?.toLowerCase() ?? null };
}

function metaElements(page: Page): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>();
  for (const element of page.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content");
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && content) meta.set(name, [...(meta.get(name) ?? []), content]);
    }
  }
  return meta;
}

/** All authors that the first kind of meta element names which names any: each may have an element of its own. */
function authorsIn(meta: ReadonlyMap<string, readonly string[]>, outlet: string | null): string | null {
  for (const name of AUTHOR) {
    const texts = (meta.get(name) ?? []).filter((text) => !URL.canParse(text));
    const authors = texts.flatMap((text) => namesInByline(text, outlet) ?? authorOf(text) ?? []);
    if (authors.length > 0) return oneLine([...new Set(authors)].join(", "));
  }
  return null;
}

/** A site that names its front page as the canonical address of every page says nothing by it. */
function canonicalOf(address: string | null, named: readonly (string | null)[]): string | null {
  const isFrontPage = (url: string) => new URL(url).pathname === "/";
  const canonical = named.find(
    (url) => url !== null && (address === null || isFrontPage(address) || !isFrontPage(url)),
  );
  return canonical ?? address;
}

const TITLE_END = /^(.*\S)\s*(?:[|–—·•»«:]|\s-)\s*$/u;
const TITLE_START = /^\s*(?:[|–—·•»«:]|-\s)\s*(\S.*)$/u;

/** `<title>` and its like often end, and sometimes begin, in the name of the site: "Headline | Outlet". */
function withoutOutlet(title: string | null, outlet: string | null): string | null {
  if (title === null || outlet === null) return title;
  if (title.toLowerCase() === outlet.toLowerCase()) return null;
  const [low, name] = [title.toLowerCase(), outlet.toLowerCase()];
  const [, headline] = low.endsWith(name) ? (TITLE_END.exec(title.slice(0, -name.length)) ?? []) : [];
  const [, rest] = low.startsWith(name) ? (TITLE_START.exec(title.slice(name.length)) ?? []) : [];
  return headline ?? rest ?? title;
}

function titleOf(page: Page, outlet: string | null): string | null {
  const [title] = page.querySelectorAll("head > title");
  return withoutOutlet(oneLine(title?.textContent), outlet);
}

const MAX_OUTLET_WORDS = 5;

/** Who published a page, where its title is "Headline | Outlet" and something else on the page has that name. */
function outletInTitle(page: Page, headline: string | null): string | null {
  const title = titleOf(page, null);
  if (title === null || headline === null || !title.startsWith(headline)) return null;
  const [, name = ""] = TITLE_START.exec(title.slice(headline.length)) ?? [];
  const outlet =
    name
      .split(/\s[|–—·•-]\s/u)
      .at(-1)
      ?.trim() ?? "";
  if (outlet === "" || countWords(outlet) > MAX_OUTLET_WORDS) return null;
  const isNamed = (element: PageNode) => [lineOf(element), logoOf(element)].includes(outlet);
  return [...page.querySelectorAll("a[href]")].some(isNamed) ? outlet : null;
}

function logoOf(link: PageNode): string | null {
  const [image] = link.querySelectorAll("img[alt]");
  if (image !== undefined) return oneLine(image.getAttribute("alt"));
  return oneLine(link.getAttribute("aria-label")) ?? oneLine(ownLineOf(link));
}

function attributeOf(page: Page, selector: string, attribute: string): string | null {
  const [element] = page.querySelectorAll(selector);
  return element?.getAttribute(attribute) ?? null;
}
