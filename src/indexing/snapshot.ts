import { setImmediate as breathe } from "node:timers/promises";
import MiniSearch, { type AsPlainObject } from "minisearch";
import type { Corpus } from "../corpus/load-corpus.ts";
import { createConcepts } from "../names/concepts.ts";
import { type Name, openNameBook } from "../names/name-book.ts";
import { createThesaurus } from "../thesaurus/thesaurus.ts";
import { type CorpusIndex, SEARCH_OPTIONS, sourcesOf } from "./corpus-index.ts";
import { packInPieces, unpackInPieces } from "./pieces.ts";
import { createRelatedTerms } from "./related-terms.ts";
import { createSourceScopes } from "./source-scopes.ts";
import { createVocabulary, type StoredVocabulary } from "./vocabulary.ts";
import { createWordFamilies } from "./word-families.ts";

/** What is slow to find out about a corpus, as plain data; everything else of an index is quickly made of it again. */
interface IndexData
  extends Pick<
    CorpusIndex,
    "paragraphs" | "paragraphsBySpeaker" | "averageLength" | "averageTerms" | "copies" | "descriptions" | "speakerTerms"
  > {
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
export function packIndex(index: CorpusIndex): Uint8Array {
  const { paragraphs, paragraphsBySpeaker, averageLength, averageTerms } = index;
  const { copies, descriptions, speakerTerms, vocabulary, concepts, search } = index;
  const { names, plainWords } = concepts.book;
  const data: IndexData = {
    ...{ paragraphs, paragraphsBySpeaker, averageLength, averageTerms },
    ...{ copies, descriptions, speakerTerms },
    ...{ names, plainWords, vocabulary: vocabulary.stored(), search: search.toJSON() },
  };
  return packInPieces(data);
}

/** The index of `corpus` from what `packIndex` made of it. It takes its time: whatever else the process does goes on meanwhile. */
export async function unpackIndex(bytes: Uint8Array, { articles, glossary }: Corpus): Promise<CorpusIndex> {
  const data = (await unpackInPieces(bytes, breathe)) as IndexData;
  const { names, plainWords, vocabulary: stored, search, ...plain } = data;
  const vocabulary = createVocabulary(stored);
  const sources = sourcesOf(articles);
  const thesaurus = createThesaurus();
  const concepts = createConcepts(await openNameBook(names, plainWords, breathe), glossary.synonyms);
  return {
    ...plain,
    passages: plain.paragraphs.flatMap(({ passages }) => passages),
    articles,
    sources,
    scopes: createSourceScopes(sources),
    vocabulary,
    families: createWordFamilies(vocabulary),
    relatives: createRelatedTerms(thesaurus, vocabulary, concepts),
    thesaurus,
    concepts,
    search: await MiniSearch.loadJSAsync(search, SEARCH_OPTIONS),
  };
}
