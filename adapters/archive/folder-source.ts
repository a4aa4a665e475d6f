import { basename } from "node:path";
import { type Article, articleId, describeFault, type LoadedCorpus } from "../../src/index.ts";
import { fingerprint } from "../live-corpus/fingerprint.ts";
import type { Load } from "../live-corpus/live-corpus.ts";
import { watchCorpus } from "../live-corpus/watch-corpus.ts";
import type { Log } from "../log.ts";
import { aborted } from "../process-end.ts";
import { type ArchiveWriter, type Delivery, markOf } from "./writer.ts";

/** A corpus folder whose articles an archive is to hold. */
export interface FolderSource {
  readonly dir: string;
  readonly load: Load;
  readonly writer: ArchiveWriter;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Called after each change that was taken. */
  readonly settle: () => Promise<void>;
}

/** So many articles are kept at a time: where it is killed it goes on behind them. */
const AT_A_TIME = 500;
const GLOSSARY = "glossary.yaml";

/** Brings the archive to what the folder holds; a broken file leaves there what it was. Resolves with how many files are broken. */
export async function takeFolder({ dir, load, writer, signal, log }: FolderSource): Promise<number> {
  const loaded = await load(dir, signal);
  for (const fault of loaded.faults) log.warn(`Left out: ${describeFault(fault)}`);
  const broken = new Set(loaded.faults.map(({ file }) => basename(file)));
  if (!broken.has(GLOSSARY)) await writer.setGlossary(loaded.corpus.glossary);
  for (const delivery of deliveriesOf(loaded, await writer.marks(), broken)) {
    signal.throwIfAborted();
    await writer.take(delivery);
  }
  return broken.size;
}

/** Does so, and again whenever the folder changes, until `signal` says stop. */
export async function followFolder(source: FolderSource): Promise<number> {
  const { dir, signal, log, settle } = source;
  // Before it is read: what changes meanwhile is seen.
  const seen = await fingerprint(dir);
  let broken = await takeFolder(source);
  await settle();
  const watch = watchCorpus(dir, seen, async () => {
    try {
      broken = await takeFolder(source);
    } catch (error) {
      if (!signal.aborted)
        log.error("The changed folder could not be taken; it is tried again after the next change.", { error });
    }
    await settle();
  });
  await aborted(signal);
  await watch.close();
  return broken;
}

function deliveriesOf(
  { corpus }: LoadedCorpus,
  marks: ReadonlyMap<string, string>,
  broken: ReadonlySet<string>,
): Delivery[] {
  const kept = new Set([...corpus.articles.map(({ id }) => id), ...[...broken].map(articleId)]);
  const come = corpus.articles.filter((article) => marks.get(article.id) !== markOf(article));
  const gone = [...marks.keys()].filter((id) => !kept.has(id));
  const deliveries: Delivery[] = gone.length > 0 ? [{ come: [], gone }] : [];
  const add = (articles: readonly Article[]) => deliveries.push({ come: articles, gone: [] });
  for (let at = 0; at < come.length; at += AT_A_TIME) add(come.slice(at, at + AT_A_TIME));
  return deliveries;
}
