import type { Vector } from "../../src/index.ts";
import { DIMENSIONS } from "./vector.ts";

/** Vectors by row, in blocks that never move: a hundred thousand are 39 MB. */
export interface VectorTable {
  set(row: number, vector: Vector): void;
  has(row: number): boolean;
  get(row: number): Vector | null;
  /** The cosine of a vector with that of a row, rounded; `null` where the row has none. */
  cosine(vector: Vector, row: number): number | null;
}

const BLOCK = 1024;
/**
 * Two processors may differ in the fourth digit of what they make of a text; told apart is only what differs by more. The
 * vectors are whole numbers, so that the same ones have the same cosine anywhere.
 */
const STEPS = 500;

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
    cosine({ values, scale }, row) {
      const [block, at] = [blockOf(row), row % BLOCK];
      if (block?.has[at] !== 1) return null;
      const product = dot(values, block.values, at * DIMENSIONS);
      return Math.round(product * scale * (block.scales[at] ?? 0) * STEPS) / STEPS;
    },
  };
}

/** In four sums, between which the processor need not wait. */
function dot(a: Int8Array, b: Int8Array, from: number): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (let at = 0; at < DIMENSIONS; at += 4) {
    one = (one + Math.imul(a[at] ?? 0, b[from + at] ?? 0)) | 0;
    two = (two + Math.imul(a[at + 1] ?? 0, b[from + at + 1] ?? 0)) | 0;
    three = (three + Math.imul(a[at + 2] ?? 0, b[from + at + 2] ?? 0)) | 0;
    four = (four + Math.imul(a[at + 3] ?? 0, b[from + at + 3] ?? 0)) | 0;
  }
  return one + two + three + four;
}
