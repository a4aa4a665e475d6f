import type { Types } from "@opensearch-project/opensearch";
import type { CorpusFigures, Lexicon, Speaker, StoredParagraph, Within } from "../../src/index.ts";
import type { Archive } from "./client.ts";
import { LIMITS } from "./layout.ts";
import { type Catalogue, isDocument, type ParagraphDocument, paragraphOf } from "./paragraph-document.ts";

/** What a reader knows of an archive at one moment; none of it changes. */
export interface ArchiveView {
  /** The name of the index that holds the paragraphs of the generation. */
  readonly index: string;
  readonly lexicon: Lexicon;
  readonly catalogue: Catalogue;
  readonly figures: CorpusFigures;
}

/** A condition on documents. */
export type Clause = Types.Common_QueryDsl.QueryContainer;

/** A paragraph with the vectors of its texts, one behind the other; `null` where they have not been made. */
export interface ComparedParagraph {
  readonly paragraph: StoredParagraph;
  readonly vectors: Int8Array | null;
}

/** Reads paragraphs of one view. */
export interface ParagraphReader {
  search(query: Clause, size: number, sort: Types.Common.SortCombinations[]): Promise<StoredParagraph[]>;
  /** The best by the engine's score, times how many of some conditions hold of a paragraph. */
  searchBest(query: Clause, conditions: readonly Clause[], size: number): Promise<StoredParagraph[]>;
  /** The same with their vectors. */
  searchCompared(query: Clause, size: number, sort: Types.Common.SortCombinations[]): Promise<ComparedParagraph[]>;
  /** Those of some paragraphs that there are, by key. */
  fetch(keys: readonly string[]): Promise<ReadonlyMap<string, StoredParagraph>>;
  /** The vectors of some paragraphs, by key. */
  vectorsOf(keys: readonly string[]): Promise<ReadonlyMap<string, Int8Array>>;
}

/** The order of the corpus: of what is equally good, the first is taken. */
export const IN_CORPUS: Types.Common.SortCombinations[] = [{ order: "asc" }, { position: "asc" }];
/** The best first, as the engine reckons. */
export const BEST_FIRST: Types.Common.SortCombinations[] = [{ _score: { order: "desc" } }, ...IN_CORPUS];

/** Of each shard; beyond them none is among the best. */
const RESCORED = 1_000;
const PARAGRAPH = ["article", "position", "stored"];
const VECTORS = ["article", "stored.revision", "vectors"];

interface Wanted {
  readonly query: Clause;
  readonly sort?: Types.Common.SortCombinations[];
  readonly rescore?: Types.Core_Search.Rescore;
}

/** Lets the paragraphs of a view be read; what was written by Talks is as it was written, anything else is none of its documents. */
export function createParagraphReader(
  archive: Archive,
  { index, catalogue }: Pick<ArchiveView, "index" | "catalogue">,
): ParagraphReader {
  const search = async (size: number, fields: readonly string[], wanted: Wanted): Promise<unknown[]> => {
    if (size === 0) return [];
    const body = { ...wanted, size: Math.min(size, LIMITS.results), _source: [...fields], track_total_hits: false };
    const found = await archive.try(() =>
      archive.client.search({ index, search_type: "dfs_query_then_fetch", allow_partial_search_results: false, body }),
    );
    return found.body.hits.hits.map(({ _source }) => _source);
  };
  const get = async (keys: readonly string[], fields: readonly string[]): Promise<unknown[]> => {
    if (keys.length === 0) return [];
    const body = { ids: [...new Set(keys)] };
    const found = await archive.try(() => archive.client.mget({ index, _source: [...fields], body }));
    return found.body.docs.map((doc) => ("_source" in doc ? doc._source : null));
  };
  const read = (sources: readonly unknown[]) =>
    sources.flatMap((source) => (isDocument(source) ? (paragraphOf(source, catalogue) ?? []) : []));
  return {
    search: async (query, size, sort) => read(await search(size, PARAGRAPH, { query, sort })),
    async searchBest(query, conditions, size) {
      const functions = conditions.map((filter) => ({ filter, weight: 1 }));
      const rescore_query = { function_score: { functions, score_mode: "sum", boost_mode: "replace" } } as const;
      const rescore = { window_size: RESCORED, query: { rescore_query, score_mode: "multiply" } } as const;
      return read(await search(size, PARAGRAPH, { query, rescore }));
    },
    async searchCompared(query, size, sort) {
      const found = await search(size, [...PARAGRAPH, "vectors"], { query, sort });
      return found.flatMap((source) =>
        read([source]).map((paragraph) => ({ paragraph, vectors: isDocument(source) ? vectorsIn(source) : null })),
      );
    },
    fetch: async (keys) => new Map(read(await get(keys, PARAGRAPH)).map((paragraph) => [paragraph.key, paragraph])),
    async vectorsOf(keys) {
      const own = [...new Set(keys)];
      const vectors = new Map<string, Int8Array>();
      for (const [at, source] of (await get(own, VECTORS)).entries()) {
        const [key, found] = [own[at], isDocument(source) ? source : null];
        const values = found && catalogue.get(found.article)?.revision === found.stored.revision && vectorsIn(found);
        if (key !== undefined && values) vectors.set(key, values);
      }
      return vectors;
    },
  };
}

function vectorsIn({ vectors }: Pick<ParagraphDocument, "vectors">): Int8Array | null {
  return vectors === undefined ? null : new Int8Array(Buffer.from(vectors, "base64"));
}

/** The paragraphs that may answer. */
export function filtersOf({ articles, speaker, scope }: Within, catalogue: Catalogue): Clause[] {
  return [
    ...(articles ? [oneOf(articles, catalogue)] : []),
    ...(speaker ? [spokenBy(speaker)] : []),
    ...(scope
      ? [
          {
            bool: {
              should: [
                oneOf(scope.articles, catalogue),
                ...(scope.speakerId === null ? [] : [{ term: { voices: scope.speakerId } }]),
              ],
            },
          },
        ]
      : []),
  ];
}

/** The paragraphs with words of a speaker. */
export function spokenBy({ ids, labels }: Speaker): Clause {
  return ids.length > 0 ? { terms: { speakers: [...ids] } } : { terms: { labels: [...labels] } };
}

/** Those articles, or all but the others where these are fewer. */
function oneOf(articles: ReadonlySet<string>, catalogue: Catalogue): Clause {
  if (articles.size <= catalogue.size / 2) return { terms: { article: [...articles] } };
  const others = [...catalogue.keys()].filter((id) => !articles.has(id));
  return { bool: { must_not: [{ terms: { article: others } }] } };
}
