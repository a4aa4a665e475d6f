import { join } from "node:path";
import {
  buildCorpusIndex,
  type Corpus,
  createEngineOver,
  type Encoder,
  loadCorpus,
  type MemoryIndex,
  packIndex,
  unpackIndex,
} from "../../src/index.ts";
import type { Log } from "../log.ts";
import { bytesIn } from "./fingerprint.ts";
import { loadInThread, packInThread } from "./in-thread.ts";
import type { Build, Load } from "./live-corpus.ts";
import { createSnapshotFile, type SnapshotFile } from "./snapshot-file.ts";
import { createSnapshotWriter } from "./snapshot-writer.ts";
import { textLength } from "./text-length.ts";

/** Loads and indexes a live corpus, and keeps a snapshot of the latest index. */
export interface IndexKeeper {
  readonly load: Load;
  readonly build: Build;
  /** Resolves once no snapshot is being written. */
  close(): Promise<void>;
}

const SNAPSHOT = "index.snapshot";

/** Characters, or bytes of files: reading more, of whatever shape, might keep somebody waiting. */
const MUCH = 100_000;

/**
 * Keeps the snapshot in `dir`, or none without it. The index of the first corpus is taken from it if it is of the same
 * articles, and is made of them where that cannot be, for whatever reason. What is more than little is loaded and indexed
 * in another thread, so that the process answers whatever is in the folder.
 */
export function createIndexKeeper(dir: string | null, log: Log, encoder?: Encoder): IndexKeeper {
  const snapshot = dir === null ? null : createSnapshotFile(join(dir, SNAPSHOT));
  const writer = snapshot && createSnapshotWriter(snapshot, log);

  const makeIndex = async (corpus: Corpus, signal: AbortSignal): Promise<MemoryIndex> => {
    if (textLength(corpus) > MUCH) {
      const bytes = await packInThread(corpus, signal);
      writer?.write(corpus, bytes);
      return unpackIndex(bytes, corpus);
    }
    const index = buildCorpusIndex(corpus);
    writer?.write(corpus, packIndex(index));
    return index;
  };
  let isFirst = true;
  return {
    load: async (folder, signal) =>
      (await bytesIn(folder)) > MUCH ? loadInThread(folder, signal) : loadCorpus(folder),
    async build(corpus, signal) {
      const stored = isFirst && snapshot ? await lookUp(snapshot, corpus, log) : null;
      isFirst = false;
      return createEngineOver(stored ?? (await makeIndex(corpus, signal)), { encoder });
    },
    close: async () => writer?.settled(),
  };
}

async function lookUp(snapshot: SnapshotFile, corpus: Corpus, log: Log): Promise<MemoryIndex | null> {
  const found = await snapshot.read(corpus);
  if (found.kind === "read") {
    log.info("The index was read from its snapshot.");
    return found.index;
  }
  const tell = found.kind === "unusable" ? log.warn : log.info;
  tell(`The index was made anew of the articles: the snapshot in ${snapshot.path} ${found.why}.`);
  return null;
}
