import { setTimeout as pause } from "node:timers/promises";
import { type Article, createEngineOver, type Engine, type Vector } from "../../src/index.ts";
import type { Log } from "../log.ts";
import { OperatorError } from "../operator-error.ts";
import { createArchiveIndex } from "./archive-index.ts";
import { createArchiveMeaning } from "./archive-meaning.ts";
import type { Archive } from "./client.ts";
import { createStore, explainLayout, type ReadCurrent } from "./store.ts";
import { type DatedView, readView } from "./view.ts";

/** Who is told of an archive that is followed. */
export interface ArchiveFollower {
  readonly log: Log;
  /** Makes the vectors of questions; without it words alone decide. */
  readonly encode?: EncodeQuestion;
  /** Told of each view that is taken into service. */
  readonly onServed?: (view: DatedView) => void;
  /** Told whether the archive can be reached, each time that changes. */
  readonly onReached?: (isReached: boolean) => void;
}

/** Makes the vector of a question; `null` where there is no encoder. */
export type EncodeQuestion = (question: string) => Promise<Vector | null>;

/** The archive as it is at any moment. */
export interface LiveArchive {
  /** The engine over the latest view; one that was given out before stays as it was, as long as its generation is kept. */
  engine(): Engine;
  /** An article, as it was kept last. */
  article(id: string): Promise<Article | undefined>;
  close(): Promise<void>;
}

/** What changes is seen after so long. */
const LOOK_EVERY_MS = 400;
/** Who starts while the archive cannot be reached, or is not there yet, looks again after so long. */
const WAIT_MS = 2_000;

/** The engine over an archive as it is now, for one who asks and goes. @throws OperatorError where it cannot be had. */
export async function openArchiveEngine(archive: Archive, encode?: EncodeQuestion): Promise<Engine> {
  return engineOver(archive, await readArchive(archive), encode);
}

function engineOver(archive: Archive, view: DatedView, encode: EncodeQuestion | undefined): Engine {
  const meaning = encode ? createArchiveMeaning(archive, view, encode) : null;
  return createEngineOver(createArchiveIndex(archive, view), { meaning });
}

/** What an archive holds now. @throws OperatorError where it cannot be had. */
export async function readArchive(archive: Archive): Promise<DatedView> {
  const store = createStore(archive);
  return readView(store, sound(await store.current()).current, null);
}

/** Serves an archive and follows its changes; every engine is of one generation and revision. Waits until there is one. */
export async function followArchive(archive: Archive, follower: ArchiveFollower): Promise<LiveArchive> {
  const { log, encode, onServed = () => {}, onReached = () => {} } = follower;
  const closing = new AbortController();
  const store = createStore(archive);
  let view: DatedView | null = null;
  let engine: Engine | null = null;
  let isReached = true;

  const look = async () => {
    const { current } = sound(await store.current());
    if (view && view.generation === current.generation && view.revision === current.revision) return;
    const latest = await readView(store, current, view);
    view = latest;
    engine = engineOver(archive, latest, encode);
    log.info("The archive is served.", { generation: latest.generation, revision: latest.revision });
    onServed(latest);
  };
  const lookPatiently = async () => {
    try {
      await look();
      if (!isReached) log.info("The archive is reached again.");
      if (!isReached) onReached(true);
      isReached = true;
    } catch (error) {
      if (closing.signal.aborted) return;
      if (isReached) log.error("The archive cannot be read; it is tried again and again.", { error });
      if (isReached) onReached(false);
      isReached = false;
    }
  };
  const rest = (ms: number) => pause(ms, undefined, { signal: closing.signal }).catch(() => {});
  for (await lookPatiently(); engine === null; await lookPatiently()) await rest(WAIT_MS);
  const following = (async () => {
    while (!closing.signal.aborted) {
      await rest(LOOK_EVERY_MS);
      if (!closing.signal.aborted) await lookPatiently();
    }
  })();
  let latest: Engine = engine;
  return {
    engine() {
      latest = engine ?? latest;
      return latest;
    },
    article: store.article,
    async close() {
      closing.abort();
      await following;
      await archive.close();
    },
  };
}

function sound(found: ReadCurrent | null): ReadCurrent {
  const fault = found ? explainLayout(found.current) : "The archive holds nothing yet. Run `talks index`: it fills it.";
  if (!found || fault !== null) throw new OperatorError(fault ?? "");
  return found;
}
