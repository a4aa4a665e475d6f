import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Corpus, CorpusError, type LoadedCorpus } from "../../src/index.ts";

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
export async function loadInThread(dir: string, signal: AbortSignal): Promise<LoadedCorpus> {
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
