import type { CopyReport } from "./copies/report.ts";
import type { Corpus } from "./corpus/load-corpus.ts";
import { readCorpus } from "./indexing/read-corpus.ts";

/** Tells which articles of a corpus copy or rewrite each other. */
export function compareArticles(corpus: Corpus): CopyReport {
  const { paragraphs, rewrites } = readCorpus(corpus);
  const shared = new Map<string, { readonly articles: readonly string[]; shared: number }>();
  for (const { article, passages } of paragraphs) {
    for (const other of passages.flatMap(({ duplicates }) => duplicates.map((duplicate) => duplicate.article))) {
      if (article.order >= other.order) continue;
      const pair = `${article.order} ${other.order}`;
      const group = shared.get(pair) ?? { articles: [article.source.id, other.source.id], shared: 0 };
      shared.set(pair, { ...group, shared: group.shared + 1 });
    }
  }
  return { groups: [...shared.values()], rewrites };
}
