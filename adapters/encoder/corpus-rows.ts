import { setImmediate as breathe } from "node:timers/promises";
import type { Near, PassageTexts } from "../../src/index.ts";
import type { VectorStore } from "./vector-store.ts";

/** The passages of a corpus with the row of each among all vectors. */
export interface CorpusRows extends Pick<PassageTexts, "textOf"> {
  readonly rows: Int32Array;
  /** Each row once, as passages may say the same. */
  readonly distinct: ReadonlySet<number>;
  /** A passage for each row that had no vector when the corpus came. */
  readonly missing: readonly number[];
}

/** So many texts are looked up at a time; whoever asks meanwhile is answered in between. */
const SLICE = 1_000;

/** Looks up the rows of a corpus' passages. */
export async function placeCorpus({ count, textOf }: PassageTexts, store: VectorStore): Promise<CorpusRows> {
  const rows = new Int32Array(count);
  const distinct = new Set<number>();
  const missing: number[] = [];
  for (let passage = 0; passage < count; passage++) {
    const row = store.rowOf({ role: "passage", text: textOf(passage) });
    rows[passage] = row;
    if (!distinct.has(row) && !store.table.has(row)) missing.push(passage);
    distinct.add(row);
    if (passage % SLICE === SLICE - 1) await breathe();
  }
  return { rows, distinct, missing, textOf };
}

/** The nearest of some passages, by a list that is kept in order: few of many thousands get into it. */
export function nearestAmong(
  passages: Int32Array,
  depth: number,
  mayAnswer: (passage: number) => boolean,
  cosineOf: (passage: number) => number | null,
): Near[] {
  const kept: Near[] = [];
  for (const passage of passages) {
    const cosine = cosineOf(passage);
    const last = kept.length < depth ? null : kept.at(-1);
    if (cosine === null || (last && last.cosine >= cosine) || !mayAnswer(passage)) continue;
    const at = kept.findIndex((other) => other.cosine < cosine);
    kept.splice(at < 0 ? kept.length : at, 0, { passage, cosine });
    if (kept.length > depth) kept.pop();
  }
  return kept;
}
