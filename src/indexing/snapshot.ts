import { setImmediate as breathe } from "node:timers/promises";
import MiniSearch, { type AsPlainObject } from "minisearch";
import type { Corpus } from "../corpus/load-corpus.ts";
import { readArticle } from "../corpus/readable-article.ts";
import { createConcepts } from "../names/concepts.ts";
import { type Name, openNameBook } from "../names/name-book.ts";
import { createThesaurus } from "../thesaurus/thesaurus.ts";
import { type CorpusRecords, SEARCH_OPTIONS, sourcesOf } from "./corpus-records.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import { createMemoryIndex, type MemoryIndex } from "./memory-index.ts";
import { packInPieces, unpackInPieces } from "./pieces.ts";
import { createVocabulary, type StoredVocabulary } from "./vocabulary.ts";

/** What is slow to find out about a corpus, as plain data; everything else of an index is quickly made of it again. */
interface IndexData
  extends Pick<CorpusRecords, "paragraphs" | "paragraphsBySpeaker" | "copies">,
    Pick<Lexicon, "averageLength" | "averageTerms" | "quoted" | "descriptions" | "speakerLabels"> {
  readonly names: readonly Name[];
  readonly plainWords: ReadonlySet<string>;
  readonly vocabulary: StoredVocabulary;
  /** MiniSearch's own form: reading it back is several times faster than adding the paragraphs again. */
  readonly search: AsPlainObject;
}

/**
 * An index as bytes, without the articles' texts. Only the same code in the same release of Node reads them back, only
 * with the same corpus; to know that is the reader's business.
 */
export function packIndex({ records }: MemoryIndex): Uint8Array {
  const { paragraphs, paragraphsBySpeaker, copies, search, lexicon } = records;
  const { averageLength, averageTerms, quoted, descriptions, speakerLabels, vocabulary, concepts } = lexicon;
  const { names, plainWords } = concepts.book;
  const data: IndexData = {
    ...{ paragraphs, paragraphsBySpeaker, copies },
    ...{ averageLength, averageTerms, quoted, descriptions, speakerLabels },
    ...{ names, plainWords, vocabulary: vocabulary.stored(), search: search.toJSON() },
  };
  return packInPieces(data);
}

/** The index of `corpus` from what `packIndex` made of it. It takes its time: whatever else the process does goes on meanwhile. */
export async function unpackIndex(bytes: Uint8Array, { articles, glossary }: Corpus): Promise<MemoryIndex> {
  const data = (await unpackInPieces(bytes, breathe)) as IndexData;
  const { paragraphs, paragraphsBySpeaker, copies, names, plainWords } = data;
  const { averageLength, averageTerms, quoted, descriptions, speakerLabels } = data;
  const lexicon = createLexicon({
    ...{ sources: sourcesOf(articles), averageLength, averageTerms, quoted, descriptions, speakerLabels },
    vocabulary: createVocabulary(data.vocabulary),
    thesaurus: createThesaurus(),
    concepts: createConcepts(await openNameBook(names, plainWords, breathe), glossary.synonyms),
  });
  const passages = paragraphs.flatMap((paragraph) => paragraph.passages);
  return createMemoryIndex({
    ...{ articles: articles.map(readArticle), paragraphs, passages, paragraphsBySpeaker, copies, lexicon },
    search: await MiniSearch.loadJSAsync(data.search, SEARCH_OPTIONS),
  });
}
