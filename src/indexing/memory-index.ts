import type { Corpus } from "../corpus/load-corpus.ts";
import { searchFor } from "./paragraph-search.ts";
import { hasWordsOf, isWithin, type Speaker, type WholeIndex, type Within } from "./passage-index.ts";
import type { StoredParagraph } from "./passages.ts";
import { type ReadCorpus, readCorpus } from "./read-corpus.ts";

/** An index in the memory of this process, and what it was made of. */
export interface MemoryIndex extends WholeIndex {
  readonly read: ReadCorpus;
}

/** Reads a corpus and keeps what it found in memory. */
export function buildCorpusIndex(corpus: Corpus): MemoryIndex {
  return createMemoryIndex(readCorpus(corpus));
}

/** Keeps what was found out about a corpus in memory. */
export function createMemoryIndex(read: ReadCorpus): MemoryIndex {
  const { lexicon, paragraphs, search, figures } = read;
  const byKey = new Map(paragraphs.map((paragraph) => [paragraph.key, paragraph]));
  const byArticle = groupBy(paragraphs, ({ article }) => [article.source.id]);
  const bySpeaker = groupBy(paragraphs, speakersIn);

  function* spokenBy({ ids, labels }: Speaker): Iterable<StoredParagraph> {
    for (const id of ids) yield* bySpeaker.get(id) ?? [];
    if (labels.size > 0) yield* paragraphs.filter((paragraph) => hasWordsOf({ ids: [], labels }, paragraph));
  }
  return {
    read,
    lexicon,
    async find({ within, depth, ...wanted }) {
      if (wanted.terms.length === 0) return [];
      return allowed(searchFor(wanted, search, paragraphs), within, depth);
    },
    spokenBy: async (speaker, within, depth) => allowed(spokenBy(speaker), within, depth),
    fetch: async (keys) => keys.flatMap((key) => byKey.get(key) ?? []),
    paragraphsOf: async (article) => byArticle.get(article) ?? [],
    everything: async () => paragraphs,
    figures: async () => figures,
  };
}

/** The first of some paragraphs that may answer, each once. */
export function allowed(
  found: Iterable<StoredParagraph | undefined>,
  within: Within,
  depth: number,
): StoredParagraph[] {
  const kept = new Set<StoredParagraph>();
  for (const paragraph of found) {
    if (kept.size >= depth) break;
    if (paragraph && isWithin(paragraph, within)) kept.add(paragraph);
  }
  return [...kept];
}

function speakersIn({ passages }: StoredParagraph): Iterable<number> {
  return new Set(passages.flatMap(({ statements }) => statements.flatMap(({ speakerIds }) => speakerIds)));
}

function groupBy<K>(
  paragraphs: readonly StoredParagraph[],
  keysOf: (paragraph: StoredParagraph) => Iterable<K>,
): ReadonlyMap<K, readonly StoredParagraph[]> {
  const groups = new Map<K, StoredParagraph[]>();
  for (const paragraph of paragraphs) {
    for (const key of keysOf(paragraph)) {
      const group = groups.get(key);
      if (group) group.push(paragraph);
      else groups.set(key, [paragraph]);
    }
  }
  return groups;
}
