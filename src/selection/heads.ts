import type { ArticleSource } from "../corpus/article.ts";
import { nameOf } from "../corpus/opening.ts";

/** Who wrote an article and when, as a sentence. */
export function describeHead(source: ArticleSource): string {
  const { author, published } = source;
  const by = author === null ? "names no author" : `is by ${author}`;
  return `${titled(source)} ${by}${published === null ? " and has no date" : `, published ${published}`}.`;
}

/** An article by its title and outlet, as far as it has them. */
export function titled(source: ArticleSource): string {
  const { title, outlet } = source;
  const name = title === null ? nameOf(source) : `“${title}”`;
  return outlet === null ? name : `${name} (${outlet})`;
}
