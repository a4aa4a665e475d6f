import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Corpus } from "../../src/index.ts";

/** index-thread.ts, as it is built beside the program. */
const THREAD = new URL("./index-thread.cjs", import.meta.url);

/** Reads a corpus in a thread of its own, and gives the packed index. Rejects once `signal` says stop. */
export async function packElsewhere(corpus: Corpus, signal: AbortSignal): Promise<Uint8Array> {
  const thread = new Worker(THREAD, { workerData: corpus });
  try {
    const [bytes] = await once(thread, "message", { signal });
    return bytes;
  } finally {
    await thread.terminate();
  }
}
