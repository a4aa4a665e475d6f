import type { AddOptions, AddResult } from "./adding.ts";
import type { CorpusFolder } from "./corpus-folder.ts";
import { withoutCredentials } from "./credentials.ts";
import type { Downloader, Version } from "./download.ts";
import { type Draft, fillIn } from "./draft.ts";
import type { FeedMemory } from "./feed-memory.ts";
import type { FeedItem } from "./read-feed.ts";
import { isAddress, readSource } from "./read-source.ts";
import { SourceError } from "./source-error.ts";

/** What a task comes to: an article to add, with what is to be said of it, or word that there is none to add. */
export type Reading =
  | { readonly kind: "found"; readonly draft: Draft; readonly notes: readonly string[] }
  | { readonly kind: "known"; readonly id: string }
  | { readonly kind: "noted"; readonly notes: readonly string[] }
  | { readonly kind: "unchanged" };

/** One article to read; rejects where it gives none. */
export interface Task {
  readonly source: string;
  /** Whether an earlier run told that this entry of a feed gives no article. */
  readonly wasDead: boolean;
  readonly read: () => Promise<Reading>;
}

/** What there is to do for a source, and what to do with the results. */
export interface Works {
  readonly tasks: readonly Task[];
  readonly finish: (results: readonly AddResult[]) => Promise<void>;
}

/** What the tasks of a run share. */
export interface Workshop {
  readonly folder: CorpusFolder;
  readonly feeds: FeedMemory;
  readonly downloader: Downloader;
  readonly options: AddOptions;
}

/** Looks into a source for the articles in it: one, or the entries of a feed. */
export async function worksOf(given: string, workshop: Workshop): Promise<Works> {
  const source = withoutCredentials(given);
  const { folder, feeds, downloader, options } = workshop;
  const known = isAddress(given) && URL.canParse(given) ? folder.known.atAddress(given) : null;
  if (known !== null) return single(source, async () => ({ kind: "known", id: known }));
  try {
    const { maxBytes } = options.limits;
    const read = await readSource(given, downloader, maxBytes, options.dryRun ? null : feeds.of(source)?.version);
    if (read.kind === "unchanged") return single(source, async () => read);
    const { document, version } = read;
    if (document.kind === "feed") return entriesOf(source, document.items, document.notes, version, workshop);
    const draft = { ...fillIn(options.metadata, document.draft), body: document.draft.body };
    return single(source, async () => ({ kind: "found", draft, notes: document.notes }));
  } catch (error) {
    return single(source, () => Promise.reject(error));
  }
}

function single(source: string, read: Task["read"]): Works {
  return { tasks: [{ source, wasDead: false, read }], finish: async () => {} };
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
  const tasks: readonly Task[] = items.map((item) => {
    const name = item.draft.url ?? `${source} (${item.draft.title ?? "an entry without a title"})`;
    const read = async (): Promise<Reading> => {
      const id = folder.known.same(item.draft);
      return id === null ? await readItem(item, downloader, options.limits.maxBytes) : { kind: "known", id };
    };
    return { source: name, wasDead: dead.includes(name), read };
  });
  const telling: Task = { source, wasDead: false, read: async () => ({ kind: "noted", notes }) };
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

/** The newest entries, in the order of the feed; those without a date are older than all others. */
function newest(items: readonly FeedItem[], count: number): readonly FeedItem[] {
  if (items.length <= count) return items;
  const byTime = [...items].sort((a, b) => (b.time ?? -Infinity) - (a.time ?? -Infinity) || 0);
  const chosen = new Set(byTime.slice(0, count));
  return items.filter((item) => chosen.has(item));
}

/** The article of a feed entry: from its page, unless the feed prints more of it or the page cannot be read. */
async function readItem({ draft, isWhole }: FeedItem, downloader: Downloader, maxBytes: number): Promise<Reading> {
  try {
    if (draft.url === null) throw new SourceError("is an entry without an address and without its whole text");
    const read = await readSource(draft.url, downloader, maxBytes);
    if (read.kind === "unchanged" || read.document.kind === "feed")
      throw new SourceError("is an entry that leads to another feed");
    const { draft: page, notes } = read.document;
    const isFromFeed = isWhole && draft.body.length > page.body.length;
    const body = isFromFeed ? draft.body : page.body;
    return { kind: "found", draft: { ...fillIn(page, draft), body }, notes: isFromFeed ? [] : notes };
  } catch (error) {
    if (isWhole) return { kind: "found", draft, notes: [] };
    throw error;
  }
}
