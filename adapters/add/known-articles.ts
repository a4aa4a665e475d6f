import { createHash } from "node:crypto";
import type { Article } from "../../src/index.ts";
import type { Draft } from "./draft.ts";

/** Which articles are in the corpus already. */
export interface KnownArticles {
  /** The id of the article at this address, if there is one. */
  atAddress(url: string | null): string | null;
  /** The id of the article that has this address or this text, if there is one. */
  same(draft: Draft): string | null;
  add(article: Article): void;
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|cmpid|ref|ref_src|smid|partner|rss)$/i;

/** Knows `articles`, and whatever is added. */
export function createKnownArticles(articles: readonly Article[]): KnownArticles {
  const byAddress = new Map<string, string>();
  const byText = new Map<string, string>();
  const known: KnownArticles = {
    atAddress: (url) => (url === null ? null : (byAddress.get(addressKey(url)) ?? null)),
    same: (draft) => known.atAddress(draft.url) ?? byText.get(textKey(draft.body)) ?? null,
    add(article) {
      if (article.url !== null) byAddress.set(addressKey(article.url), article.id);
      byText.set(textKey(article.body), article.id);
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

/** The words alone: another quotation mark or line break makes no other article. */
function textKey(body: string): string {
  const words = body
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return createHash("sha256").update(words).digest("base64");
}
