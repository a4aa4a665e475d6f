import type { AddOptions, AddResult } from "./adding.ts";
import { type CorpusFolder, openCorpusFolder } from "./corpus-folder.ts";
import { isFuture } from "./dates.ts";
import { createDownloader } from "./download.ts";
import type { Draft } from "./draft.ts";
import { openFeedMemory } from "./feed-memory.ts";
import { isLasting, reasonOf } from "./source-error.ts";
import { type Task, worksOf } from "./tasks.ts";

/** Enough for a day of any outlet, and not a whole archive by accident. */
export const DEFAULT_MAX_ENTRIES = 500;

/**
 * Adds the articles of files, addresses and feeds to a corpus, in the order given and each once. What cannot be read
 * is a result like any other, and the rest is added.
 * @throws SourceError where the corpus folder itself cannot be used.
 */
export async function addArticles(sources: readonly string[], options: AddOptions): Promise<readonly AddResult[]> {
  const { corpusDir, dryRun, limits } = options;
  const folder = await openCorpusFolder(corpusDir, dryRun);
  const feeds = await openFeedMemory(corpusDir, dryRun);
  const downloader = createDownloader(limits);
  const results: AddResult[] = [];
  let total = sources.length;
  options.onProgress(0, total);
  try {
    for (const source of sources) {
      const { tasks, finish } = await worksOf(source, { folder, feeds, downloader, options });
      total += tasks.length - 1;
      const own: AddResult[] = [];
      for (const task of tasks) {
        own.push(await run(task, folder));
        options.onProgress(results.length + own.length, total);
      }
      await finish(own);
      results.push(...own);
    }
  } finally {
    await downloader.close();
  }
  return results;
}

async function run({ source, wasDead, read }: Task, folder: CorpusFolder): Promise<AddResult> {
  try {
    const found = await read();
    if (found.kind !== "found") return { ...found, source };
    const id = folder.known.same(found.draft);
    if (id !== null) return { kind: "known", source, id };
    const file = await folder.put(found.draft);
    const notes = [...found.notes, ...notesOnDate(found.draft)];
    return { kind: "added", source, path: folder.fileOf(file.article.id), file, notes };
  } catch (error) {
    const lasting = isLasting(error);
    if (lasting && wasDead) return { kind: "dead", source };
    return { kind: "failed", source, reason: reasonOf(error), isLasting: lasting };
  }
}

function notesOnDate({ published }: Draft): readonly string[] {
  const isAhead = published !== null && isFuture(published, new Date());
  return isAhead ? [`is dated ${published}, which is in the future`] : [];
}
