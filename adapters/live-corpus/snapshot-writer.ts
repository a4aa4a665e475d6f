import type { Corpus } from "../../src/index.ts";
import type { Log } from "../log.ts";
import type { SnapshotFile } from "./snapshot-file.ts";

/** Writes snapshots behind the answers' back; a disk that takes none is logged once, and costs the next start its time. */
export interface SnapshotWriter {
  write(corpus: Corpus, bytes: Uint8Array): void;
  /** Resolves once nothing is being written. */
  settled(): Promise<void>;
}

/** Writes one snapshot after the other; those that are no longer the latest when their turn comes are left out. */
export function createSnapshotWriter(snapshot: SnapshotFile, log: Log): SnapshotWriter {
  let latest: (() => Promise<void>) | null = null;
  let isReported = false;
  let tail = Promise.resolve();

  const writeLatest = async () => {
    const write = latest;
    latest = null;
    try {
      await write?.();
      isReported = false;
    } catch (error) {
      const what = `The snapshot of the index cannot be written to ${snapshot.path}; the next start will read the articles.`;
      if (!isReported) log.warn(what, { error });
      isReported = true;
    }
  };
  return {
    write(corpus, bytes) {
      latest = () => snapshot.write(corpus, bytes);
      tail = tail.then(writeLatest);
    },
    settled: () => tail,
  };
}
