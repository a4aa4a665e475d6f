import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { replaceFile } from "../state/replace-file.ts";
import type { Version } from "./download.ts";

/** What is remembered of a feed from one run to the next. */
export interface KnownFeed {
  /** The version all of whose entries were dealt with; `null` where some have to be tried again. */
  readonly version: Version | null;
  /** Addresses of entries that gave no article, and of which that was told. */
  readonly dead: readonly string[];
  /** How the last reading on a schedule went; `null` where there was none. */
  readonly run: FeedRun | null;
}

/** One reading of a feed on a schedule; times are ISO. */
export interface FeedRun {
  readonly at: string;
  /** When it is read again, at the earliest. */
  readonly next: string;
  readonly added: number;
  /** How many readings in a row have failed. */
  readonly failures: number;
  /** Why it could not be read; `null` where it could. */
  readonly why: string | null;
}

/** The feeds that were added to a corpus, by their address. */
export interface FeedMemory {
  of(address: string): KnownFeed | null;
  /** What is not given stays as it was. */
  remember(address: string, news: Partial<KnownFeed>): Promise<void>;
}

const UNKNOWN: KnownFeed = { version: null, dead: [], run: null };

/**
 * Opens the memory in `feeds.json` of a corpus folder; a dry run reads it and writes nothing. Whoever deletes the file has every
 * feed read anew: what is in it only spares requests and repetitions.
 */
export async function openFeedMemory(corpusDir: string, dryRun: boolean): Promise<FeedMemory> {
  const file = join(corpusDir, "feeds.json");
  const feeds = new Map(await readFeeds(file));
  return {
    of: (address) => feeds.get(address) ?? null,
    async remember(address, news) {
      const feed = { ...(feeds.get(address) ?? UNKNOWN), ...news };
      const isNews = JSON.stringify(feeds.get(address)) !== JSON.stringify(feed);
      feeds.set(address, feed);
      if (isNews && !dryRun) await replaceFile(file, `${JSON.stringify(Object.fromEntries(feeds), null, 2)}\n`);
    },
  };
}

async function readFeeds(file: string): Promise<readonly (readonly [string, KnownFeed])[]> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  return Object.entries(v.parse(FILE, text));
}

const TEXT = v.fallback(v.nullable(v.string()), null);
const TIME = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);
const COUNT = v.fallback(v.number(), 0);
const FEED = v.object({
  version: v.fallback(
    v.nullable(
      v.pipe(
        v.object({ etag: TEXT, lastModified: TEXT }),
        v.check(({ etag, lastModified }) => etag !== null || lastModified !== null),
      ),
    ),
    null,
  ),
  dead: v.fallback(v.array(v.string()), []),
  run: v.fallback(v.nullable(v.object({ at: TIME, next: TIME, added: COUNT, failures: COUNT, why: TEXT })), null),
});
/** What cannot be read of it counts as unknown. */
const FILE = v.fallback(v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.fallback(FEED, UNKNOWN))), {});
