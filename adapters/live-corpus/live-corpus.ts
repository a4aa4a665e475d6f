import { basename } from "node:path";
import {
  type Article,
  articleId,
  type Corpus,
  createEngine,
  describeFault,
  type Engine,
  type Fault,
  type LoadedCorpus,
  loadCorpus,
} from "../../src/index.ts";
import type { Log } from "../log.ts";
import { changeBetween, describeChange } from "./corpus-change.ts";
import { fingerprint } from "./fingerprint.ts";
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

const GLOSSARY = "glossary.yaml";

/**
 * The corpus that is served after a change: what could be read now, and for every file that is broken now the version
 * of it that was in service. A file that is gone is gone.
 */
function keepLastGood(before: Corpus, { corpus, faults }: LoadedCorpus): Corpus {
  const broken = new Set(faults.map(({ file }) => basename(file)));
  const brokenIds = new Set([...broken].map(articleId));
  for (const { id } of corpus.articles) brokenIds.delete(id);
  const kept = before.articles.filter(({ id }) => brokenIds.has(id));
  const glossary = broken.has(GLOSSARY) ? before.glossary : corpus.glossary;
  return { articles: [...corpus.articles, ...kept].sort(byId), glossary };
}

function byId(a: Article, b: Article): number {
  return a.id < b.id ? -1 : 1;
}

/** Of more than so many at a time, only how many there are. */
const MOST_LINES = 20;

/**
 * @returns what tells an operator of the faults of a folder and of what is passed over in it: each when it turns up, and not
 * again with every other change.
 */
function createFolderReport(log: Log): (found: Pick<LoadedCorpus, "faults" | "passedOver">) => void {
  let faultsTold: ReadonlySet<string> = new Set();
  let othersTold: ReadonlySet<string> = new Set();

  const tell = (say: (line: string) => void, lines: readonly string[], known: ReadonlySet<string>) => {
    const fresh = lines.filter((line) => !known.has(line));
    for (const line of fresh.slice(0, MOST_LINES)) say(line);
    if (fresh.length > MOST_LINES) say(`… and ${fresh.length - MOST_LINES} more; \`talks check\` names them all.`);
    return new Set(lines);
  };
  return ({ faults, passedOver }) => {
    faultsTold = tell(
      log.warn,
      faults.map((fault) => `The corpus has a fault: ${describeFault(fault)}`),
      faultsTold,
    );
    othersTold = tell(
      log.info,
      passedOver.map(({ file, reason }) => `Passed over in the corpus: ${file}: ${reason}.`),
      othersTold,
    );
  };
}
