import type { ArticleFile } from "./article-file.ts";
import { type CorpusFolder, openCorpusFolder } from "./corpus-folder.ts";
import { withoutCredentials } from "./credentials.ts";
import { createDownloader, type Downloader, type DownloadLimits } from "./download.ts";
import { type Draft, fillIn, type Metadata } from "./draft.ts";
import type { FeedItem } from "./read-feed.ts";
import { isAddress, readSource } from "./read-source.ts";
import { reasonOf, SourceError } from "./source-error.ts";

/**
 * What became of one article; `source` is the file, the address or the feed entry that it came from, `notes` what
 * somebody should know before they rely on it. `noted` tells something of a source that is no single article.
 */
export type AddResult =
  | {
      readonly kind: "added";
      readonly source: string;
      readonly path: string;
      readonly file: ArticleFile;
      readonly notes: readonly string[];
    }
  | { readonly kind: "noted"; readonly source: string; readonly notes: readonly string[] }
  | { readonly kind: "known"; readonly source: string; readonly id: string }
  | { readonly kind: "failed"; readonly source: string; readonly reason: string };

/** How articles are added. */
export interface AddOptions {
  readonly corpusDir: string;
  /** Whether nothing is written. */
  readonly dryRun: boolean;
  /** What the person who adds an article knows of it, whatever the article says; feeds speak for themselves. */
  readonly metadata: Metadata;
  readonly limits: DownloadLimits;
  /** Told whenever another article is done, or more of them turn up in a feed. */
  readonly onProgress: (done: number, total: number) => void;
}

/** An article to add, with what is to be said of it. */
interface Found {
  readonly kind: "found";
  readonly draft: Draft;
  readonly notes: readonly string[];
}
type Reading =
  | Found
  | { readonly kind: "known"; readonly id: string }
  | { readonly kind: "noted"; readonly notes: readonly string[] };

interface Task {
  readonly source: string;
  readonly read: () => Promise<Reading>;
}

/**
 * Adds the articles of files, addresses and feeds to a corpus, in the order given and each once. What cannot be read
 * is a result like any other, and the rest is added.
 * @throws SourceError where the corpus folder itself cannot be used.
 */
export async function addArticles(sources: readonly string[], options: AddOptions): Promise<readonly AddResult[]> {
  const folder = await openCorpusFolder(options.corpusDir, options.dryRun);
  const downloader = createDownloader(options.limits);
  const results: AddResult[] = [];
  let total = sources.length;
  options.onProgress(0, total);
  try {
    for (const source of sources) {
      const tasks = await tasksOf(source, folder, downloader, options);
      total += tasks.length - 1;
      for (const task of tasks) {
        results.push(await run(task, folder));
        options.onProgress(results.length, total);
      }
    }
  } finally {
    await downloader.close();
  }
  return results;
}

async function run({ source, read }: Task, folder: CorpusFolder): Promise<AddResult> {
  try {
    const found = await read();
    if (found.kind !== "found") return { ...found, source };
    const id = folder.known.same(found.draft);
    if (id !== null) return { kind: "known", source, id };
    const file = await folder.put(found.draft);
    return { kind: "added", source, path: folder.fileOf(file.article.id), file, notes: found.notes };
  } catch (error) {
    return { kind: "failed", source, reason: reasonOf(error) };
  }
}

async function tasksOf(
  given: string,
  folder: CorpusFolder,
  downloader: Downloader,
  { metadata, limits }: AddOptions,
): Promise<readonly Task[]> {
  const source = withoutCredentials(given);
  const known = isAddress(given) && URL.canParse(given) ? folder.known.atAddress(given) : null;
  if (known !== null) return [{ source, read: async () => ({ kind: "known", id: known }) }];
  try {
    const document = await readSource(given, downloader, limits.maxBytes);
    if (document.kind === "article") {
      const { draft, notes } = document;
      const complete = { ...fillIn(metadata, draft), body: draft.body };
      return [{ source, read: async () => ({ kind: "found", draft: complete, notes }) }];
    }
    if (document.items.length === 0) throw new SourceError("is a feed without entries");
    const { items, notes } = document;
    const tasks: readonly Task[] = items.map((item) => ({
      source: item.draft.url ?? `${source} (${item.draft.title ?? "an entry without a title"})`,
      read: async () => {
        const id = folder.known.same(item.draft);
        return id === null ? await readItem(item, downloader, limits.maxBytes) : { kind: "known", id };
      },
    }));
    return notes.length === 0 ? tasks : [{ source, read: async () => ({ kind: "noted", notes }) }, ...tasks];
  } catch (error) {
    return [{ source, read: () => Promise.reject(error) }];
  }
}

/** The article of a feed entry: from its page, unless the feed prints more of it or the page cannot be read. */
async function readItem({ draft, isWhole }: FeedItem, downloader: Downloader, maxBytes: number): Promise<Found> {
  try {
    if (draft.url === null) throw new SourceError("is an entry without an address and without its whole text");
    const document = await readSource(draft.url, downloader, maxBytes);
    if (document.kind === "feed") throw new SourceError("is an entry that leads to another feed");
    const page = document.draft;
    const isFromFeed = isWhole && draft.body.length > page.body.length;
    const body = isFromFeed ? draft.body : page.body;
    return { kind: "found", draft: { ...fillIn(page, draft), body }, notes: isFromFeed ? [] : document.notes };
  } catch (error) {
    if (isWhole) return { kind: "found", draft, notes: [] };
    throw error;
  }
}
