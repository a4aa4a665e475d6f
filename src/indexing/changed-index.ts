import MiniSearch from "minisearch";
import type { IndexChange } from "./index-change.ts";
import { allowed } from "./memory-index.ts";
import { type ParagraphSearch, SEARCH_OPTIONS, searchFor } from "./paragraph-search.ts";
import { hasWordsOf, type WholeIndex } from "./passage-index.ts";
import { inCorpus, type StoredParagraph } from "./passages.ts";

/** An index with a change laid over it, in memory; the one below stays as it was. What is told of all is what it told. */
export function overlay(below: WholeIndex, change: IndexChange): WholeIndex {
  const { lexicon, gone, dropped } = change;
  const search: ParagraphSearch = new MiniSearch(SEARCH_OPTIONS);
  const come = change.paragraphs.map(({ paragraph }) => paragraph);
  search.addAll(change.paragraphs.map(({ indexed }, id) => ({ id, ...indexed })));
  const touched = new Map(change.touched.map((paragraph) => [paragraph.key, paragraph]));
  const byKey = new Map([...touched, ...come.map((paragraph) => [paragraph.key, paragraph] as const)]);
  const current = (found: readonly StoredParagraph[]) =>
    found.flatMap((paragraph) =>
      gone.has(paragraph.article.source.id) ? [] : (touched.get(paragraph.key) ?? paragraph),
    );
  return {
    lexicon,
    async find({ depth, ...wanted }) {
      const found = current(await below.find({ ...wanted, depth: depth + dropped.length }));
      if (wanted.terms.length === 0) return found;
      const own = searchFor(wanted, search, come);
      return [...found, ...allowed(own, wanted.within, depth)];
    },
    async spokenBy(speaker, within, depth) {
      const found = current(await below.spokenBy(speaker, within, depth + dropped.length));
      const own = come.filter((paragraph) => hasWordsOf(speaker, paragraph));
      return [...found, ...allowed(own, within, depth)].sort(inCorpus).slice(0, depth);
    },
    async fetch(keys) {
      const kept = current(await below.fetch(keys.filter((key) => !byKey.has(key))));
      const found = new Map(kept.map((paragraph) => [paragraph.key, paragraph]));
      return keys.flatMap((key) => byKey.get(key) ?? found.get(key) ?? []);
    },
    async paragraphsOf(article) {
      if (gone.has(article)) return come.filter((paragraph) => paragraph.article.source.id === article);
      return current(await below.paragraphsOf(article));
    },
    everything: async () => [...current(await below.everything()), ...come].sort(inCorpus),
    figures: () => below.figures(),
  };
}
