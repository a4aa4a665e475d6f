import type { Article, Corpus, CorpusChange } from "../../src/index.ts";

/** What has to be done to one corpus to make it the other: a changed article leaves as it was and comes as it is. */
export function changeBetween(before: Corpus, after: Corpus): CorpusChange {
  const [earlier, later] = [before, after].map(({ articles }) => new Map(articles.map((one) => [one.id, one])));
  const isIn = (articles: ReadonlyMap<string, Article> | undefined, article: Article) => {
    const other = articles?.get(article.id);
    return other !== undefined && areSame(article, other);
  };
  return {
    gone: before.articles.filter((article) => !isIn(later, article)),
    come: after.articles.filter((article) => !isIn(earlier, article)),
  };
}

/** A change in figures. */
export function describeChange({ gone, come }: CorpusChange): Record<"added" | "changed" | "removed", number> {
  const left = new Set(gone.map(({ id }) => id));
  const changed = come.filter(({ id }) => left.has(id)).length;
  return { added: come.length - changed, changed, removed: gone.length - changed };
}

function areSame(one: Article, other: Article): boolean {
  if (one === other) return true;
  const [{ body, ...source }, { body: otherBody, ...otherSource }] = [one, other];
  return body === otherBody && JSON.stringify(source) === JSON.stringify(otherSource);
}

/** How many characters of text a corpus has: about 1,500,000 take a second to read. */
export function textLength({ articles }: Pick<Corpus, "articles">): number {
  return articles.reduce((sum, { body }) => sum + body.length, 0);
}
