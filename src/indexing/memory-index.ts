import type { Corpus } from "../corpus/load-corpus.ts";
import { type CorpusRecords, readCorpus } from "./corpus-records.ts";
import {
  type CorpusFigures,
  hasWordsOf,
  isWithin,
  type PassageIndex,
  type Search,
  type Speaker,
  type Within,
} from "./passage-index.ts";
import {
  type PassageKey,
  type PassageRecord,
  paragraphKey,
  passageKey,
  type StoredArticle,
  type StoredParagraph,
  type StoredPassage,
} from "./passages.ts";
import { speakerFigures } from "./speaker-figures.ts";

/** An index in the memory of this process, and what it was made of. */
export interface MemoryIndex extends PassageIndex {
  readonly records: CorpusRecords;
}

/** Reads a corpus and keeps what it found in memory. */
export function buildCorpusIndex(corpus: Corpus): MemoryIndex {
  return createMemoryIndex(readCorpus(corpus));
}

/** Keeps what was found out about a corpus in memory. */
export function createMemoryIndex(records: CorpusRecords): MemoryIndex {
  const { lexicon, paragraphsBySpeaker } = records;
  const paragraphs = storeParagraphs(records);
  const byKey = new Map(paragraphs.map((paragraph) => [paragraph.key, paragraph]));
  const byArticle = groupByArticle(paragraphs);
  let figures: CorpusFigures | null = null;

  function* spokenBy({ ids, labels }: Speaker): Iterable<StoredParagraph | undefined> {
    for (const id of ids) for (const number of paragraphsBySpeaker.get(id) ?? []) yield paragraphs[number];
    if (labels.size > 0) yield* paragraphs.filter((paragraph) => hasWordsOf({ ids: [], labels }, paragraph));
  }
  return {
    records,
    lexicon,
    async find({ terms, onlyAdds, within, depth }) {
      if (terms.length === 0) return [];
      return allowed(searchFor(terms, onlyAdds, records, paragraphs), within, depth);
    },
    spokenBy: async (speaker, within, depth) => allowed(spokenBy(speaker), within, depth),
    fetch: async (keys) => keys.flatMap((key) => byKey.get(key) ?? []),
    paragraphsOf: async (article) => byArticle.get(article) ?? [],
    everything: async () => paragraphs,
    async figures() {
      figures ??= { speakers: speakerFigures(records) };
      return figures;
    },
  };
}

/** What MiniSearch finds, best first. */
export function* searchFor(
  terms: Search["terms"],
  onlyAdds: string | null,
  { search }: Pick<CorpusRecords, "search">,
  paragraphs: readonly StoredParagraph[],
): Iterable<StoredParagraph | undefined> {
  const results = search.search(terms.map(({ text }) => text).join(" "), {
    boostTerm: (_, at) => terms[at]?.boost ?? 1,
    ...(onlyAdds !== null && { boostDocument: foundBefore(onlyAdds, paragraphs.length) }),
  });
  for (const { id } of results) yield paragraphs[Number(id)];
}

/**
 * Takes a term for what only adds to the score of the paragraphs that others found. MiniSearch calls it for every paragraph
 * of one term after the other, so that term has to be the last.
 */
function foundBefore(last: string, paragraphs: number): (paragraph: number, term: string) => number {
  const isFound = new Uint8Array(paragraphs);
  return (paragraph, term) => {
    if (term === last) return isFound[paragraph] ?? 0;
    isFound[paragraph] = 1;
    return 1;
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

/** The paragraphs as ranking reads them: with their text, their article and their copies at hand. */
function storeParagraphs(records: CorpusRecords): StoredParagraph[] {
  const articles = storeArticles(records);
  const copiesOf = createKeys(records, articles);
  return records.paragraphs.flatMap(({ id: _, article: number, passages, ...terms }): StoredParagraph[] => {
    const [readable, article] = [records.articles[number], articles[number]];
    if (!readable || !article) return [];
    const key = paragraphKey(terms.position, article);
    return [
      {
        ...terms,
        key,
        article,
        text: readable.body.slice(terms.start, terms.end),
        passages: passages.map((passage, row) => {
          const { start, end, statements, tokenFrom, tokenTo } = passage;
          return { start, end, statements, tokenFrom, tokenTo, key: passageKey(key, row), row, ...copiesOf(passage) };
        }),
        cite: readable.cite,
      },
    ];
  });
}

function groupByArticle(paragraphs: readonly StoredParagraph[]): ReadonlyMap<string, readonly StoredParagraph[]> {
  const groups = new Map<string, StoredParagraph[]>();
  for (const paragraph of paragraphs) {
    const { id } = paragraph.article.source;
    const group = groups.get(id);
    if (group) group.push(paragraph);
    else groups.set(id, [paragraph]);
  }
  return groups;
}

function storeArticles({ lexicon, copies }: CorpusRecords): StoredArticle[] {
  return lexicon.sources.map((source, order) => ({ source, order, isGarbled: copies.garbled.has(order) }));
}

/** Finds the keys of a passage and of its copies. */
function createKeys({ paragraphs, passages, copies }: CorpusRecords, articles: readonly StoredArticle[]) {
  const keysOf = (number: number): PassageKey[] => {
    const passage = passages[number];
    const paragraph = passage && paragraphs[passage.paragraph];
    const article = paragraph && articles[paragraph.article];
    if (!article) return [];
    const own = paragraphKey(paragraph.position, article);
    return [{ key: passageKey(own, number - (paragraph.passages[0]?.id ?? 0)), paragraph: own, article }];
  };
  return ({ id }: PassageRecord): Pick<StoredPassage, "duplicates" | "original"> => ({
    duplicates: (copies.sameText.get(id) ?? NONE).flatMap(keysOf),
    original: keysOf(copies.original.get(id) ?? -1)[0] ?? null,
  });
}

const NONE: readonly number[] = [];
