import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import { withoutCredentials } from "../add/credentials.ts";
import { type FeedRun, openFeedMemory } from "../add/feed-memory.ts";
import { type Check, failed, passed, skipped } from "../diagnosis.ts";
import type { FeedsConfig } from "./feeds-config.ts";

/** A feed of the configuration, without its password, and its last reading. */
export interface FeedStatus {
  readonly feed: string;
  readonly run: FeedRun | null;
}

/** How the feeds fared the last time, whoever read them. */
export async function readFeedStatus(feeds: FeedsConfig | null, corpusDir: string): Promise<readonly FeedStatus[]> {
  const memory = await openFeedMemory(corpusDir, true);
  const names = (feeds?.addresses ?? []).map(withoutCredentials);
  return names.map((feed) => ({ feed, run: memory.of(feed)?.run ?? null }));
}

/** A feed's last reading in words. */
export function describeRun(run: FeedRun | null): string {
  if (run === null) return "not read yet";
  const { at, added, failures, why } = run;
  if (why !== null) return `not read since ${failures} ${failures === 1 ? "try" : "tries"}, the last at ${at}: ${why}`;
  return `read at ${at}, ${added} new`;
}

/** Looks whether new articles can be written, and how each feed fared the last time; nothing is fetched. */
export async function diagnoseFeeds(feeds: FeedsConfig | null, corpusDir: string): Promise<readonly Check[]> {
  if (feeds === null) return [skipped("Feeds", "none is read by itself (FEEDS)")];
  const folder = join(corpusDir, "articles");
  const isWritable = await access(folder, constants.W_OK).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code === "ENOENT",
  );
  if (!isWritable)
    return [failed("Feeds", `${folder} cannot be written`, "Let Talks write there; in compose: ARTICLES_MODE=rw.")];
  return (await readFeedStatus(feeds, corpusDir)).map(({ feed, run }) => {
    const says = `${feed} ${describeRun(run)}`;
    if (run === null) return skipped("Feed", says, "talks start reads it.");
    return run.why === null ? passed("Feed", says) : failed("Feed", says, `talks add ${feed} shows what is wrong.`);
  });
}
