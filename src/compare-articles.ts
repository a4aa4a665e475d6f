import type { CopyReport } from "./copies/report.ts";
import type { Corpus } from "./corpus/load-corpus.ts";
import { readCorpus } from "./indexing/corpus-records.ts";

/** Tells which articles of a corpus copy or rewrite each other. */
export function compareArticles(corpus: Corpus): CopyReport {
  const { paragraphs, passages, copies, lexicon } = readCorpus(corpus);
  const idOf = (article: number) => lexicon.sources[article]?.id ?? "";
  const articleOf = (passage: number) => paragraphs[passages[passage]?.paragraph ?? -1]?.article ?? -1;
  const shared = new Map<string, number>();
  for (const [passage, others] of copies.sameText) {
    for (const other of others) {
      const [a, b] = [articleOf(passage), articleOf(other)];
      if (a < b) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  return {
    groups: [...shared].map(([pair, count]) => ({
      articles: pair.split(" ").map((one) => idOf(Number(one))),
      shared: count,
    })),
    rewrites: [...copies.garbled].map(([article, { of, reasons }]) => ({
      article: idOf(article),
      of: of === null ? null : idOf(of),
      reasons,
    })),
  };
}
