import { openCorpusFolder } from "./corpus-folder.ts";
import { createDownloader, DEFAULT_LIMITS } from "./download.ts";
import { NO_METADATA } from "./draft.ts";
import { openFeedMemory } from "./feed-memory.ts";
import { type AddOptions, type AddResult, worksOf } from "./tasks.ts";

const DEFAULTS: Omit<AddOptions, "corpusDir"> = {
  dryRun: false,
  metadata: NO_METADATA,
  limits: DEFAULT_LIMITS,
  // Enough for a day of any outlet, and not a whole archive by accident.
  maxEntries: 500,
  onProgress: () => {},
};

/**
 * Adds the articles of files, addresses and feeds to a corpus, in the order given and each once. What cannot be read
 * is a result like any other, and the rest is added.
 * @throws SourceError where the corpus folder itself cannot be used.
 */
export async function addArticles(
  sources: readonly string[],
  given: Partial<AddOptions> & Pick<AddOptions, "corpusDir">,
): Promise<readonly AddResult[]> {
  const options = { ...DEFAULTS, ...given };
  const folder = await openCorpusFolder(options.corpusDir, options.dryRun);
  const feeds = await openFeedMemory(options.corpusDir, options.dryRun);
  const downloader = createDownloader(options.limits);
  const results: AddResult[] = [];
  let total = sources.length;
  options.onProgress(0, total);
  try {
    for (const source of sources) {
      const { tasks, finish } = await worksOf(source, { folder, feeds, downloader, options });
      total += tasks.length - 1;
      const own: AddResult[] = [];
      for (const task of tasks) {
        own.push(await task());
        options.onProgress(results.length + own.length, total);
      }
      await finish?.(own);
      results.push(...own);
    }
  } finally {
    await downloader.close();
  }
  return results;
}
