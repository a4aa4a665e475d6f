import type { Corpus } from "../../src/index.ts";

/** How many characters of text a corpus has: about 1,500,000 take a second to read. */
export function textLength({ articles }: Pick<Corpus, "articles">): number {
  return articles.reduce((sum, { body }) => sum + body.length, 0);
}
