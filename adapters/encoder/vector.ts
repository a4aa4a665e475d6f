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
