import { createHash } from "node:crypto";
import { access, constants, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { withoutCredentials } from "../add/credentials.ts";
import { type FeedRun, openFeedMemory } from "../add/feed-memory.ts";
import type { State } from "../conversation/state.ts";
import type { Log } from "../log.ts";
import type { FeedsConfig } from "./feeds-config.ts";
import { type FeedReading, readFeedApart } from "./read-feed-apart.ts";

/** What reading feeds needs. */
export interface FeedScheduleOptions {
  readonly feeds: FeedsConfig;
  readonly corpusDir: string;
  /** Whether the first round reads all feeds, however lately they were read: nothing is there to be served without them. */
  readonly isUrgent: boolean;
  /** Where processes that share it agree on who reads a feed. */
  readonly state: Pick<State, "claim" | "delete">;
  readonly log: Log;
  /** Told after each reading; `feed` is an address without its password. */
  readonly onRun: (feed: string, run: FeedRun) => void;
}

/** Feeds that are read again and again. */
export interface FeedSchedule {
  /** Resolves once every feed that was due at the start has been read. */
  readonly firstRound: Promise<void>;
  /** Ends what is under way; what was not added yet is added by the next reading. */
  close(): Promise<void>;
}

/** Another process may have read a feed meanwhile. */
const LOOK_EVERY_MS = 30_000;
/** Longer than reading a feed takes; after a crash another process waits so long. */
const TURN_MS = 10 * 60_000;
/** A feed that cannot be read is tried ever more seldom, at last once a day. */
const MOST_PAUSE_MS = 86_400_000;
/** Of many servers and many feeds not all are to be busy at the full hour. */
const JITTER = 0.1;
const MOST_TOLD = 5;

/** Reads each feed at once, unless an earlier process has lately, and then every so often; one at a time. */
export function startFeeds(options: FeedScheduleOptions): FeedSchedule {
  const closing = new AbortController();
  const { signal } = closing;
  const reader = createReader(options, signal);

  const round = async (takesAll: boolean): Promise<number> => {
    let next = Date.now() + LOOK_EVERY_MS;
    for (const address of options.feeds.addresses)
      if (!signal.aborted) next = Math.min(next, await reader.readIfDue(address, takesAll));
    return next;
  };
  const keepReading = async (firstRoundIsOver: () => void): Promise<void> => {
    for (let takesAll = options.isUrgent; !signal.aborted; takesAll = false) {
      const next = await round(takesAll).catch((error: unknown) => {
        if (!signal.aborted) options.log.warn("The feeds cannot be read now.", { error });
        return Date.now() + LOOK_EVERY_MS;
      });
      firstRoundIsOver();
      await wait(Math.max(1_000, next - Date.now()), undefined, { signal, ref: false }).catch(() => {});
    }
  };
  let running = Promise.resolve();
  const firstRound = new Promise<void>((resolve) => {
    running = keepReading(resolve);
  });
  return {
    firstRound,
    close() {
      closing.abort();
      return running;
    },
  };
}

interface Reader {
  /** Reads a feed whose time has come; resolves with when it comes again, in milliseconds since 1970. */
  readIfDue(address: string, isDueNow: boolean): Promise<number>;
}

function createReader({ feeds, corpusDir, state, log, onRun }: FeedScheduleOptions, signal: AbortSignal): Reader {
  // A corpus that cannot be written remembers nothing.
  const runs = new Map<string, FeedRun>();

  const lastRun = async (feed: string): Promise<FeedRun | null> => {
    const kept = (await openFeedMemory(corpusDir, false)).of(feed)?.run ?? null;
    const own = runs.get(feed) ?? null;
    return kept !== null && (own === null || kept.at > own.at) ? kept : own;
  };
  /** A shorter time that is set meanwhile holds at once. */
  const dueAt = (run: FeedRun | null): number =>
    run === null
      ? 0
      : Math.min(Date.parse(run.next), Date.parse(run.at) + (1 + JITTER) * pauseMs(run.failures, feeds.everyMs));
  const readNow = async (address: string, feed: string, before: FeedRun | null): Promise<void> => {
    const reading = await read({ address, corpusDir, allowPrivate: feeds.allowPrivate }, signal);
    if (signal.aborted) return;
    const run = runAfter(reading, before, feeds.everyMs);
    runs.set(feed, run);
    tell(log, feed, reading, before);
    onRun(feed, run);
    // What cannot be written was told as the fault of the reading.
    await (await openFeedMemory(corpusDir, false)).remember(feed, { run }).catch(() => {});
  };
  return {
    async readIfDue(address, isDueNow) {
      const feed = withoutCredentials(address);
      const isDue = (run: FeedRun | null) => isDueNow || dueAt(run) <= Date.now();
      const key = `feed:${createHash("sha256").update(feed).digest("hex").slice(0, 16)}`;
      if (isDue(await lastRun(feed)) && (await state.claim(key, TURN_MS)))
        try {
          // Another process may just have done it.
          const before = await lastRun(feed);
          if (isDue(before)) await readNow(address, feed, before);
        } finally {
          await state.delete(key);
        }
      return dueAt(await lastRun(feed));
    },
  };
}

async function read(task: Parameters<typeof readFeedApart>[0], signal: AbortSignal): Promise<FeedReading> {
  const folder = join(task.corpusDir, "articles");
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return await readFeedApart(task, signal);
  } catch (error) {
    return { added: 0, failed: [], why: error instanceof Error ? error.message : String(error) };
  }
}

/** What is remembered of a reading, with the time of the next one. */
function runAfter({ added, why }: FeedReading, before: FeedRun | null, everyMs: number): FeedRun {
  const failures = why === null ? 0 : (before?.failures ?? 0) + 1;
  const now = Date.now();
  const next = now + pauseMs(failures, everyMs) * (1 - JITTER + 2 * JITTER * Math.random());
  return { at: new Date(now).toISOString(), next: new Date(next).toISOString(), added, failures, why };
}

function pauseMs(failures: number, everyMs: number): number {
  return Math.max(everyMs, Math.min(everyMs * 2 ** failures, MOST_PAUSE_MS));
}

/** A feed that stays as it is, well or ill, is no news. */
function tell(log: Log, feed: string, { added, failed, why }: FeedReading, before: FeedRun | null): void {
  const wasIll = (before?.failures ?? 0) > 0;
  if (why !== null && before?.why !== why) log.warn(`The feed ${feed} cannot be read: ${why}. It is tried again.`);
  if (why === null && (wasIll || added > 0 || before === null)) log.info(`The feed ${feed} was read.`, { added });
  for (const entry of failed.slice(0, MOST_TOLD))
    log.warn(`An entry of the feed ${feed} could not be added: ${entry}.`);
  if (failed.length > MOST_TOLD) log.warn(`… and ${failed.length - MOST_TOLD} more entries of ${feed}.`);
}
