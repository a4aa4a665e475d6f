import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Corpus, CorpusError, LIMITS, type LoadedCorpus, loadCorpus } from "../../src/index.ts";
import { type FileMark, marksIn } from "./fingerprint.ts";
import type { Load } from "./live-corpus.ts";

/**
 * @returns what reads a folder again and again, and of its files only those that have changed.
 * @param much so many bytes are read in another thread.
 */
export function createFolderReader(much: number): Load {
  let last: { readonly marks: ReadonlyMap<string, FileMark>; readonly loaded: LoadedCorpus } | null = null;
  return async (dir, signal) => {
    // Before they are read: what changes in between is seen the next time.
    const marks = await marksIn(dir);
    const before = last;
    const isKept = (file: string) => before?.marks.get(file)?.mark === marks.get(file)?.mark;
    const toRead = [...marks].reduce((sum, [file, { bytes }]) => sum + (isKept(file) ? 0 : bytes), 0);
    const known = new Map(before?.loaded.corpus.articles.map((article) => [article.id, article]));
    const article = (id: string, file: string) => (marks.has(file) && isKept(file) && known.get(id)) || null;
    const loaded = toRead > much ? await loadInThread(dir, signal) : loadCorpus(dir, LIMITS, { article });
    last = { marks, loaded };
    return loaded;
  };
}

/** What is done in a thread of its own. */
export type ThreadTask =
  | { readonly kind: "load"; readonly dir: string }
  | { readonly kind: "index"; readonly corpus: Corpus };

/** What came of it; `nothing` is what a CorpusError says. */
export type ThreadResult =
  | { readonly kind: "loaded"; readonly loaded: LoadedCorpus }
  | { readonly kind: "nothing"; readonly message: string }
  | { readonly kind: "packed"; readonly bytes: Uint8Array<ArrayBuffer> };

/** index-thread.ts, as it is built beside the program. */
const THREAD = new URL("./index-thread.cjs", import.meta.url);

/**
 * Loads a corpus folder in a thread of its own. Rejects once `signal` says stop.
 * @throws CorpusError as `loadCorpus` does.
 */
async function loadInThread(dir: string, signal: AbortSignal): Promise<LoadedCorpus> {
  const result = await run({ kind: "load", dir }, signal);
  if (result.kind === "loaded") return result.loaded;
  throw result.kind === "nothing" ? new CorpusError(result.message) : new Error(`unexpected result: ${result.kind}`);
}

/** Indexes a corpus in a thread of its own, and gives the packed index. Rejects once `signal` says stop. */
export async function packInThread(corpus: Corpus, signal: AbortSignal): Promise<Uint8Array> {
  const result = await run({ kind: "index", corpus }, signal);
  if (result.kind === "packed") return result.bytes;
  throw new Error(`unexpected result: ${result.kind}`);
}

async function run(task: ThreadTask, signal: AbortSignal): Promise<ThreadResult> {
  const thread = new Worker(THREAD, { workerData: task });
  try {
    const [result] = await once(thread, "message", { signal });
    return result;
  } finally {
    await thread.terminate();
  }
}
