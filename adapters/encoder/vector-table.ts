import type { Vector } from "../../src/index.ts";
import { cosinesOf, DIMENSIONS } from "./vector.ts";

/** Vectors by row, in blocks that never move: a hundred thousand are 39 MB. */
export interface VectorTable {
  set(row: number, vector: Vector): void;
  has(row: number): boolean;
  get(row: number): Vector | null;
  /** Gives the cosine of a vector with that of any row, rounded; `null` where the row has none. */
  compareWith(vector: Vector): (row: number) => number | null;
}

const BLOCK = 1024;

/** A table without vectors. */
export function createVectorTable(): VectorTable {
  const blocks: { readonly values: Int8Array; readonly scales: Float64Array; readonly has: Uint8Array }[] = [];
  const blockOf = (row: number) => blocks[Math.floor(row / BLOCK)];
  return {
    set(row, { values, scale }) {
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
    has: (row) => blockOf(row)?.has[row % BLOCK] === 1,
    get(row) {
      const [block, at] = [blockOf(row), row % BLOCK];
      if (block?.has[at] !== 1) return null;
      const from = at * DIMENSIONS;
      return { values: block.values.subarray(from, from + DIMENSIONS), scale: block.scales[at] ?? 0 };
    },
    compareWith(vector) {
      const cosineOf = cosinesOf(vector);
      return (row) => {
        const [block, at] = [blockOf(row), row % BLOCK];
        if (block?.has[at] !== 1) return null;
        return cosineOf(block.values, at * DIMENSIONS, block.scales[at] ?? 0);
      };
    },
  };
}
