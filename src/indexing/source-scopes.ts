import type { ArticleHead } from "../corpus/article.ts";
import type { Name } from "../names/name-book.ts";
import { fold } from "../text/fold.ts";

/** The articles that a question is limited to by naming who published or wrote them. */
export interface SourceScope {
  readonly label: string;
  /** Their ids. */
  readonly articles: ReadonlySet<string>;
  /** The name's number, where it is also quoted by others: "Meridian reported". */
  readonly speakerId: number | null;
}

/** Who published and wrote the articles of a corpus. */
export interface SourceScopes {
  /** The articles whose outlet or byline holds a text, whatever the case: "meridian" fits "…, Meridian News". */
  articlesFrom(texts: readonly string[]): ReadonlySet<string>;
  /** The scope that a name makes; `null` where nobody of that name published anything here. */
  scopeOf(name: Name): SourceScope | null;
}

/** @param sources of the articles, in the order of the corpus. */
export function createSourceScopes(sources: readonly ArticleHead[]): SourceScopes {
  const byText = new Map<string, string[]>();
  sources.forEach(({ id, outlet, author }) => {
    for (const text of new Set([outlet, author].map((one) => words(one ?? ""))))
      if (text.trim() !== "")
        byText
          .set(text, byText.get(text) ?? [])
          .get(text)
          ?.push(id);
  });
  const articlesFrom = (texts: readonly string[]) => {
    const wanted = texts.map(words).filter((text) => text.trim() !== "");
    const held = [...byText].filter(([own]) => wanted.some((text) => own.includes(text)));
    return new Set(held.flatMap(([, ids]) => ids));
  };
  const scopes = new Map<number, SourceScope | null>();
  const findScope = (name: Name) => {
    const articles = articlesFrom([name.name, ...name.aliases]);
    return articles.size === 0 ? null : { label: name.name, articles, speakerId: name.id };
  };
  return {
    articlesFrom,
    scopeOf(name) {
      if (name.kind !== "organisation") return null;
      const known = scopes.get(name.id);
      if (known !== undefined) return known;
      const scope = findScope(name);
      scopes.set(name.id, scope);
      return scope;
    },
  };
}

function words(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
