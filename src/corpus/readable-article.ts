import { readable } from "../text/readable.ts";
import type { Span } from "../text/span.ts";
import type { Article } from "./article.ts";

/** A piece of an article to the letter: `text` is `body.slice(start, end)` of the article as it was loaded. */
export interface Citation extends Span {
  readonly text: string;
}

/** An article with the body that is searched: the loaded one without what nobody sees in it. */
export interface ReadableArticle extends Article {
  /** What stands between two offsets of the readable body, as the article has it. */
  cite(span: Span): Citation;
}

/** Reads an article past soft hyphens and the like; mostly its body stays what it is. */
export function readArticle(article: Article): ReadableArticle {
  const { text, original } = readable(article.body);
  return {
    ...article,
    body: text,
    cite(span) {
      const { start, end } = original(span);
      return { text: article.body.slice(start, end), start, end };
    },
  };
}
