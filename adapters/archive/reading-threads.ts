import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Article, FoundNames, ReadingMeans, StoryNames, Tallied } from "../../src/index.ts";

/** What a thread does with some articles. */
export type ReadingTask =
  | { readonly kind: "names"; readonly articles: readonly Article[] }
  | { readonly kind: "confirm"; readonly articles: readonly Article[]; readonly found: Unconfirmed }
  | { readonly kind: "begin"; readonly means: ReadingMeans }
  | { readonly kind: "read"; readonly articles: readonly Article[] };

type Unconfirmed = Pick<FoundNames, "unconfirmed" | "allCount">;

/** Threads that read articles. */
export interface ReadingThreads {
  /** So many tasks keep them all busy. */
  readonly tasksAtOnce: number;
  names(articles: readonly Article[]): Promise<readonly StoryNames[]>;
  /** Which labels some articles confirm. */
  confirmed(articles: readonly Article[], found: Unconfirmed): Promise<readonly string[]>;
  /** Tells all of them what the articles are read by. */
  begin(means: ReadingMeans): Promise<void>;
  read(articles: readonly Article[]): Promise<readonly Tallied[]>;
  close(): Promise<void>;
}

/** reading-thread.ts, as it is built beside the program. */
const THREAD = new URL("./reading-thread.cjs", import.meta.url);
/** More would wait for the one that writes what they have read. */
const MOST_THREADS = 4;

/** Few are read by one before another has started. */
const ARTICLES_OF_A_THREAD = 500;

/** Starts a thread for each processor, or fewer for few articles. */
export function createReadingThreads(articles: number): ReadingThreads {
  const length = Math.min(availableParallelism(), MOST_THREADS, Math.ceil(articles / ARTICLES_OF_A_THREAD));
  const threads = Array.from({ length }, () => {
    const worker = new Worker(THREAD);
    return { worker, last: Promise.resolve<unknown>(undefined) };
  });
  let turn = 0;
  /** One task after the other in each. */
  const giveTo = (thread: (typeof threads)[number] | undefined, task: ReadingTask): Promise<unknown> => {
    if (!thread) throw new RangeError("there is no thread");
    const result = thread.last.then(async () => {
      thread.worker.postMessage(task);
      const [message] = await once(thread.worker, "message");
      return message;
    });
    thread.last = result.catch(() => {});
    return result;
  };
  // What the thread answers is of the kind that was asked for.
  const give = (task: ReadingTask) => giveTo(threads[turn++ % threads.length], task);
  return {
    tasksAtOnce: 2 * threads.length,
    names: async (articles) => (await give({ kind: "names", articles })) as readonly StoryNames[],
    confirmed: async (articles, found) => (await give({ kind: "confirm", articles, found })) as readonly string[],
    async begin(means) {
      await Promise.all(threads.map((thread) => giveTo(thread, { kind: "begin", means })));
    },
    read: async (articles) => (await give({ kind: "read", articles })) as readonly Tallied[],
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
