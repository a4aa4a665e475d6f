import { parentPort, workerData } from "node:worker_threads";
import { buildCorpusIndex, CorpusError, loadCorpus, packIndex } from "../../src/index.ts";
import type { ThreadResult, ThreadTask } from "./folder-reader.ts";

// Read in a thread of its own, the articles hold up no answer; what it found out comes back as bytes, without a copy.
const task: ThreadTask = workerData;
const result = run(task);
parentPort?.postMessage(result, result.kind === "packed" ? [result.bytes.buffer] : []);

function run(task: ThreadTask): ThreadResult {
  if (task.kind === "index")
    return { kind: "packed", bytes: Uint8Array.from(packIndex(buildCorpusIndex(task.corpus))) };
  try {
    return { kind: "loaded", loaded: loadCorpus(task.dir) };
  } catch (error) {
    // Its class would be lost on the way.
    if (error instanceof CorpusError) return { kind: "nothing", message: error.message };
    throw error;
  }
}
