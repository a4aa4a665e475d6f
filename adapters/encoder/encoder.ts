import type { PassageTexts, PassageVectors, Vector } from "../../src/index.ts";
import type { Log } from "../log.ts";
import { type CorpusRows, nearestAmong, placeCorpus } from "./corpus-rows.ts";
import { createEncoderThread, describeWay } from "./in-thread.ts";
import { rememberQuestions } from "./question-encoder.ts";
import type { ToThread } from "./thread.ts";
import { createVectorStore, type VectorFiles } from "./vector-store.ts";

/** How an encoder goes about its work. */
export interface EncoderOptions {
  readonly files: VectorFiles;
  /**
   * When vectors that are not there are made. `ahead`: behind the answers' back, and no question waits for them. `asked`:
   * all of them before the first question that needs them, which waits; where they are too many for that, words alone decide.
   * What is found may not depend on what was asked before.
   */
  readonly make: "ahead" | "asked";
  /** Whether vectors of questions are kept in the file, too: for questions that are asked over and over. */
  readonly keepsQuestions?: boolean;
  readonly log: Log;
}

/** What an encoder has come to. */
export interface EncoderFigures {
  /** Different texts among the passages of the latest corpus, and how many of them have a vector. */
  readonly passages: number;
  readonly encoded: number;
  /** Whether it is loaded. */
  readonly isUp: boolean;
}

/** A question waits for so many vectors at most, once: some twenty seconds. */
const MAX_AWAITED = 2_000;
/** From so many on, whoever waits is told why. */
const LONG_WAIT = 100;
/** A file with so many vectors that nothing needs any more is written anew. */
const MUCH_UNUSED = 2_000;
const PROGRESS_EVERY_MS = 30_000;

/** An encoder on this machine, with the vectors that it has made. */
export type LocalEncoder = ReturnType<typeof createLocalEncoder>;

/**
 * The encoder that comes with Talks. It is loaded when it is first needed, and where it cannot be, that is logged once.
 */
export function createLocalEncoder({ files, make, keepsQuestions = false, log }: EncoderOptions) {
  const thread = createEncoderThread((why) => log.warn(describeWay(why)));
  const store = createVectorStore(files, log);
  const { table } = store;
  const open = once(() => store.open());
  const underWay = new Map<number, Promise<void>>();
  let latest: CorpusRows | null = null;
  let encoded = 0;
  let filling = Promise.resolve();

  const makeRow = (row: number, text: ToThread): Promise<void> => {
    const known = underWay.get(row);
    if (known) return known;
    const making = thread.encode(text).then((vector) => {
      if (vector) store.keep(row, vector);
      underWay.delete(row);
    });
    underWay.set(row, making);
    return making;
  };

  const fill = async (corpus: CorpusRows): Promise<void> => {
    const { rows, distinct, missing, textOf } = corpus;
    latest = corpus;
    encoded = distinct.size - missing.length;
    if (!keepsQuestions && store.inFile > distinct.size + MUCH_UNUSED) await store.keepOnly(distinct);
    if (missing.length === 0 || (await thread.whyNot()) !== null) return;
    const progress = createProgress(distinct.size, log);
    log.info("Passages are being encoded, to be compared in meaning.", { passages: missing.length });
    // One at a time: a question waits for one of them at most.
    for (const passage of missing) {
      const row = rows[passage] ?? -1;
      if (!table.has(row)) await makeRow(row, { role: "passage", text: textOf(passage) });
      // Another corpus is served, or there is no encoder any more.
      if (latest !== corpus || !table.has(row)) return;
      progress(++encoded);
    }
    log.info("All passages are encoded.", { passages: distinct.size });
  };

  /** Makes what is missing for somebody who waits; false where that would be too much. */
  const fillNow = async ({ rows, missing, textOf }: CorpusRows): Promise<boolean> => {
    const left = missing.filter((passage) => !table.has(rows[passage] ?? -1));
    if (left.length > MAX_AWAITED) return false;
    if (left.length >= LONG_WAIT)
      log.info(`${left.length} passages are read closely, as nobody has asked them before; next time that is done.`);
    await Promise.all(left.map((passage) => makeRow(rows[passage] ?? -1, { role: "passage", text: textOf(passage) })));
    return true;
  };

  const encodeQuestion = async (text: string): Promise<Vector | null> => {
    const asked: ToThread = { role: "query", text };
    if (!keepsQuestions) return thread.encode(asked);
    await open();
    const row = store.rowOf(asked);
    if (!table.has(row)) await makeRow(row, asked);
    return table.get(row);
  };

  return {
    over(openPassages: () => Promise<PassageTexts>): PassageVectors {
      const placed = once(async () => {
        await open();
        return placeCorpus(await openPassages(), store);
      });
      if (make === "ahead")
        filling = placed()
          .then(fill)
          .catch((error: unknown) => log.error("The passages cannot be encoded.", { error }));
      const askAbout = async (text: string): Promise<Vector | null> =>
        make === "ahead" || (await fillNow(await placed())) ? encodeQuestion(text) : null;
      return {
        question: rememberQuestions((text) => thread.awaiting(askAbout(text))),
        async cosines(question, passages) {
          const { rows } = await placed();
          const cosineOf = table.compareWith(question);
          return passages.map((passage) => cosineOf(rows[passage] ?? -1) ?? undefined);
        },
        async nearest(question, depth, among, mayAnswer) {
          const { rows } = await placed();
          const cosineOf = table.compareWith(question);
          return nearestAmong(among, depth, mayAnswer, (passage) => cosineOf(rows[passage] ?? -1));
        },
      };
    },
    /** Loads it, where that was not done yet: `null`, or why there is none, as the end of a sentence. */
    whyNot: () => thread.whyNot(),
    figures: (): EncoderFigures => ({ passages: latest?.distinct.size ?? 0, encoded, isUp: thread.isReady() }),
    /** Resolves once all that is made ahead is made and written. */
    settled: () => thread.awaiting(filling.then(() => store.settled())),
    /** Leaves in the file what the latest corpus needs, in its order. */
    prune: () => store.keepOnly(latest?.distinct ?? []),
    /** Ends at once, also in the middle of a text. What was made is written. */
    async close(): Promise<void> {
      await thread.close();
      await store.settled();
    },
  };
}

/** Tells now and then how many passages are encoded. */
function createProgress(passages: number, log: Log): (encoded: number) => void {
  let told = performance.now();
  return (encoded) => {
    if (performance.now() - told < PROGRESS_EVERY_MS) return;
    told = performance.now();
    log.info("Passages are being encoded.", { encoded, passages });
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
