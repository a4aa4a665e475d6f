import type { ArticleSource } from "../answer/answer.ts";
import type { Name } from "../names/name-book.ts";
import { fold } from "../text/fold.ts";

/** The articles that a question is limited to by naming who published or wrote them. */
export interface SourceScope {
  readonly label: string;
  readonly articles: ReadonlySet<number>;
  /** The name's number, where it is also quoted by others: "Bloomberg reported". */
  readonly speakerId: number | null;
}

/** The articles whose outlet or byline holds a text, whatever the case: "bloomberg" fits "…, Bloomberg News". */
export function articlesFrom(texts: readonly string[], sources: readonly ArticleSource[]): Set<number> {
  const wanted = texts.map(words).filter((text) => text.trim() !== "");
  const found = new Set<number>();
  sources.forEach(({ outlet, author }, number) => {
    const own = [outlet, author].map((one) => words(one ?? ""));
    if (wanted.some((text) => own.some((one) => one.includes(text)))) found.add(number);
  });
  return found;
}

/** The scope that a name makes; `null` where nobody of that name published anything here. */
export function scopeOf(name: Name, sources: readonly ArticleSource[]): SourceScope | null {
  if (name.kind !== "organisation") return null;
  const articles = articlesFrom([name.name, ...name.aliases], sources);
  return articles.size === 0 ? null : { label: name.name, articles, speakerId: name.id };
}

function words(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
