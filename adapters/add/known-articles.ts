import { createHash } from "node:crypto";
import type { Article } from "../../src/index.ts";
import { withoutChrome } from "./chrome-paragraphs.ts";
import type { Draft } from "./draft.ts";

/** Which articles are in the corpus already. */
export interface KnownArticles {
  /** The id of the article at this address, if there is one. */
  atAddress(url: string | null): string | null;
  /**
   * The id of the article that has this address or this text, if there is one. A reprint, the same text in another
   * outlet, is an article of its own: it is one source more.
   */
  same(draft: Draft): string | null;
  add(article: Article): void;
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|cmpid|ref|ref_src|smid|partner|rss)$/i;

/** Knows `articles`, and whatever is added. */
export function createKnownArticles(articles: readonly Article[]): KnownArticles {
  const byAddress = new Map<string, string>();
  const byText = new Map<string, readonly Article[]>();
  const known: KnownArticles = {
    atAddress: (url) => (url === null ? null : (byAddress.get(addressKey(url)) ?? null)),
    same(draft) {
      const copies = byText.get(textKey(draft.body)) ?? [];
      return known.atAddress(draft.url) ?? copies.find((copy) => !isReprint(copy, draft))?.id ?? null;
    },
    add(article) {
      if (article.url !== null) byAddress.set(addressKey(article.url), article.id);
      const key = textKey(article.body);
      byText.set(key, [...(byText.get(key) ?? []), article]);
    },
  };
  for (const article of articles) known.add(article);
  return known;
}

/** One key for the ways in which a page is linked: with and without `www.`, tracking parameters, a closing slash. */
function addressKey(address: string): string {
  const url = new URL(address);
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const path = url.pathname.replace(/\/+$/, "");
  return `${url.host.replace(/^www\./, "")}${path}?${new URLSearchParams(query)}`;
}

function isReprint(copy: Article, draft: Draft): boolean {
  return copy.outlet !== null && draft.outlet !== null && copy.outlet.toLowerCase() !== draft.outlet.toLowerCase();
}

/** The words of the story alone: another quotation mark, line break or link below it makes no other article. */
function textKey(body: string): string {
  const words = withoutChrome(body.split(/\n\s*\n/), [])
    .join(" ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return createHash("sha256").update(words).digest("base64");
}
