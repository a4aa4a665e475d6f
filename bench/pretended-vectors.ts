import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalEncoder, type LocalEncoder } from "../adapters/encoder/encoder.ts";
import { DIMENSIONS, vectorOf } from "../adapters/encoder/vector.ts";
import { createVectorStore } from "../adapters/encoder/vector-store.ts";
import { createStderrLog } from "../adapters/log.ts";
import { createEngineOver, type PassageIndex, type PassageTexts } from "../src/index.ts";
import type { Random } from "./random.ts";

const log = { ...createStderrLog(), info: () => {} };

/**
 * The encoder that is shipped, with a vector of chance for every text of an index: to encode a hundred thousand paragraphs takes more
 * than an hour, and to compare them as long whatever they mean. Questions get their own vectors.
 */
export async function withPretendedVectors<Result>(
  index: PassageIndex,
  random: Random,
  use: (encoder: LocalEncoder) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "talks-bench-"));
  const file = join(folder, "pretended.vectors");
  try {
    const store = createVectorStore({ shipped: null, own: file }, log);
    const { count, textOf } = await textsOf(index);
    for (let number = 0; number < count; number++) {
      const values = Int8Array.from({ length: DIMENSIONS }, () => random.below(255) - 127);
      store.keep(store.rowOf({ role: "passage", text: textOf(number) }), vectorOf(values));
    }
    await store.settled();
    const encoder = createLocalEncoder({ files: { shipped: file, own: null }, make: "asked", log });
    try {
      return await use(encoder);
    } finally {
      await encoder.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The texts that an engine gives its encoder. */
function textsOf(index: PassageIndex): Promise<PassageTexts> {
  return new Promise((resolve, reject) => {
    createEngineOver(index, {
      encoder: {
        over(open) {
          open().then(resolve, reject);
          return { question: async () => null, cosines: async () => [], nearest: async () => [] };
        },
      },
    });
  });
}
