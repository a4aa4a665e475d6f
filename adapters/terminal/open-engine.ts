import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import {
  buildCorpusIndex,
  type Corpus,
  createEngineOver,
  describeFault,
  type Engine,
  loadCorpus,
  type MemoryIndex,
  packIndex,
} from "../../src/index.ts";
import { createSnapshotFile, type SnapshotFile } from "../live-corpus/snapshot-file.ts";
import { textLength } from "../live-corpus/text-length.ts";
import { printable } from "./printable.ts";

/** So many characters are worth a file: less is read nearly as fast as a snapshot of it is found. */
const WORTH_KEEPING = 10_000;

/**
 * The engine over a corpus folder; what could not be read is told on standard error, and the rest is served.
 * @param cacheDir where the index is kept for the next command, unless it is of little text; `null` for nowhere.
 */
export async function openEngine(dir: string, cacheDir: string | null): Promise<Engine> {
  const { corpus, faults } = loadCorpus(dir);
  for (const fault of faults) process.stderr.write(`talks: left out: ${printable(describeFault(fault))}\n`);
  return createEngineOver(await indexOf(corpus, resolve(dir), cacheDir));
}

async function indexOf(corpus: Corpus, dir: string, cacheDir: string | null): Promise<MemoryIndex> {
  if (cacheDir === null || textLength(corpus) < WORTH_KEEPING) return buildCorpusIndex(corpus);
  const name = createHash("sha256").update(dir).digest("hex").slice(0, 16);
  const snapshot = createSnapshotFile(join(cacheDir, `${name}.index`));
  const kept = await snapshot.read(corpus);
  if (kept.kind === "read") return kept.index;
  const index = buildCorpusIndex(corpus);
  // Whoever asked waits for the answer, not for this.
  setImmediate(() => void keep(snapshot, corpus, index));
  return index;
}

async function keep(snapshot: SnapshotFile, corpus: Corpus, index: MemoryIndex): Promise<void> {
  try {
    await snapshot.write(corpus, packIndex(index));
  } catch {
    // A cache that takes nothing costs the next command its time, and nobody needs to hear of it.
  }
}
