import type { Vector } from "../../src/index.ts";

const WEIGHTS_SHA256 = "7d9092cb25f2bd1c023b7e8d2aa459044a02030ac880e5a59fdaf27af69f1ded";
/** The files of the encoder in `models/e5-small-v2/`, with the SHA-256 of each. */
export const MODEL_FILES = {
  weights: { name: "model.onnx", sha256: WEIGHTS_SHA256 },
  tokenizer: { name: "tokenizer.json", sha256: "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66" },
} as const;
/** Stands for all that decides a vector: those that anything else made do not compare. */
export const ENCODER = `e5-small-v2 ${WEIGHTS_SHA256} int8`;
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
