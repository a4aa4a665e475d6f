import { join } from "node:path";
import {
  buildCorpusIndex,
  type Corpus,
  createEngineOver,
  createMeaning,
  type Encoder,
  type Engine,
  type MemoryIndex,
  overlay,
  packIndex,
  readChange,
  unpackIndex,
  type WholeIndex,
} from "../../src/index.ts";
import type { Log } from "../log.ts";
import { changeBetween, textLength } from "./corpus-change.ts";
import { createFolderReader } from "./folder-reader.ts";
import { packInThread } from "./in-thread.ts";
import { createSettling, type Settling } from "./settling.ts";
import { createSnapshotFile, createSnapshotWriter, type SnapshotFile } from "./snapshot-file.ts";

const SNAPSHOT = "index.snapshot";

/** Characters, or bytes of files: reading more, of whatever shape, might keep somebody waiting. */
const MUCH = 100_000;
/** So many changed articles are laid over the index; where there are more, it is made anew. */
const MOST_CHANGED = 25;

/** What engines are given, and how corpora are indexed. */
interface IndexKeeping {
  readonly encoder?: Encoder;
  /** Indexes a corpus where it holds up nobody, and packs the index. */
  readonly pack?: typeof packInThread;
  /** From how many characters on that is worth it. */
  readonly much?: number;
}

interface Kept {
  readonly corpus: Corpus;
  readonly index: WholeIndex;
}

/**
 * Loads and indexes a live corpus, and keeps a snapshot of the latest index in `dir`. The index of the first corpus is taken from it if it is of the same
 * articles, and is made of them where that cannot be, for whatever reason. What is more than little is loaded and indexed
 * in another thread, so that the process answers whatever is in the folder; a small change to it is served at once, and
 * settled in that thread.
 */
export function createIndexKeeper(
  dir: string,
  log: Log,
  { pack = packInThread, much = MUCH, encoder }: IndexKeeping = {},
) {
  const snapshot = createSnapshotFile(join(dir, SNAPSHOT));
  const writer = createSnapshotWriter(snapshot, log);
  let kept: Kept | null = null;
  let settling: Settling | null = null;

  const engineOver = (index: WholeIndex) =>
    createEngineOver(index, { meaning: encoder ? createMeaning(index, encoder) : null });
  const makeIndex = async (corpus: Corpus, signal: AbortSignal): Promise<MemoryIndex> => {
    if (textLength(corpus) > much) {
      const bytes = await pack(corpus, signal);
      writer.write(corpus, bytes);
      return unpackIndex(bytes, corpus);
    }
    const index = buildCorpusIndex(corpus);
    writer.write(corpus, packIndex(index));
    return index;
  };
  const settle = async (signal: AbortSignal, replace: (engine: Engine) => void) => {
    const corpus = kept?.corpus;
    if (!corpus) return;
    const whole = await makeIndex(corpus, signal);
    let [index, of]: [WholeIndex, Corpus] = [whole, corpus];
    // What has changed meanwhile is laid over it; while that is done more may change.
    while (kept && kept.corpus !== of) {
      const latest: Corpus = kept.corpus;
      if (!isSmall(of, latest, much)) return;
      [index, of] = [await withChange(index, of, latest), latest];
    }
    kept = { corpus: of, index };
    replace(engineOver(index));
    log.info("The index has settled.");
  };
  return {
    load: createFolderReader(much),
    build: async (corpus: Corpus, signal: AbortSignal, replace: (engine: Engine) => void): Promise<Engine> => {
      const before = kept;
      if (before && isSmall(before.corpus, corpus, much)) {
        kept = { corpus, index: await withChange(before.index, before.corpus, corpus) };
        settling ??= createSettling(() => settle(signal, replace), signal, log);
        settling.ask();
      } else {
        const stored = !before ? await lookUp(snapshot, corpus, log) : null;
        kept = { corpus, index: stored ?? (await makeIndex(corpus, signal)) };
      }
      return engineOver(kept.index);
    },
    /** Resolves once no snapshot is being written. */
    async close(): Promise<void> {
      await settling?.over();
      await writer.settled();
    },
  };
}

/** Whether a change is read faster than all articles are. */
function isSmall(before: Corpus, after: Corpus, much: number): boolean {
  if (textLength(after) <= much || JSON.stringify(before.glossary) !== JSON.stringify(after.glossary)) return false;
  const { gone, come } = changeBetween(before, after);
  const changed = [...gone, ...come];
  return changed.length <= MOST_CHANGED && textLength({ articles: changed }) <= much;
}

async function withChange(index: WholeIndex, before: Corpus, after: Corpus): Promise<WholeIndex> {
  return overlay(index, await readChange(index, changeBetween(before, after)));
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
