import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import type { Vector } from "../../src/index.ts";
import { PACKAGE_ROOT } from "../package-root.ts";
import { DIMENSIONS, MODEL_FILES, quantize } from "./vector.ts";

/** What a text is: questions and passages are told apart by how they begin, as E5 was trained. */
export type Role = "query" | "passage";

const FOLDER = join(PACKAGE_ROOT, "models", "e5-small-v2");
/** So many tokens are read: several long sentences. The time that a text takes grows with them. */
const MAX_TOKENS = 256;
/** No text of more tokens has fewer characters than this. */
const MAX_CHARACTERS = 6 * MAX_TOKENS;

/** Makes the vector of one text. */
export type Encode = (role: Role, text: string) => Promise<Vector>;

/** Thrown where the encoder cannot be had; the message is the end of a sentence that says why. */
export class NoEncoderError extends Error {
  override name = "NoEncoderError";
}

/**
 * Loads weights, tokenizer and runtime; takes some 150 ms and 130 MB. One thread and one text at a time, so that the same
 * text gets the same vector each time.
 * @throws NoEncoderError
 */
export async function loadE5(): Promise<Encode> {
  const { InferenceSession, Tensor } = await loadRuntime();
  const tokenizer = new Tokenizer(JSON.parse(readModelFile(MODEL_FILES.tokenizer).toString("utf8")), {});
  const weights = readModelFile(MODEL_FILES.weights);
  const session = await InferenceSession.create(weights, { intraOpNumThreads: 1, enableCpuMemArena: false });
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
    throw new NoEncoderError(`onnxruntime-node does not run here (${error instanceof Error ? error.message : error})`);
  }
}

/** A file of the encoder, to the letter: with a bit turned it would run on, and tell nonsense. */
function readModelFile({ name, sha256 }: (typeof MODEL_FILES)[keyof typeof MODEL_FILES]): Buffer {
  const path = join(FOLDER, name);
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (error) {
    throw new NoEncoderError(`${path} cannot be read (${error instanceof Error ? error.message : error})`);
  }
  if (createHash("sha256").update(content).digest("hex") !== sha256) throw new NoEncoderError(`${path} is damaged`);
  return content;
}

/** The sum of the states of all tokens, which points where their mean does. */
function sumOf(states: Float32Array): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  states.forEach((value, at) => {
    sum[at % DIMENSIONS] = (sum[at % DIMENSIONS] ?? 0) + value;
  });
  return sum;
}
