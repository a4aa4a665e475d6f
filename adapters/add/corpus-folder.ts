import { mkdir, readdir, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { type Article, CorpusError, loadCorpus } from "../../src/index.ts";
import { replaceFile } from "../state/replace-file.ts";
import { type ArticleFile, composeArticleFile } from "./article-file.ts";
import type { Draft } from "./draft.ts";
import { createKnownArticles, type KnownArticles } from "./known-articles.ts";
import { SourceError } from "./source-error.ts";

/** A corpus folder that articles are put into. */
export interface CorpusFolder {
  readonly known: KnownArticles;
  /** Where the file of an article stands. */
  fileOf(id: string): string;
  /** Gives the draft its place, and writes it unless the folder was opened for a dry run. */
  put(draft: Draft): Promise<ArticleFile>;
}

/**
 * Opens the corpus in `dir`, which may be new.
 * @throws SourceError where its `articles` leads out of it.
 */
export async function openCorpusFolder(dir: string, dryRun: boolean): Promise<CorpusFolder> {
  const folder = join(dir, "articles");
  if (!dryRun) await mkdir(folder, { recursive: true });
  await refuseOutside(dir, folder);
  const known = createKnownArticles(articlesOf(dir));
  // File systems may not tell capitals from small letters.
  const taken = new Set((await namesIn(folder)).map((name) => name.toLowerCase().replace(/\.md$/, "")));
  const fileOf = (id: string) => join(folder, `${id}.md`);
  return {
    known,
    fileOf,
    async put(draft) {
      const file = composeArticleFile(draft, taken);
      if (!dryRun) await replaceFile(fileOf(file.article.id), file.content);
      taken.add(file.article.id);
      known.add(file.article);
      return file;
    },
  };
}

function articlesOf(dir: string): readonly Article[] {
  try {
    return loadCorpus(dir).corpus.articles;
  } catch (error) {
    if (error instanceof CorpusError) return [];
    throw error;
  }
}

async function refuseOutside(dir: string, folder: string): Promise<void> {
  const [root, target] = await Promise.all([dir, folder].map((path) => realpath(path).catch(() => null)));
  if (root && target && !target.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new SourceError(`${folder} leads out of the corpus, to ${target}; nothing was written`);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}
