import { parentPort, workerData } from "node:worker_threads";
import { addArticles } from "../add/add-articles.ts";
import { withoutCredentials } from "../add/credentials.ts";
import { DEFAULT_LIMITS } from "../add/download.ts";
import { isAnyAddress } from "../add/public-address.ts";
import { reasonOf } from "../add/source-error.ts";
import type { AddResult } from "../add/tasks.ts";
import type { FeedReading, FeedTask } from "./read-feed-apart.ts";

// Read in a thread of its own, no page holds up an answer, whatever is in it.
const task: FeedTask = workerData;
read(task).then(
  (reading) => parentPort?.postMessage(reading),
  (error: unknown) => parentPort?.postMessage({ added: 0, failed: [], why: reasonOf(error) } satisfies FeedReading),
);

async function read({ address, corpusDir, allowPrivate }: FeedTask): Promise<FeedReading> {
  const results = await addArticles([address], {
    corpusDir,
    limits: { ...DEFAULT_LIMITS, ...(allowPrivate && { mayConnect: isAnyAddress }) },
  });
  const ofFeed = results.find(({ source }) => source === withoutCredentials(address));
  return {
    added: results.filter(({ kind }) => kind === "added").length,
    failed: results.flatMap((result) =>
      result.kind === "failed" && result !== ofFeed ? [`${result.source}: ${result.reason}`] : [],
    ),
    why: ofFeed === undefined ? null : faultOf(ofFeed),
  };
}

/** What is wrong with a feed itself: its entries are results of their own. */
function faultOf(result: AddResult): string | null {
  if (result.kind === "failed") return result.reason;
  return result.kind === "added" || result.kind === "known" ? "is an article, not a feed" : null;
}
