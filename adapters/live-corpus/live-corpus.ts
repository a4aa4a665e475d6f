import {
  type Article,
  type Corpus,
  createEngine,
  type Engine,
  type Fault,
  type LoadedCorpus,
  loadCorpus,
} from "../../src/index.ts";
import type { Log } from "../log.ts";
import { changeBetween, describeChange } from "./corpus-change.ts";
import { fingerprint } from "./fingerprint.ts";
import { keepLastGood } from "./last-good.ts";
import { createFolderReport } from "./report-folder.ts";
import { watchCorpus } from "./watch-corpus.ts";

/** A corpus in service. */
export interface Served {
  readonly corpus: Corpus;
  readonly engine: Engine;
  /** What is wrong in the folder now; the last good version of these files is served, where there was one. */
  readonly faults: readonly Fault[];
}

/** Loads the corpus of a folder, as `loadCorpus` does; `signal` says when nobody waits for it any more. */
export type Load = (dir: string, signal: AbortSignal) => LoadedCorpus | Promise<LoadedCorpus>;

/**
 * Makes the engine over a corpus; `signal` says when nobody waits for it any more. `replace` may be called later with one
 * that knows more of what is served then.
 */
export type Build = (
  corpus: Corpus,
  signal: AbortSignal,
  replace: (engine: Engine) => void,
) => Engine | Promise<Engine>;

/** How a corpus is kept in service. */
export interface LiveCorpusOptions {
  readonly dir: string;
  readonly log: Log;
  /** Loads the folder, here or in another thread. */
  readonly load?: Load;
  /** Builds the engine; here is where an index may come from a snapshot, or from another thread. */
  readonly build?: Build;
  /** Told of the first corpus and of each that takes its place. */
  readonly onServed?: (served: Served) => void;
  /** Told when a changed folder could not be taken into service at all. */
  readonly onFailed?: () => void;
}

/** The corpus of a folder, as it is at any moment. */
export interface LiveCorpus {
  /** The engine over the latest corpus; one that was given out before stays as it was. */
  engine(): Engine;
  /** An article of the latest corpus. */
  article(id: string): Article | undefined;
  close(): Promise<void>;
}

/**
 * Serves the corpus in `dir` and follows its changes: the new engine takes the old one's place in one step, when it is
 * complete. A broken file is logged once and its last good version stays, and what is no article is logged once; a folder of
 * which nothing can be read leaves everything as it was.
 * @throws CorpusError where there is nothing to serve at the start.
 */
export async function createLiveCorpus(options: LiveCorpusOptions): Promise<LiveCorpus> {
  const {
    dir,
    log,
    load = (folder) => loadCorpus(folder),
    build = (corpus) => createEngine(corpus),
    onServed = () => {},
    onFailed = () => {},
  } = options;
  const closing = new AbortController();
  const report = createFolderReport(log);
  const seen = await fingerprint(dir);
  const { corpus, faults, passedOver } = await load(dir, closing.signal);
  report({ faults, passedOver });
  const replace = (engine: Engine) => {
    served = { ...served, engine };
  };
  let served: Served = { corpus, faults, engine: await build(corpus, closing.signal, replace) };
  onServed(served);

  const serveAnew = async () => {
    const before = served;
    try {
      const loaded = await load(dir, closing.signal);
      report(loaded);
      const corpus = keepLastGood(before.corpus, loaded);
      served = { corpus, faults: loaded.faults, engine: await build(corpus, closing.signal, replace) };
      const change = describeChange(changeBetween(before.corpus, corpus));
      log.info("The corpus was read anew.", { articles: corpus.articles.length, ...change });
      onServed(served);
    } catch (error) {
      if (closing.signal.aborted) return;
      log.error("The changed corpus cannot be served; the one before it stays in service.", { error });
      onFailed();
    }
  };
  const watch = watchCorpus(dir, seen, serveAnew);
  return {
    engine: () => served.engine,
    article: (id) => served.corpus.articles.find((article) => article.id === id),
    close() {
      closing.abort();
      return watch.close();
    },
  };
}
