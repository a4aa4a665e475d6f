import { chmod } from "node:fs/promises";
import { buildCorpusIndex, CorpusError, loadCorpus, packIndex } from "../../src/index.ts";
import { OWN_CORPUS, OWN_INDEX } from "./own-index.ts";
import { createSnapshotFile } from "./snapshot-file.ts";

const FOR_EVERYBODY = 0o644;

// The end of `npm run build`.
indexOwnCorpus().catch((error: unknown) => {
  // Articles that cannot be read are told by whatever serves them, and stop no installation.
  if (!(error instanceof CorpusError)) throw error;
});

async function indexOwnCorpus(): Promise<void> {
  const { corpus } = loadCorpus(OWN_CORPUS);
  await createSnapshotFile(OWN_INDEX).write(corpus, packIndex(buildCorpusIndex(corpus)));
  // Whoever may run Talks may read the articles beside it.
  await chmod(OWN_INDEX, FOR_EVERYBODY);
}
