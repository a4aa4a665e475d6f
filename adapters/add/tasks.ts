import type { CorpusFolder } from "./corpus-folder.ts";
import { withoutCredentials } from "./credentials.ts";
import { isFuture } from "./dates.ts";
import type { Downloader, DownloadLimits, Version } from "./download.ts";
import { type Draft, fillIn, type Metadata } from "./draft.ts";
import type { FeedMemory } from "./feed-memory.ts";
import type { FeedItem } from "./read-feed.ts";
import { isAddress, readSource } from "./read-source.ts";
import { isLasting, reasonOf, SourceError } from "./source-error.ts";

/**
 * What became of one article; `source` is the file, the address or the feed entry that it came from, `notes` what
 * somebody should know before they rely on it. `noted` tells something of a source that is no single article; `unchanged` is a
 * feed that is as it was, `dead` an entry of which an earlier run told that it gives no article.
 */
export type AddResult = { readonly source: string } & (
  | { readonly kind: "added"; readonly path: string; readonly content: string; readonly notes: readonly string[] }
  | { readonly kind: "noted"; readonly notes: readonly string[] }
  | { readonly kind: "known"; readonly id: string }
  | { readonly kind: "unchanged" }
  | { readonly kind: "dead" }
  | { readonly kind: "failed"; readonly reason: string; readonly isLasting: boolean }
);

/** How articles are added. */
export interface AddOptions {
  readonly corpusDir: string;
  /** Whether nothing is written. */
  readonly dryRun: boolean;
  /** What the person who adds an article knows of it, whatever the article says; feeds speak for themselves. */
  readonly metadata: Metadata;
  readonly limits: DownloadLimits;
  /** Most entries of a feed that are looked at, the newest first. */
  readonly maxEntries: number;
  /** Told whenever another article is done, or more of them turn up in a feed. */
  readonly onProgress: (done: number, total: number) => void;
}

/** One article to add, or one thing to tell; never rejects. */
type Task = () => Promise<AddResult>;

/** What there is to do for a source, and what to do with the results. */
interface Works {
  readonly tasks: readonly Task[];
  readonly finish?: (results: readonly AddResult[]) => Promise<void>;
}

/** What the tasks of a run share. */
interface Workshop {
  readonly folder: CorpusFolder;
  readonly feeds: FeedMemory;
  readonly downloader: Downloader;
  readonly options: AddOptions;
}

/** An article that was read, and what is to be said of it. */
interface Found {
  readonly draft: Draft;
  readonly notes: readonly string[];
}

/** Looks into a source for the articles in it: one, or the entries of a feed. Never rejects. */
export async function worksOf(given: string, workshop: Workshop): Promise<Works> {
  const source = withoutCredentials(given);
  const { folder, feeds, downloader, options } = workshop;
  const single = (result: AddResult): Works => ({ tasks: [async () => result] });
  const known = isAddress(given) && URL.canParse(given) ? folder.idAt(given) : null;
  if (known !== null) return single({ kind: "known", source, id: known });
  try {
    const { maxBytes } = options.limits;
    const read = await readSource(given, downloader, maxBytes, options.dryRun ? null : feeds.of(source)?.version);
    if (read.kind === "unchanged") return single({ kind: "unchanged", source });
    const { document, version } = read;
    if (document.kind === "feed") return entriesOf(source, document.items, document.notes, version, workshop);
    const draft = { ...fillIn(options.metadata, document.draft), body: document.draft.body };
    return single(await put(source, { draft, notes: document.notes }, folder));
  } catch (error) {
    return single(failure(source, error));
  }
}

function entriesOf(
  source: string,
  all: readonly FeedItem[],
  feedNotes: readonly string[],
  version: Version | null,
  { folder, feeds, downloader, options }: Workshop,
): Works {
  if (all.length === 0) throw new SourceError("is a feed without entries");
  const items = newest(all, options.maxEntries);
  const left = all.length - items.length;
  const note = `has ${all.length} entries: the newest ${items.length} were looked at and ${left} left out; --limit ${all.length} takes all`;
  const notes = left > 0 ? [...feedNotes, note] : feedNotes;
  const dead = feeds.of(source)?.dead ?? [];
  const tasks = items.map(
    (item): Task =>
      async () => {
        const name = item.draft.url ?? `${source} (${item.draft.title ?? "an entry without a title"})`;
        try {
          const id = folder.idOf(item.draft);
          if (id !== null) return { kind: "known", source: name, id };
          return await put(name, await readItem(item, downloader, options.limits.maxBytes), folder);
        } catch (error) {
          return dead.includes(name) && isLasting(error) ? { kind: "dead", source: name } : failure(name, error);
        }
      },
  );
  const telling: Task = async () => ({ kind: "noted", source, notes });
  return {
    tasks: notes.length === 0 ? tasks : [telling, ...tasks],
    finish: async (results) => {
      if (!isAddress(source)) return;
      const failed = results.filter((result) => result.kind === "failed" || result.kind === "dead");
      const lasting = failed.filter((result) => result.kind === "dead" || result.isLasting);
      const isDone = left === 0 && lasting.length === failed.length;
      await feeds.remember(source, { version: isDone ? version : null, dead: lasting.map((result) => result.source) });
    },
  };
}

function failure(source: string, error: unknown): AddResult {
  return { kind: "failed", source, reason: reasonOf(error), isLasting: isLasting(error) };
}

/** Gives an article its place in the corpus, unless it is there already. */
async function put(source: string, { draft, notes }: Found, folder: CorpusFolder): Promise<AddResult> {
  const id = folder.idOf(draft);
  if (id !== null) return { kind: "known", source, id };
  const file = await folder.put(draft);
  const isAhead = draft.published !== null && isFuture(draft.published, new Date());
  const onDate = isAhead ? [`is dated ${draft.published}, which is in the future`] : [];
  return { kind: "added", source, ...file, notes: [...notes, ...onDate] };
}

/** The newest entries, in the order of the feed; those without a date are older than all others. */
function newest(items: readonly FeedItem[], count: number): readonly FeedItem[] {
  const byTime = [...items].sort((a, b) => (b.time ?? -Infinity) - (a.time ?? -Infinity) || 0);
  const chosen = new Set(byTime.slice(0, count));
  return items.filter((item) => chosen.has(item));
}

/** The article of a feed entry: from its page, unless the feed prints more of it or the page cannot be read. */
async function readItem({ draft, isWhole }: FeedItem, downloader: Downloader, maxBytes: number): Promise<Found> {
  try {
    if (draft.url === null) throw new SourceError("is an entry without an address and without its whole text");
    const read = await readSource(draft.url, downloader, maxBytes);
    if (read.kind === "unchanged" || read.document.kind === "feed")
      throw new SourceError("is an entry that leads to another feed");
    const { draft: page, notes } = read.document;
    if (isWhole && draft.body.length > page.body.length)
      return { draft: { ...fillIn(page, draft), body: draft.body }, notes: [] };
    return { draft: { ...fillIn(page, draft), body: page.body }, notes };
  } catch (error) {
    if (isWhole) return { draft, notes: [] };
    throw error;
  }
}
