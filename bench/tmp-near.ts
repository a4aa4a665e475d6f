import { createLocalEncoder } from "../adapters/encoder/encoder.ts";
import { vectorOf } from "../adapters/encoder/vector.ts";
import { createVectorTable } from "../adapters/encoder/vector-table.ts";
import { buildCorpusIndex } from "../src/index.ts";
import { createMeaning } from "../src/meaning/meaning.ts";
import { inventCorpus } from "./invented-corpus.ts";

async function main() {
  const N = 100_000;
  const table = createVectorTable();
  const random = () => vectorOf(new Int8Array(384).map(() => Math.floor(Math.random() * 255 - 127)));
  for (let i = 0; i < N; i++) table.set(i, random());
  const q = random();
  for (let r = 0; r < 12; r++) {
    const t = performance.now();
    let best = 0;
    for (let i = 0; i < N; i++) best = Math.max(best, table.cosine(q, i) ?? 0);
    console.log("scan", (performance.now() - t).toFixed(1), best);
  }
  if (process.argv[2]) {
    const index = buildCorpusIndex(inventCorpus(N));
    const encoder = createLocalEncoder({ files: { shipped: null, own: null }, make: "ahead", log: console });
    let worst = 0,
      last = performance.now();
    const timer = setInterval(() => {
      worst = Math.max(worst, performance.now() - last - 1);
      last = performance.now();
    }, 1);
    await new Promise((r) => setTimeout(r, 50));
    worst = 0;
    const m = createMeaning(index, encoder);
    const t = performance.now();
    const a = await m("who signed the agreement");
    console.log("first", performance.now() - t);
    for (let r = 0; r < 5; r++) {
      const t = performance.now();
      await a?.nearest(10, { articles: null, speaker: null, scope: null });
      console.log("nearest", performance.now() - t, "worst gap", worst);
      worst = 0;
      await new Promise((r) => setTimeout(r, 50));
    }
    clearInterval(timer);
    const f = encoder.figures();
    console.log(f);
    await new Promise((r) => setTimeout(r, 10000));
    console.log(encoder.figures());
    await encoder.close();
    console.log("closed");
  }
}
void main();
