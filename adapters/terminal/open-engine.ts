import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import {
  buildCorpusIndex,
  type Corpus,
  createEngineOver,
  createMeaning,
  describeFault,
  type Engine,
  loadCorpus,
  type MemoryIndex,
  packIndex,
} from "../../src/index.ts";
import { createLocalEncoder } from "../encoder/encoder.ts";
import { SHIPPED_VECTORS } from "../encoder/vector-file.ts";
import { textLength } from "../live-corpus/corpus-change.ts";
import { createSnapshotFile, type SnapshotFile } from "../live-corpus/snapshot-file.ts";
import type { Log } from "../log.ts";
import { printable } from "./printable.ts";

/** So many characters are worth a file: less is read nearly as fast as a snapshot of it is found. */
const WORTH_KEEPING = 10_000;

/** What an engine is opened for. */
export type EngineUse = "one question" | "a batch" | "a conversation";

const say = (message: string) => void process.stderr.write(`talks: ${message}\n`);
/** Whoever asks once hears why they wait, and those who ask on, what they miss. */
const HINTS: Log = { info: say, warn: () => {}, error: () => {} };
const WARNINGS: Log = { info: () => {}, warn: say, error: say };

/**
 * The engine over a corpus folder; what could not be read is told on standard error, and the rest is served.
 * @param cacheDir where the index, unless it is of little text, and vectors are kept for the next command; `null` for nowhere.
 */
export async function openEngine(dir: string, cacheDir: string | null, use: EngineUse): Promise<Engine> {
  const { corpus, faults } = loadCorpus(dir);
  for (const fault of faults) process.stderr.write(`talks: left out: ${printable(describeFault(fault))}\n`);
  const base =
    cacheDir === null ? null : join(cacheDir, createHash("sha256").update(resolve(dir)).digest("hex").slice(0, 16));
  const encoder = createLocalEncoder({
    files: { shipped: SHIPPED_VECTORS, own: base && `${base}.vectors` },
    make: use === "one question" ? "asked" : "ahead",
    log: use === "one question" ? HINTS : WARNINGS,
  });
  const index = await indexOf(corpus, base && `${base}.index`);
  const engine = createEngineOver(index, { meaning: createMeaning(index, encoder) });
  // Programs get the same answers again only where all passages are compared from the first question on.
  if (use === "a batch") await encoder.settled();
  return engine;
}

async function indexOf(corpus: Corpus, path: string | null): Promise<MemoryIndex> {
  if (path === null || textLength(corpus) < WORTH_KEEPING) return buildCorpusIndex(corpus);
  const snapshot = createSnapshotFile(path);
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
