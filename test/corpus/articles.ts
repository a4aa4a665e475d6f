import type { Article } from "../../src/index.ts";

/** An article of which only the text matters, unless fields are given. */
export function article(body: string, fields: Partial<Article> = {}): Article {
  return { id: "a-story", title: null, outlet: null, author: null, published: null, url: null, ...fields, body };
}
