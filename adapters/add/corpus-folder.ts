import { createHash } from "node:crypto";
import { mkdir, readdir, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { type Article, CorpusError, loadCorpus } from "../../src/index.ts";
import { replaceFile } from "../state/replace-file.ts";
import { composeArticleFile } from "./article-file.ts";
import { withoutChrome } from "./chrome-paragraphs.ts";
import type { Draft } from "./draft.ts";
import { SourceError } from "./source-error.ts";

/** A corpus folder that articles are put into. */
export interface CorpusFolder {
  /** The id of the article at this address, if there is one. */
  idAt(url: string): string | null;
  /**
   * The id of the article that has this address or this text, if there is one. A reprint, the same text in another
   * outlet, is an article of its own: it is one source more.
   */
  idOf(draft: Draft): string | null;
  /** Gives the draft its file, and writes that unless the folder was opened for a dry run. */
  put(draft: Draft): Promise<{ readonly path: string; readonly content: string }>;
}

/**
 * Opens the corpus in `dir`, which may be new.
 * @throws SourceError where its `articles` leads out of it.
 */
export async function openCorpusFolder(dir: string, dryRun: boolean): Promise<CorpusFolder> {
  const folder = join(dir, "articles");
  if (!dryRun) await mkdir(folder, { recursive: true });
  await refuseOutside(dir, folder);
  const byAddress = new Map<string, string>();
  const byText = new Map<string, readonly Article[]>();
  const add = (article: Article) => {
    if (article.url !== null) byAddress.set(addressKey(article.url), article.id);
    const key = textKey(article.body);
    byText.set(key, [...(byText.get(key) ?? []), article]);
  };
  for (const article of articlesOf(dir)) add(article);
  // File systems may not tell capitals from small letters.
  const taken = new Set((await namesIn(folder)).map((name) => name.toLowerCase().replace(/\.md$/, "")));
  const idAt = (url: string) => byAddress.get(addressKey(url)) ?? null;
  return {
    idAt,
    idOf(draft) {
      const atAddress = draft.url === null ? null : idAt(draft.url);
      const copies = byText.get(textKey(draft.body)) ?? [];
      return atAddress ?? copies.find((copy) => !isReprint(copy, draft))?.id ?? null;
    },
    async put(draft) {
      const { article, content } = composeArticleFile(draft, taken);
      const path = join(folder, `${article.id}.md`);
      if (!dryRun) await replaceFile(path, content);
      taken.add(article.id);
      add(article);
      return { path, content };
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

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|cmpid|ref|ref_src|smid|partner|rss)$/i;

/** One key for the ways in which a page is linked: with and without `www.`, tracking parameters, a closing slash. */
function addressKey(address: string): string {
  const url = new URL(address);
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const path = url.pathname.replace(/\/+$/, "");
  return `${url.host.replace(/^www\./, "")}${path}?${new URLSearchParams(query)}`;
}

function isReprint(copy: Article, draft: Draft): boolean {
  return copy.outlet !== null && draft.outlet !== null && copy.outlet.toLowerCase() !== draft.outlet.toLowerCase();
}

/** The words of the story alone: another quotation mark, line break or link below it makes no other article. */
function textKey(body: string): string {
  const words = withoutChrome(body.split(/\n\s*\n/), [])
    .join(" ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return createHash("sha256").update(words).digest("base64");
}
