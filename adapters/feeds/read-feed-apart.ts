import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** A feed to read, and where its new articles go. */
export interface FeedTask {
  readonly address: string;
  readonly corpusDir: string;
  readonly allowPrivate: boolean;
}

/** What came of it: `why` the feed itself could not be read, `failed` what became of single entries. */
export interface FeedReading {
  readonly added: number;
  readonly failed: readonly string[];
  readonly why: string | null;
}

/** feed-thread.ts, as it is built beside the program. */
const THREAD = new URL("./feed-thread.cjs", import.meta.url);
/** What a feed unfolds to must not end the bot. */
const MOST_MEMORY_MB = 512;

/** Adds what is new in a feed, as `talks add` does, in a thread of its own. Rejects once `signal` says stop. */
export async function readFeedApart(task: FeedTask, signal: AbortSignal): Promise<FeedReading> {
  const thread = new Worker(THREAD, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  try {
    const [reading] = await once(thread, "message", { signal });
    return reading;
  } finally {
    await thread.terminate();
  }
}
