import { join } from "node:path";
import { createLocalEncoder } from "../../adapters/encoder/encoder.ts";
import { SHIPPED_VECTORS } from "../../adapters/encoder/vector-file.ts";
import { createStderrLog } from "../../adapters/log.ts";
import { PACKAGE_ROOT } from "../../adapters/package-root.ts";
import { type Corpus, createEngine, type Engine } from "../../src/index.ts";

const encoder = createLocalEncoder({
  files: { shipped: SHIPPED_VECTORS, own: join(PACKAGE_ROOT, ".cache", "evaluation.vectors") },
  make: "ahead",
  keepsQuestions: true,
  log: { ...createStderrLog(), info: () => {} },
});
let latest: Promise<unknown> = Promise.resolve();

/**
 * An engine as it is shipped, with every passage encoded. What was encoded once is kept in `.cache/`.
 * @throws where the encoder cannot be had: words alone would be measured.
 */
export function createShippedEngine(corpus: Corpus): Promise<Engine> {
  const made = latest.then(async () => {
    const engine = createEngine(corpus, { encoder });
    await encoder.settled();
    const why = await encoder.whyNot();
    if (why !== null) throw new Error(`Talks is measured with its encoder, but ${why}.`);
    return engine;
  });
  latest = made.catch(() => {});
  return made;
}
