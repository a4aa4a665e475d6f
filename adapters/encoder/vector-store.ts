import { createHash } from "node:crypto";
import type { Vector } from "../../src/index.ts";
import type { Log } from "../log.ts";
import type { ToThread } from "./thread.ts";
import { cosinesOf, DIMENSIONS } from "./vector.ts";
import { appendVectors, KEY_BYTES, type KeptVector, readVectors, replaceVectors } from "./vector-file.ts";

/** Where vectors are found, and where those that are made are kept. */
export interface VectorFiles {
  /** Read alone: what comes with Talks; `null` for nothing. */
  readonly shipped: string | null;
  /** Read, and written; `null` for nowhere. */
  readonly own: string | null;
}

/** Vectors by the content of the texts that they were made of. */
export type VectorStore = ReturnType<typeof createVectorStore>;

/** The vectors in some files; a disk that takes none, and a file that is damaged, cost the time to make them again. */
export function createVectorStore({ shipped, own }: VectorFiles, log: Log) {
  const table = createVectorTable();
  const rows = new Map<string, number>();
  const keys: string[] = [];
  let firstOwn = 0;
  let inFile = 0;
  /** Whether vectors can be added to the end of the file. */
  let isWhole = false;
  let isReported = false;
  let unwritten: number[] = [];
  let tail = Promise.resolve();

  const rowFor = (key: string): number => {
    const known = rows.get(key);
    if (known !== undefined) return known;
    keys.push(key);
    rows.set(key, keys.length - 1);
    return keys.length - 1;
  };
  const read = async (path: string): Promise<void> => {
    inFile = 0;
    const condition = await readVectors(path, ({ key, vector }) => {
      table.set(rowFor(key.toString("latin1")), vector);
      inFile++;
    });
    if (condition === "damaged")
      log.warn(`The vectors of passages in ${path} are damaged; those that cannot be read are made anew.`);
    isWhole = condition === "whole";
  };
  function* kept(some: Iterable<number>): Iterable<KeptVector> {
    for (const row of some) {
      const [key, vector] = [keys[row], table.get(row)];
      if (key !== undefined && vector) yield { key: Buffer.from(key, "latin1"), vector };
    }
  }
  /** One after the other; a disk that takes nothing is told of once. */
  const write = (path: string, work: () => Promise<void>): Promise<void> => {
    tail = tail.then(async () => {
      try {
        await work();
        isWhole = true;
        isReported = false;
      } catch (error) {
        // What was written of it, if anything, may be a half.
        isWhole = false;
        if (!isReported)
          log.warn(`The vectors of passages cannot be written to ${path}; the next start makes them again.`, { error });
        isReported = true;
      }
    });
    return tail;
  };
  const writeLatest = async (path: string): Promise<void> => {
    const batch = unwritten;
    unwritten = [];
    if (isWhole) await appendVectors(path, kept(batch));
    else await replaceVectors(path, kept(keys.map((_, row) => row).slice(firstOwn)));
    inFile += batch.length;
  };
  return {
    table,
    /** How many vectors the file was found to hold, and was given. */
    get inFile(): number {
      return inFile;
    },
    /** Reads the files; without it nothing is known. Never rejects. */
    async open(): Promise<void> {
      for (const path of [shipped, own]) {
        firstOwn = keys.length;
        if (path !== null)
          await read(path).catch((error: unknown) =>
            log.warn(`The vectors of passages in ${path} cannot be read.`, { error }),
          );
      }
    },
    /** The row of a text, from now on. */
    rowOf: ({ role, text }: ToThread): number =>
      rowFor(createHash("sha256").update(`${role}: ${text}`).digest().toString("latin1", 0, KEY_BYTES)),
    /** Keeps what was made of a text; it is written behind the answers' back. */
    keep(row: number, vector: Vector): void {
      table.set(row, vector);
      if (own === null) return;
      if (unwritten.push(row) === 1) void write(own, () => writeLatest(own));
    },
    /** Leaves these rows in the file, in this order. */
    async keepOnly(some: Iterable<number>): Promise<void> {
      if (own === null) return;
      await write(own, async () => {
        inFile = await replaceVectors(own, kept(some));
      });
    },
    /** Resolves once nothing is being written. */
    settled: () => tail,
  };
}

const BLOCK = 1024;

/** Vectors by row, none at first, in blocks that never move: a hundred thousand are 39 MB. */
function createVectorTable() {
  const blocks: { readonly values: Int8Array; readonly scales: Float64Array; readonly has: Uint8Array }[] = [];
  const blockOf = (row: number) => blocks[Math.floor(row / BLOCK)];
  return {
    set(row: number, { values, scale }: Vector): void {
      while (blocks.length * BLOCK <= row)
        blocks.push({
          values: new Int8Array(BLOCK * DIMENSIONS),
          scales: new Float64Array(BLOCK),
          has: new Uint8Array(BLOCK),
        });
      const [block, at] = [blockOf(row), row % BLOCK];
      if (!block) return;
      block.values.set(values, at * DIMENSIONS);
      block.scales[at] = scale;
      block.has[at] = 1;
    },
    has: (row: number): boolean => blockOf(row)?.has[row % BLOCK] === 1,
    get(row: number): Vector | null {
      const [block, at] = [blockOf(row), row % BLOCK];
      if (block?.has[at] !== 1) return null;
      const from = at * DIMENSIONS;
      return { values: block.values.subarray(from, from + DIMENSIONS), scale: block.scales[at] ?? 0 };
    },
    /** Gives the cosine of a vector with that of any row, rounded; `null` where the row has none. */
    compareWith(vector: Vector): (row: number) => number | null {
      const cosineOf = cosinesOf(vector);
      return (row) => {
        const [block, at] = [blockOf(row), row % BLOCK];
        if (block?.has[at] !== 1) return null;
        return cosineOf(block.values, at * DIMENSIONS, block.scales[at] ?? 0);
      };
    },
  };
}
