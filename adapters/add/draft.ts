import type { Article } from "../../src/index.ts";
import { oneLine } from "./characters.ts";
import { withoutCredentials } from "./credentials.ts";

/** An article that has not been given its place in the corpus yet. */
export type Draft = Omit<Article, "id">;

/** What a document says of itself; `null` where it says nothing. */
export type Metadata = Omit<Draft, "body">;

/** A document that says nothing of itself. */
export const NO_METADATA: Metadata = { title: null, outlet: null, author: null, published: null, url: null };

/** `first`, with what it leaves open taken from `second`. */
export function fillIn(first: Metadata, second: Metadata): Metadata {
  return {
    title: first.title ?? second.title,
    outlet: first.outlet ?? second.outlet,
    author: first.author ?? second.author,
    published: first.published ?? second.published,
    url: first.url ?? second.url,
  };
}

/** An http(s) address in full and without a password, or `null`; `base` is where a relative one stands. */
export function webAddressOf(text: unknown, base: string | null): string | null {
  const line = oneLine(text);
  if (line === null || !URL.canParse(line, base ?? undefined)) return null;
  const url = new URL(line, base ?? undefined);
  return /^https?:$/.test(url.protocol) ? withoutCredentials(url.href) : null;
}
