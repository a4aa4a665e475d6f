import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import type { Vector } from "../../src/index.ts";
import { messageOf } from "../operator-error.ts";
import { PACKAGE_ROOT } from "../package-root.ts";
import { DIMENSIONS, MODEL_FILES, quantize } from "./vector.ts";

/** What a text is: questions and passages are told apart by how they begin, as E5 was trained. */
export type Role = "query" | "passage";

const FOLDER = join(PACKAGE_ROOT, "dist", "encoder");
/** So many tokens are read, some 180 words: time and memory grow with them. Half as many cost a public set 1.2 of its first answers. */
const MAX_TOKENS = 256;
/** No text of more tokens has fewer characters than this. */
const MAX_CHARACTERS = 6 * MAX_TOKENS;

const PIECE = 1 << 18;

/** Makes the vector of one text. */
export type Encode = (role: Role, text: string) => Promise<Vector>;

/** Thrown where the encoder cannot be had; the message is the end of a sentence that says why. */
export class NoEncoderError extends Error {
  override name = "NoEncoderError";
}

/**
 * Loads weights, tokenizer and runtime; takes some 200 ms and 90 MB. One thread and one text at a time, so that the same
 * text gets the same vector each time.
 * @throws NoEncoderError
 */
export async function loadE5(): Promise<Encode> {
  const { InferenceSession, Tensor } = await loadRuntime();
  const tokenizer = new Tokenizer(JSON.parse(readFileSync(soundFile(MODEL_FILES.tokenizer), "utf8")), {});
  // The runtime opens the weights itself, as the graph names them.
  soundFile(MODEL_FILES.weights);
  const session = await InferenceSession.create(soundFile(MODEL_FILES.graph), {
    intraOpNumThreads: 1,
    enableCpuMemArena: false,
  });
  const [output = ""] = session.outputNames;

  return async (role, text) => {
    const { ids } = tokenizer.encode(`${role}: ${text.slice(0, MAX_CHARACTERS)}`);
    const kept = ids.length <= MAX_TOKENS ? ids : [...ids.slice(0, MAX_TOKENS - 1), ...ids.slice(-1)];
    const tensor = (numbers: readonly number[]) =>
      new Tensor("int64", BigInt64Array.from(numbers, BigInt), [1, kept.length]);
    const states = await session.run({
      input_ids: tensor(kept),
      attention_mask: tensor(kept.map(() => 1)),
      token_type_ids: tensor(kept.map(() => 0)),
    });
    const data = states[output]?.data;
    if (!(data instanceof Float32Array)) throw new Error("the encoder gave no numbers");
    return quantize(sumOf(data));
  };
}

async function loadRuntime(): Promise<typeof import("onnxruntime-node")> {
  try {
    return await import("onnxruntime-node");
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && /MODULE_NOT_FOUND/.test(String(error.code));
    if (isMissing) throw new NoEncoderError("the optional package onnxruntime-node is not installed");
    throw new NoEncoderError(`onnxruntime-node does not run here (${messageOf(error)})`);
  }
}

/** The path of a file of the encoder that is as it should be: with a bit turned it would run on, and tell nonsense. */
function soundFile({ name, sha256 }: (typeof MODEL_FILES)[keyof typeof MODEL_FILES]): string {
  const path = join(FOLDER, name);
  try {
    if (checksumOf(path) === sha256) return path;
  } catch (error) {
    throw new NoEncoderError(`${path} cannot be read (${messageOf(error)})`);
  }
  throw new NoEncoderError(`${path} is damaged`);
}

/** Piece by piece, as the whole would stay in memory for long. */
function checksumOf(path: string): string {
  const [hash, piece] = [createHash("sha256"), Buffer.alloc(PIECE)];
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

/** The sum of the states of all tokens, which points where their mean does. */
function sumOf(states: Float32Array): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  states.forEach((value, at) => {
    sum[at % DIMENSIONS] = (sum[at % DIMENSIONS] ?? 0) + value;
  });
  return sum;
}
