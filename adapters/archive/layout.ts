/**
 * How the archive is laid out, and what its documents mean: whatever changes them, also how Talks cuts words and names
 * speakers, or another encoder, takes the next number. A newer Talks makes what is older anew beside it, out of the articles.
 */
export const LAYOUT = 3;

/** What OpenSearch allows of an index. */
export const LIMITS = { results: 10_000, terms: 5_000_000 };

/** The names under which an archive is kept, by what they begin with. */
export function namesOf(name: string) {
  return {
    articles: `${name}-articles`,
    state: `${name}-state`,
    paragraphs: (generation: number) => `${name}-paragraphs-${generation}`,
    /** For people who look into it: the generation that is read. */
    alias: `${name}-paragraphs`,
  };
}

/** BM25+ as Talks reckons it (src/indexing/bm25.ts), by what the engine knows of lengths; good enough to find by. */
const BM25_PLUS =
  "double idf = Math.log(1 + (field.docCount - term.docFreq + 0.5) / (term.docFreq + 0.5)); " +
  "double average = (double) field.sumTotalTermFreq / field.docCount; " +
  "double norm = 1.2 * (1 - 0.7 + 0.7 * doc.length / average); " +
  "return query.boost * idf * (0.5 + doc.freq * 2.2 / (doc.freq + norm));";

const TERMS = { type: "text", analyzer: "whitespace", similarity: "bm25plus", index_options: "freqs" } as const;

/** The index of the paragraphs of one generation. */
export function paragraphsIndex(shards: number) {
  return {
    settings: {
      number_of_shards: shards,
      auto_expand_replicas: "0-1",
      max_terms_count: LIMITS.terms,
      similarity: { bm25plus: { type: "scripted", script: { source: BM25_PLUS } } },
    },
    mappings: {
      dynamic: "strict",
      properties: {
        article: { type: "keyword" },
        order: { type: "double" },
        position: { type: "integer" },
        terms: TERMS,
        title: TERMS,
        speakers: { type: "integer", doc_values: false },
        voices: { type: "integer", doc_values: false },
        labels: { type: "keyword", doc_values: false },
        // All that ranking reads.
        stored: { type: "object", enabled: false },
        // Of each text that is compared in meaning a byte for each number.
        vectors: { type: "binary", doc_values: true },
        compared: { type: "keyword", index: false, doc_values: false },
      },
    },
  } as const;
}

/** The index of the articles as they came, and that of all that is about the archive as a whole. */
export const PLAIN_INDEX = {
  settings: { number_of_shards: 1, auto_expand_replicas: "0-1" },
  mappings: {
    dynamic: false,
    properties: { id: { type: "keyword" } },
  },
} as const;
