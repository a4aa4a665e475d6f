import type { Types } from "@opensearch-project/opensearch";
import {
  type CorpusFigures,
  type Lexicon,
  type PassageIndex,
  relevanceTo,
  type Search,
  type Speaker,
  type StoredParagraph,
  type Within,
} from "../../src/index.ts";
import type { Archive } from "./client.ts";
import { LIMITS } from "./layout.ts";
import { type Catalogue, type ParagraphDocument, paragraphOf } from "./paragraph-document.ts";

/** What a reader knows of an archive at one moment; none of it changes. */
export interface ArchiveView {
  /** The name of the index that holds the paragraphs of the generation. */
  readonly index: string;
  readonly lexicon: Lexicon;
  readonly catalogue: Catalogue;
  readonly figures: CorpusFigures;
}

/** The engine reckons a little otherwise than Talks: of so many times as many as are wanted the best are taken. */
const SPARE = 2;
/** Titles count as they do in memory (TITLE_BOOST). */
const TITLE_BOOST = 0.3;
const READ = ["article", "position", "stored"];
const IN_CORPUS: Types.Common.SortCombinations[] = [{ order: "asc" }, { position: "asc" }];

/** A condition on documents. */
type Clause = Types.Common_QueryDsl.QueryContainer;

/** The paragraphs of an archive: found by the engine, scored here, so that answers are those of an index in memory. */
export function createArchiveIndex(archive: Archive, view: ArchiveView): PassageIndex {
  const { index, lexicon, catalogue, figures } = view;

  const search = async (
    query: Clause,
    size: number,
    sort: Types.Common.SortCombinations[],
  ): Promise<StoredParagraph[]> => {
    if (size === 0) return [];
    const body = { query, size: Math.min(size, LIMITS.results), sort, _source: READ, track_total_hits: false };
    const found = await archive.try(() =>
      archive.client.search({ index, search_type: "dfs_query_then_fetch", allow_partial_search_results: false, body }),
    );
    return read(found.body.hits.hits.map(({ _source }) => _source));
  };
  const read = (sources: readonly unknown[]) =>
    sources.flatMap((source) => (isDocument(source) ? (paragraphOf(source, catalogue) ?? []) : []));

  return {
    lexicon,
    async find({ terms, onlyAdds, within, depth }) {
      if (terms.length === 0) return [];
      const found = await search(queryFor({ terms, onlyAdds, within, depth }, catalogue), SPARE * depth, [
        { _score: { order: "desc" } },
        ...IN_CORPUS,
      ]);
      const relevance = relevanceTo(
        terms.flatMap(({ text, boost }) => {
          const id = lexicon.vocabulary.idOf(text);
          return id === undefined ? [] : [{ id, boost }];
        }),
        lexicon,
      );
      const scored = found.map((paragraph) => ({ paragraph, score: relevance(paragraph) }));
      return scored
        .sort((a, b) => b.score - a.score)
        .slice(0, depth)
        .map(({ paragraph }) => paragraph);
    },
    spokenBy: (speaker, within, depth) =>
      search({ bool: { filter: [spokenBy(speaker), ...filtersOf(within, catalogue)] } }, depth, IN_CORPUS),
    async fetch(keys) {
      if (keys.length === 0) return [];
      const found = await archive.try(() =>
        archive.client.mget({ index, _source: READ, body: { ids: [...new Set(keys)] } }),
      );
      const docs = found.body.docs.map((doc) => ("_source" in doc ? doc._source : null));
      const byKey = new Map(read(docs).map((paragraph) => [paragraph.key, paragraph]));
      return keys.flatMap((key) => byKey.get(key) ?? []);
    },
    paragraphsOf: async (article) =>
      catalogue.has(article) ? search({ term: { article } }, LIMITS.results, IN_CORPUS) : [],
    async everything() {
      const all: StoredParagraph[] = [];
      for (const article of inOrder(catalogue))
        all.push(...(await search({ term: { article } }, LIMITS.results, IN_CORPUS)));
      return all;
    },
    figures: async () => figures,
  };
}

function inOrder(catalogue: Catalogue): string[] {
  return [...catalogue.values()].sort((a, b) => a.order - b.order).map(({ source }) => source.id);
}

/** What was written by Talks is as it was written; anything else is none of its documents. */
function isDocument(source: unknown): source is Pick<ParagraphDocument, "article" | "position" | "stored"> {
  return typeof source === "object" && source !== null && "stored" in source && "article" in source;
}

function queryFor({ terms, onlyAdds, within }: Search, catalogue: Catalogue): Clause {
  const clausesFor = ({ text, boost }: Search["terms"][number]): Clause[] => [
    { term: { terms: { value: text, boost } } },
    { term: { title: { value: text, boost: boost * TITLE_BOOST } } },
  ];
  const finding = terms.filter(({ text }) => text !== onlyAdds).flatMap(clausesFor);
  const adding = terms.filter(({ text }) => text === onlyAdds).flatMap(clausesFor);
  return {
    bool: {
      must: [{ bool: { should: finding, minimum_should_match: 1 } }],
      should: adding,
      filter: filtersOf(within, catalogue),
    },
  };
}

function filtersOf({ articles, speaker, scope }: Within, catalogue: Catalogue): Clause[] {
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

function spokenBy({ ids, labels }: Speaker): Clause {
  return ids.length > 0 ? { terms: { speakers: [...ids] } } : { terms: { labels: [...labels] } };
}

/** Those articles, or all but the others where these are fewer. */
function oneOf(articles: ReadonlySet<string>, catalogue: Catalogue): Clause {
  if (articles.size <= catalogue.size / 2) return { terms: { article: [...articles] } };
  const others = [...catalogue.keys()].filter((id) => !articles.has(id));
  return { bool: { must_not: [{ terms: { article: others } }] } };
}
