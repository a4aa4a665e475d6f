import { authorOf, namesInByline } from "./byline.ts";
import { oneLine } from "./characters.ts";
import { dateOf } from "./dates.ts";
import { type Metadata, webAddressOf } from "./draft.ts";
import { isThing, type JsonLd, readJsonLd, type Thing, typesOf } from "./json-ld.ts";
import { type Page, textOfLikelyHtml } from "./page.ts";

/** What a page's JSON-LD says of its article. */
export interface ArticleData {
  readonly metadata: Metadata;
  /** Whether the author is an organisation: a person in the visible byline says more. */
  readonly isByOrganization: boolean;
  readonly hasArticle: boolean;
  /** Whether it says of itself that it is a list of other pages. */
  readonly isList: boolean;
  /** Whether it says that not everybody may read all of it. */
  readonly isPaid: boolean;
  /** The text, where it is printed here as well; empty where it is not. */
  readonly body: string;
  readonly updates: readonly Update[];
}

/** An entry of a live blog; `time` is `HH:MM` in the zone in which it is written. */
export interface Update {
  readonly time: string | null;
  readonly headline: string | null;
  readonly body: string;
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Review|SocialMediaPosting)$/;
const LIST_TYPE = /^(?:CollectionPage|ItemList|SearchResultsPage|Blog|ProfilePage)$/;
const ORGANIZATION_TYPE = /(?:Organization|Corporation|NewsAgency)$/;

/** Reads it; `addresses` are those under which the page may be known there. */
export function readArticleData(page: Page, base: string | null, addresses: readonly string[]): ArticleData {
  const data = readJsonLd(page);
  const articles = data.find((type) => ARTICLE_TYPE.test(type));
  const found =
    articles.find((thing) => addressesOf(thing, base).some((url) => addresses.includes(url))) ?? articles[0];
  const article: Thing = found ?? {};
  const { names: author, isByOrganization } = authorsOf(article, data);
  return {
    metadata: {
      title: headlineOf(article),
      outlet: outletOf(article, data),
      author,
      published: dateOf(text(article.datePublished) ?? text(article.dateCreated) ?? text(article.uploadDate)),
      url: addressesOf(article, base)[0] ?? null,
    },
    isByOrganization,
    hasArticle: found !== undefined,
    isList: data.find((type) => LIST_TYPE.test(type)).length > 0,
    isPaid: isPaid(article) || data.all(article.hasPart).some((part) => isThing(part) && isPaid(part)),
    body: text(article.articleBody) ?? "",
    updates: data.all(article.liveBlogUpdate).flatMap((update) => (isThing(update) ? [updateOf(update)] : [])),
  };
}

function headlineOf(article: Thing): string | null {
  const headline = text(article.headline) ?? text(article.name);
  return headline === null ? null : oneLine(textOfLikelyHtml(headline));
}

function addressesOf(article: Thing, base: string | null): readonly string[] {
  const { mainEntityOfPage: page } = article;
  const named = [isThing(page) ? (page["@id"] ?? page.url) : page, article.url, article["@id"]];
  return named.flatMap((address) =>
    /[/.]/.test(text(address) ?? "") ? (webAddressOf(text(address), base) ?? []) : [],
  );
}

function outletOf(article: Thing, data: JsonLd): string | null {
  const named = [article.publisher, article.sourceOrganization, article.provider, article.isPartOf];
  const sites = data.find((type) => type === "WebSite" || type === "NewsMediaOrganization");
  const [name] = [...named, sites].flatMap((value) => data.all(value)).flatMap((item) => nameOf(item) ?? []);
  return name ?? null;
}

function authorsOf(
  article: Thing,
  data: JsonLd,
): { readonly names: string | null; readonly isByOrganization: boolean } {
  const authors = [article.author, article.creator].map((value) => data.all(value)).find((all) => all.length > 0) ?? [];
  const people = authors.filter((author) => !isOrganization(author));
  const chosen = people.length > 0 ? people : authors;
  const names = chosen.flatMap((author) => {
    const name = nameOf(author);
    return namesInByline(name) ?? authorOf(name) ?? [];
  });
  return { names: oneLine([...new Set(names)].join(", ")), isByOrganization: people.length === 0 };
}

function isOrganization(author: unknown): boolean {
  return isThing(author) && typesOf(author).some((type) => ORGANIZATION_TYPE.test(type));
}

function nameOf(item: unknown): string | null {
  if (!isThing(item)) return isAddress(item) ? null : oneLine(textOfLikelyHtml(text(item) ?? ""));
  const names = [item.name].flat().flatMap((name) => text(name) ?? []);
  const parts = [item.givenName, item.familyName].flatMap((name) => text(name) ?? []);
  const name = names.length > 0 ? names.join(", ") : parts.join(" ");
  return isAddress(name) ? null : oneLine(textOfLikelyHtml(name));
}

function isAddress(value: unknown): boolean {
  return typeof value === "string" && (URL.canParse(value) || /^[#/]/.test(value));
}

function isPaid({ isAccessibleForFree: free }: Thing): boolean {
  return free === false || (typeof free === "string" && /^(?:false|https?:\/\/schema\.org\/False)$/i.test(free));
}

function updateOf(update: Thing): Update {
  const time = /T(\d{2}:\d{2})/.exec(text(update.datePublished) ?? "")?.[1] ?? null;
  return { time, headline: headlineOf(update), body: text(update.articleBody) ?? text(update.text) ?? "" };
}

/** A text, also in the long form of JSON-LD. */
function text(value: unknown): string | null {
  const plain = isThing(value) ? value["@value"] : value;
  return typeof plain === "string" && plain.trim() !== "" ? plain : null;
}
