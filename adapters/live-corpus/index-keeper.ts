import { join } from "node:path";
import {
  buildCorpusIndex,
  type Corpus,
  type CorpusIndex,
  createEngineOver,
  packIndex,
  unpackIndex,
} from "../../src/index.ts";
import type { Log } from "../log.ts";
import type { Build } from "./live-corpus.ts";
import { packElsewhere } from "./pack-elsewhere.ts";
import { createSnapshotFile, type SnapshotFile } from "./snapshot-file.ts";
import { createSnapshotWriter } from "./snapshot-writer.ts";
import { textLength } from "./text-length.ts";

/** Makes the engines of a live corpus, and keeps a snapshot of the latest index. */
export interface IndexKeeper {
  readonly build: Build;
  /** Resolves once no snapshot is being written. */
  close(): Promise<void>;
}

const SNAPSHOT = "index.snapshot";

/** Reading it takes about a second, in which nobody would be answered and no signal heard. */
const MUCH_TEXT = 1_500_000;

/**
 * Keeps the snapshot in `dir`. The index of the first corpus is taken from it if it is of the same articles, and is made of
 * them where that cannot be, for whatever reason. A large corpus is read in another thread.
 */
export function createIndexKeeper(dir: string, log: Log): IndexKeeper {
  const snapshot = createSnapshotFile(join(dir, SNAPSHOT));
  const writer = createSnapshotWriter(snapshot, log);

  const readHere = (corpus: Corpus): CorpusIndex => {
    const index = buildCorpusIndex(corpus);
    writer.write(corpus, packIndex(index));
    return index;
  };
  const readElsewhere = async (corpus: Corpus, signal: AbortSignal): Promise<CorpusIndex> => {
    const bytes = await packElsewhere(corpus, signal);
    writer.write(corpus, bytes);
    return unpackIndex(bytes, corpus);
  };
  let isFirst = true;
  return {
    async build(corpus, signal) {
      const kept = isFirst ? await lookUp(snapshot, corpus, log) : null;
      isFirst = false;
      if (kept) return createEngineOver(kept);
      return createEngineOver(textLength(corpus) > MUCH_TEXT ? await readElsewhere(corpus, signal) : readHere(corpus));
    },
    close: writer.settled,
  };
}

async function lookUp(snapshot: SnapshotFile, corpus: Corpus, log: Log): Promise<CorpusIndex | null> {
  const found = await snapshot.read(corpus);
  if (found.kind === "read") {
    log.info("The index was read from its snapshot.");
    return found.index;
  }
  const tell = found.kind === "unusable" ? log.warn : log.info;
  tell(`The index was made anew of the articles: the snapshot in ${snapshot.path} ${found.why}.`);
  return null;
}
