import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import {
  buildCorpusIndex,
  type Corpus,
  type CorpusIndex,
  createEngineOver,
  describeFault,
  type Engine,
  loadCorpus,
  packIndex,
} from "../../src/index.ts";
import { createSnapshotFile } from "../live-corpus/snapshot-file.ts";
import { textLength } from "../live-corpus/text-length.ts";
import { printable } from "./printable.ts";

/** Less text is read nearly as fast as a snapshot of it is found. */
const MUCH_TEXT = 10_000;

/**
 * The engine over a corpus folder; what could not be read is told on standard error, and the rest is served.
 * @param cacheDir where the index is kept for the next command, unless it is of little text; `null` for nowhere.
 */
export async function openEngine(dir: string, cacheDir: string | null): Promise<Engine> {
  const { corpus, faults } = loadCorpus(dir);
  for (const fault of faults) process.stderr.write(`talks: left out: ${printable(describeFault(fault))}\n`);
  if (cacheDir === null || textLength(corpus) < MUCH_TEXT) return createEngineOver(buildCorpusIndex(corpus));
  return createEngineOver(await indexFrom(cacheDir, dir, corpus));
}

async function indexFrom(cacheDir: string, dir: string, corpus: Corpus): Promise<CorpusIndex> {
  const name = createHash("sha256").update(resolve(dir)).digest("hex").slice(0, 16);
  const snapshot = createSnapshotFile(join(cacheDir, `${name}.index`));
  const found = await snapshot.read(corpus);
  if (found.kind === "read") return found.index;
  const index = buildCorpusIndex(corpus);
  // Whoever asked waits for the answer, not for this. A cache that takes nothing costs the next command its time, and
  // nobody needs to hear of it.
  setImmediate(() => void snapshot.write(corpus, packIndex(index)).catch(() => {}));
  return index;
}
