import type { Vector } from "../../src/index.ts";

/** The files of the encoder as `npm run build` lays them out in `dist/encoder/`, with the SHA-256 of each. */
export const MODEL_FILES = {
  graph: { name: "model.onnx", sha256: "e288b56e4e19b03edcd9aa7d451d400956cefbd1b234459f9c4d72d0e008b8eb" },
  weights: { name: "weights.bin", sha256: "d45a3eb6e423dec6e72eade0fc861d237d46a2b2bf14a957ed8769e0fb4abda7" },
  tokenizer: { name: "tokenizer.json", sha256: "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66" },
} as const;
/** Stands for all that decides a vector: those that anything else made do not compare. */
export const ENCODER = "e5-small-v2 7d9092cb25f2bd1c023b7e8d2aa459044a02030ac880e5a59fdaf27af69f1ded int8";
/** How many numbers a vector has. */
export const DIMENSIONS = 384;

const MAX_VALUE = 127;

/** Keeps of each number how great it is beside the others: a byte for each, and cosines stay the same to a thousandth. */
export function quantize(numbers: Float64Array): Vector {
  const greatest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), Number.MIN_VALUE);
  return vectorOf(Int8Array.from(numbers, (number) => Math.round((number / greatest) * MAX_VALUE)));
}

/** The vector of these values, with the scale that makes its length one; one without direction is like nothing. */
export function vectorOf(values: Int8Array): Vector {
  const squares = values.reduce((sum, value) => sum + value * value, 0);
  return { values, scale: squares === 0 ? 0 : 1 / Math.sqrt(squares) };
}

/**
 * Two processors may differ in the fourth digit of what they make of a text; told apart is only what differs by more. The
 * vectors are whole numbers, so that the same ones have the same cosine anywhere.
 */
export const STEPS = 500;

/** Gives the cosine of a vector, rounded, with any whose values stand in a row from some place on, and whose scale is known. */
export function cosinesOf({ values, scale }: Vector): (others: Int8Array, from: number, otherScale: number) => number {
  const numbers = Float64Array.from(values);
  return (others, from, otherScale) => Math.round(dot(numbers, others, from) * scale * otherScale * STEPS) / STEPS;
}

/** Of whole numbers, so that it is exact; in four sums, between which the processor need not wait. */
function dot(a: Float64Array, b: Int8Array, from: number): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (let at = 0; at < DIMENSIONS; at += 4) {
    one += (a[at] ?? 0) * (b[from + at] ?? 0);
    two += (a[at + 1] ?? 0) * (b[from + at + 1] ?? 0);
    three += (a[at + 2] ?? 0) * (b[from + at + 2] ?? 0);
    four += (a[at + 3] ?? 0) * (b[from + at + 3] ?? 0);
  }
  return one + two + three + four;
}
