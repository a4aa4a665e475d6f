import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLocalEncoder } from "../../../adapters/encoder/encoder.ts";
import { readVectors, SHIPPED_VECTORS } from "../../../adapters/encoder/vector-file.ts";
import type { Vector } from "../../../src/index.ts";
import { createEngine } from "../../../src/index.ts";
import { talksCorpus } from "../../fixtures/corpora.ts";
import { createRecordedLog } from "../state/recorded-log.ts";
import { emptyFolder } from "../terminal/run-program.ts";

async function vectorsIn(path: string): Promise<ReadonlyMap<string, Vector>> {
  const found = new Map<string, Vector>();
  expect(await readVectors(path, ({ key, vector }) => void found.set(key.toString("hex"), vector))).toBe("whole");
  return found;
}

function cosine(a: Vector, b: Vector): number {
  return a.values.reduce((sum, value, at) => sum + value * (b.values[at] ?? 0), 0) * a.scale * b.scale;
}

test("the weights and the tokenizer are those that models/README.md names", () => {
  const sums = [...readFileSync("models/README.md", "utf8").matchAll(/sha256 {2}([\da-f]{64}) {2}(\S+)/g)];
  expect(sums).toHaveLength(2);
  for (const [, sum, name] of sums)
    expect(
      createHash("sha256")
        .update(readFileSync(`models/${name}`))
        .digest("hex"),
      name,
    ).toBe(sum);
});

test("the vectors that come with Talks are those of its articles: else `npm run vectors` makes them anew", async () => {
  const own = join(emptyFolder(), "passages.vectors");
  const log = createRecordedLog();
  const encoder = createLocalEncoder({ files: { shipped: null, own }, make: "ahead", log });
  createEngine(talksCorpus(), { encoder });
  await encoder.settled();
  await encoder.close();
  const [fresh, shipped] = [await vectorsIn(own), await vectorsIn(SHIPPED_VECTORS)];
  expect([...shipped.keys()]).toEqual([...fresh.keys()]);
  // Processors differ in the fourth digit.
  for (const [key, vector] of fresh) expect(cosine(vector, shipped.get(key) ?? vector), key).toBeGreaterThan(0.999);
}, 60_000);
