import { inCorpus, type PassageIndex, relevanceTo, type Search } from "../../src/index.ts";
import type { Archive } from "./client.ts";
import { LIMITS } from "./layout.ts";
import type { Catalogue } from "./paragraph-document.ts";
import {
  type ArchiveView,
  type Clause,
  createParagraphReader,
  filtersOf,
  IN_CORPUS,
  spokenBy,
} from "./paragraph-reader.ts";

/** The engine reckons a little otherwise than Talks: of so many times as many as are wanted the best are taken. */
const SPARE = 2;
/** Titles count as they do in memory (TITLE_BOOST). */
const TITLE_BOOST = 0.3;

/** The paragraphs of an archive: found by the engine, scored here, so that answers are those of an index in memory. */
export function createArchiveIndex(archive: Archive, view: ArchiveView): PassageIndex {
  const { lexicon, catalogue, figures } = view;
  const { search, searchBest, fetch } = createParagraphReader(archive, view);
  return {
    lexicon,
    async find({ terms, onlyAdds, within, depth }) {
      if (terms.length === 0) return [];
      const query = queryFor({ terms, onlyAdds, within }, catalogue);
      // What is found by more of the terms scores as many times higher.
      const isFoundBy = terms.map((term): Clause => ({ bool: { should: clausesFor(term) } }));
      const found = await searchBest(query, isFoundBy, SPARE * depth);
      const relevance = relevanceTo(
        terms.flatMap(({ text, boost }) => {
          const id = lexicon.vocabulary.idOf(text);
          return id === undefined ? [] : [{ id, boost }];
        }),
        lexicon,
      );
      const scored = found.map((paragraph) => ({ paragraph, score: relevance(paragraph) }));
      return scored
        .sort((a, b) => b.score - a.score || inCorpus(a.paragraph, b.paragraph))
        .slice(0, depth)
        .map(({ paragraph }) => paragraph);
    },
    spokenBy: (speaker, within, depth) =>
      search({ bool: { filter: [spokenBy(speaker), ...filtersOf(within, catalogue)] } }, depth, IN_CORPUS),
    async fetch(keys) {
      const found = await fetch(keys);
      return keys.flatMap((key) => found.get(key) ?? []);
    },
    paragraphsOf: async (article) =>
      catalogue.has(article) ? search({ term: { article } }, LIMITS.results, IN_CORPUS) : [],
    figures: async () => figures,
  };
}

function clausesFor({ text, boost }: Search["terms"][number]): Clause[] {
  return [
    { term: { terms: { value: text, boost } } },
    { term: { title: { value: text, boost: boost * TITLE_BOOST } } },
  ];
}

function queryFor({ terms, onlyAdds, within }: Omit<Search, "depth">, catalogue: Catalogue): Clause {
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
