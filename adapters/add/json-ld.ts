import { authorOf, dateOf, type Metadata, NO_METADATA, oneLine, webAddressOf } from "./draft.ts";
import type { Page } from "./page.ts";

type Properties = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report)$/;
const MAX_DEPTH = 5;

/** What a page's JSON-LD says of the first article in it. */
export function readJsonLd(page: Page, address: string | null): Metadata {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parseJson(script.textContent ?? ""), MAX_DEPTH);
    if (article) return metadataOf(article, address);
  }
  return NO_METADATA;
}

function metadataOf(article: Properties, address: string | null): Metadata {
  return {
    title: oneLine(article.headline) ?? oneLine(article.name),
    outlet: namesOf(article.publisher),
    author: authorOf(namesOf(article.author) ?? namesOf(article.creator)),
    published: dateOf(article.datePublished),
    url: webAddressOf(idOf(article.mainEntityOfPage) ?? article.url, address),
  };
}

/** The article may be one of many things in a graph, or inside the page that it is the main entity of. */
function findArticle(data: unknown, depth: number): Properties | null {
  if (depth === 0) return null;
  if (Array.isArray(data)) {
    for (const item of data) {
      const found = findArticle(item, depth - 1);
      if (found) return found;
    }
    return null;
  }
  if (!isProperties(data)) return null;
  const types = [data["@type"]].flat();
  if (types.some((type) => typeof type === "string" && ARTICLE_TYPE.test(type))) return data;
  return findArticle(data["@graph"], depth - 1) ?? findArticle(data.mainEntity, depth - 1);
}

function namesOf(value: unknown): string | null {
  const names = [value].flat().map((item) => oneLine(isProperties(item) ? item.name : item));
  const known = names.filter((name) => name !== null && !URL.canParse(name));
  return known.length > 0 ? oneLine(known.join(", ")) : null;
}

function idOf(value: unknown): unknown {
  return isProperties(value) ? value["@id"] : value;
}

function isProperties(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
