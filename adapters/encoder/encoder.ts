import { setImmediate as breathe } from "node:timers/promises";
import type { Encoder, Near, PassageTexts, Vector } from "../../src/index.ts";
import type { Log } from "../log.ts";
import { createEncoderThread, type ToThread, type Urgency } from "./in-thread.ts";
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

/** So many texts are looked up at a time; whoever asks meanwhile is answered in between. */
const SLICE = 1_000;
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
  let isClosed = false;

  const makeRow = (row: number, text: ToThread, urgency: Urgency): Promise<void> => {
    const known = underWay.get(row);
    if (known) return known;
    const making = thread.encode(text, urgency).then((vector) => {
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
    log.info("Passages are being encoded, to be compared in meaning.", { passages: missing.length });
    let told = performance.now();
    for (const passage of missing) {
      if (isClosed || latest !== corpus) return;
      const row = rows[passage] ?? -1;
      if (!table.has(row)) await makeRow(row, { role: "passage", text: textOf(passage) }, "ahead");
      // There is no encoder any more.
      if (!table.has(row)) return;
      encoded++;
      if (performance.now() - told < PROGRESS_EVERY_MS) continue;
      told = performance.now();
      log.info("Passages are being encoded.", { encoded, passages: distinct.size });
    }
    log.info("All passages are encoded.", { passages: distinct.size });
  };

  const encodeQuestion = async (text: string): Promise<Vector | null> => {
    const asked: ToThread = { role: "query", text };
    if (!keepsQuestions) return thread.encode(asked, "awaited");
    await open();
    const row = store.rowOf(asked);
    if (!table.has(row)) await makeRow(row, asked, "awaited");
    return table.get(row);
  };

  return {
    over(openPassages) {
      const placed = once(async (): Promise<CorpusRows> => {
        await open();
        const { count, textOf } = await openPassages();
        const rows = new Int32Array(count);
        const distinct = new Set<number>();
        const missing: number[] = [];
        for (let passage = 0; passage < count; passage++) {
          const row = store.rowOf({ role: "passage", text: textOf(passage) });
          rows[passage] = row;
          if (!distinct.has(row) && !table.has(row)) missing.push(passage);
          distinct.add(row);
          if (passage % SLICE === SLICE - 1) await breathe();
        }
        return { rows, distinct, missing, textOf };
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
            await Promise.all(missing.map((passage) => makeRow(rows[passage] ?? -1, make(passage), "awaited")));
          }
          return wanted.map((row) => table.cosine(question, row) ?? undefined);
        },
        async nearest(question, depth, mayAnswer) {
          const { rows } = await placed();
          if (make === "asked" && !rows.every(table.has)) return [];
          return nearestOf(rows, depth, mayAnswer, (row) => table.cosine(question, row));
        },
      };
    },
    whyNot: () => thread.whyNot(),
    figures: () => ({ passages: latest?.distinct.size ?? 0, encoded, isUp: thread.isReady() }),
    settled: () => thread.awaiting(filling.then(() => store.settled())),
    prune: () => store.keepOnly(latest?.distinct ?? []),
    async close() {
      isClosed = true;
      await thread.close();
      await store.settled();
    },
  };
}

/** The passages of a corpus with the row of each. */
interface CorpusRows extends Pick<PassageTexts, "textOf"> {
  readonly rows: Int32Array;
  /** Each row once, as passages may say the same. */
  readonly distinct: ReadonlySet<number>;
  /** A passage for each row that had no vector when the corpus came. */
  readonly missing: readonly number[];
}

/** The nearest of the rows, by a list that is kept in order: few of many thousands get into it. */
function nearestOf(
  rows: Int32Array,
  depth: number,
  mayAnswer: (passage: number) => boolean,
  cosineOf: (row: number) => number | null,
): Near[] {
  const kept: Near[] = [];
  for (let passage = 0; passage < rows.length; passage++) {
    const cosine = cosineOf(rows[passage] ?? -1);
    const last = kept.length < depth ? null : kept.at(-1);
    if (cosine === null || (last && last.cosine >= cosine) || !mayAnswer(passage)) continue;
    const at = kept.findIndex((other) => other.cosine < cosine);
    kept.splice(at < 0 ? kept.length : at, 0, { passage, cosine });
    if (kept.length > depth) kept.pop();
  }
  return kept;
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
