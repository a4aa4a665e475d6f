import { parentPort, workerData } from "node:worker_threads";
import { buildCorpusIndex, type Corpus, packIndex } from "../../src/index.ts";

// Read in a thread of its own, the articles hold up no answer; what it found out comes back as bytes, without a copy.
const corpus: Corpus = workerData;
const bytes = Uint8Array.from(packIndex(buildCorpusIndex(corpus)));
parentPort?.postMessage(bytes, [bytes.buffer]);
