import { type Corpus, createEngine, describeFault, type Engine, type Fault, loadCorpus } from "../../src/index.ts";
import type { Log } from "../log.ts";
import { fingerprint } from "./fingerprint.ts";
import { keepLastGood } from "./last-good.ts";
import { watchCorpus } from "./watch-corpus.ts";

/** A corpus in service. */
export interface Served {
  readonly corpus: Corpus;
  readonly engine: Engine;
  /** What is wrong in the folder now; the last good version of these files is served, where there was one. */
  readonly faults: readonly Fault[];
}

/** Makes the engine over a corpus; `signal` says when nobody waits for it any more. */
export type Build = (corpus: Corpus, signal: AbortSignal) => Engine | Promise<Engine>;

/** How a corpus is kept in service. */
export interface LiveCorpusOptions {
  readonly dir: string;
  readonly log: Log;
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
  close(): Promise<void>;
}

/**
 * Serves the corpus in `dir` and follows its changes: the new engine takes the old one's place in one step, when it is
 * complete. A broken file is logged once and its last good version stays; a folder of which nothing can be read leaves
 * everything as it was.
 * @throws CorpusError where there is nothing to serve at the start.
 */
export async function createLiveCorpus(options: LiveCorpusOptions): Promise<LiveCorpus> {
  const { dir, log, build = createEngine, onServed = () => {}, onFailed = () => {} } = options;
  const closing = new AbortController();
  const seen = await fingerprint(dir);
  const first = loadCorpus(dir);
  let served: Served = { ...first, engine: await build(first.corpus, closing.signal) };
  logFaults(log, [], served.faults);
  onServed(served);

  const serveAnew = async () => {
    const before = served;
    try {
      const loaded = loadCorpus(dir);
      const corpus = keepLastGood(before.corpus, loaded);
      served = { corpus, engine: await build(corpus, closing.signal), faults: loaded.faults };
      logFaults(log, before.faults, served.faults);
      log.info("The corpus was read anew.", describeChange(before.corpus, corpus));
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
    close() {
      closing.abort();
      return watch.close();
    },
  };
}

/** A fault is told when it turns up, and not again with every other change. */
function logFaults(log: Log, before: readonly Fault[], now: readonly Fault[]): void {
  const known = new Set(before.map(describeFault));
  for (const fault of now.map(describeFault)) if (!known.has(fault)) log.warn(`The corpus has a fault: ${fault}`);
}

function describeChange(before: Corpus, after: Corpus): Record<string, number> {
  const bodies = new Map(before.articles.map((article) => [article.id, JSON.stringify(article)]));
  const added = after.articles.filter(({ id }) => !bodies.has(id)).length;
  const changed = after.articles.filter(
    (article) => bodies.has(article.id) && bodies.get(article.id) !== JSON.stringify(article),
  ).length;
  return { articles: after.articles.length, added, changed, removed: bodies.size + added - after.articles.length };
}
