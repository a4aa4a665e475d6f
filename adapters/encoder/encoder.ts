import type { Encoder, Vector } from "../../src/index.ts";
import type { Log } from "../log.ts";
import { type CorpusRows, nearestAmong, placeCorpus } from "./corpus-rows.ts";
import { createEncoderThread } from "./in-thread.ts";
import type { ToThread } from "./thread.ts";
import { createVectorStore, type VectorFiles } from "./vector-store.ts";
import { describeWay } from "./way.ts";

/** How an encoder goes about its work. */
export interface EncoderOptions {
  readonly files: VectorFiles;
  /**
   * When vectors that are not there are made. `ahead`: all, behind the answers' back, and no question waits for them.
   * `asked`: those that a question looks at, which waits for them; the nearest of all are then looked for only where all
   * are there, as what is found may not depend on what was asked before.
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

/** An encoder on this machine, with the vectors it has made. */
export interface LocalEncoder extends Encoder {
  /** Loads it, where that was not done yet: `null`, or why there is none, as the end of a sentence. */
  whyNot(): Promise<string | null>;
  figures(): EncoderFigures;
  /** Resolves once all that is made ahead is made and written. */
  settled(): Promise<void>;
  /** Leaves in the file what the latest corpus needs, in its order. */
  prune(): Promise<void>;
  /** Ends at once, also in the middle of a text. What was made is written. */
  close(): Promise<void>;
}

/** A question waits for so many vectors at most, of those that are asked about first. */
const MAX_AWAITED = 64;
const REMEMBERED_QUESTIONS = 200;
/** A file with so many vectors that nothing needs any more is written anew. */
const MUCH_UNUSED = 2_000;
const PROGRESS_EVERY_MS = 30_000;

/** The encoder that comes with Talks. It is loaded when it is first needed, and where it cannot be, that is logged once. */
export function createLocalEncoder({ files, make, keepsQuestions = false, log }: EncoderOptions): LocalEncoder {
  const thread = createEncoderThread((why) => log.warn(describeWay(why)));
  const store = createVectorStore(files, log);
  const { table } = store;
  const open = once(() => store.open());
  const underWay = new Map<number, Promise<void>>();
  const questions = new Map<string, Promise<Vector | null>>();
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

  const encodeQuestion = async (text: string): Promise<Vector | null> => {
    const asked: ToThread = { role: "query", text };
    if (!keepsQuestions) return thread.awaiting(thread.encode(asked));
    await open();
    const row = store.rowOf(asked);
    if (!table.has(row)) await thread.awaiting(makeRow(row, asked));
    return table.get(row);
  };

  return {
    over(openPassages) {
      const placed = once(async () => {
        await open();
        return placeCorpus(await openPassages(), store);
      });
      if (make === "ahead")
        filling = placed()
          .then(fill)
          .catch((error: unknown) => log.error("The passages cannot be encoded.", { error }));
      return {
        question(text) {
          const known = questions.get(text) ?? encodeQuestion(text);
          questions.delete(text);
          questions.set(text, known);
          for (const oldest of questions.keys()) if (questions.size > REMEMBERED_QUESTIONS) questions.delete(oldest);
          return known;
        },
        async cosines(question, passages) {
          const { rows, textOf } = await placed();
          const wanted = passages.map((passage) => rows[passage] ?? -1);
          if (make === "asked") {
            const missing = passages.filter((_, at) => !table.has(wanted[at] ?? -1)).slice(0, MAX_AWAITED);
            const make = (passage: number) => ({ role: "passage", text: textOf(passage) }) as const;
            await thread.awaiting(Promise.all(missing.map((passage) => makeRow(rows[passage] ?? -1, make(passage)))));
          }
          return wanted.map((row) => table.cosine(question, row) ?? undefined);
        },
        async nearest(question, depth, mayAnswer) {
          const { rows } = await placed();
          if (make === "asked" && !rows.every(table.has)) return [];
          return nearestAmong(rows, depth, mayAnswer, (row) => table.cosine(question, row));
        },
      };
    },
    whyNot: () => thread.whyNot(),
    figures: () => ({ passages: latest?.distinct.size ?? 0, encoded, isUp: thread.isReady() }),
    settled: () => thread.awaiting(filling.then(() => store.settled())),
    prune: () => store.keepOnly(latest?.distinct ?? []),
    async close() {
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
