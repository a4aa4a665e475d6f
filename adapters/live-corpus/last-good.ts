import { basename } from "node:path";
import type { Article, Corpus, LoadedCorpus } from "../../src/index.ts";

const GLOSSARY = "glossary.yaml";

/**
 * The corpus that is served after a change: what could be read now, and for every file that is broken now the version
 * of it that was in service. A file that is gone is gone.
 */
export function keepLastGood(before: Corpus, { corpus, faults }: LoadedCorpus): Corpus {
  const broken = new Set(faults.map(({ file }) => basename(file)));
  const kept = before.articles.filter(({ id }) => broken.has(`${id}.md`));
  const glossary = broken.has(GLOSSARY) ? before.glossary : corpus.glossary;
  return { articles: [...corpus.articles, ...kept].sort(byId), glossary };
}

function byId(a: Article, b: Article): number {
  return a.id < b.id ? -1 : 1;
}
