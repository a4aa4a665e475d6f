import { chmod } from "node:fs/promises";
import { createEngine, loadCorpus } from "../../src/index.ts";
import { createStderrLog } from "../log.ts";
import { OWN_CORPUS } from "../package-root.ts";
import { createLocalEncoder } from "./encoder.ts";
import { SHIPPED_VECTORS } from "./vector-file.ts";

// npm run vectors: encodes the articles that come with Talks. Those whose vectors are there keep them.
async function shipVectors(): Promise<void> {
  const files = { shipped: null, own: SHIPPED_VECTORS };
  const encoder = createLocalEncoder({ files, make: "ahead", log: createStderrLog() });
  createEngine(loadCorpus(OWN_CORPUS).corpus, { encoder });
  await encoder.settled();
  await encoder.prune();
  await encoder.close();
  // They are everybody's.
  await chmod(SHIPPED_VECTORS, 0o644);
}

// Built as CommonJS, which waits for nothing at the top.
void shipVectors();
