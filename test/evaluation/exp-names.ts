import { loadCorpus } from "../../src/index.ts";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";

const index = buildCorpusIndex((loadCorpus as any)(process.argv[2]).corpus ?? (loadCorpus as any)(process.argv[2]));
for (const n of index.lexicon.concepts.book.names)
  if (!process.argv[3] || n.name.includes(process.argv[3]!)) console.log(n.kind, n.name, n.aliases.join("|"));
