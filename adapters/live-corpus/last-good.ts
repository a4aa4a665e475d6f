import { basename } from "node:path";
import { type Article, articleId, type Corpus, type LoadedCorpus } from "../../src/index.ts";

const GLOSSARY = "glossary.yaml";

/**
 * The corpus that is served after a change: what could be read now, and for every file that is broken now the version
 * of it that was in service. A file that is gone is gone.
 */
export function keepLastGood(before: Corpus, { corpus, faults }: LoadedCorpus): Corpus {
  const broken = new Set(faults.map(({ file }) => basename(file)));
  const brokenIds = new Set([...broken].map(articleId));
  for (const { id } of corpus.articles) brokenIds.delete(id);
  const kept = before.articles.filter(({ id }) => brokenIds.has(id));
  const glossary = broken.has(GLOSSARY) ? before.glossary : corpus.glossary;
  return { articles: [...corpus.articles, ...kept].sort(byId), glossary };
}

function byId(a: Article, b: Article): number {
  return a.id < b.id ? -1 : 1;
}
