import { deserialize, serialize } from "node:v8";
import MiniSearch from "minisearch";
import type { Corpus } from "../corpus/load-corpus.ts";
import { createConcepts } from "../names/concepts.ts";
import { createNameBook, type Name } from "../names/name-book.ts";
import { createThesaurus } from "../thesaurus/thesaurus.ts";
import { type CorpusIndex, SEARCH_OPTIONS, sourcesOf } from "./corpus-index.ts";
import { createRelatedTerms } from "./related-terms.ts";
import { createSourceScopes } from "./source-scopes.ts";
import { createVocabulary, type StoredVocabulary } from "./vocabulary.ts";
import { createWordFamilies } from "./word-families.ts";

/** What is slow to find out about a corpus, as plain data; everything else of an index is quickly made of it again. */
interface IndexData
  extends Pick<
    CorpusIndex,
    | "paragraphs"
    | "passages"
    | "statements"
    | "paragraphsBySpeaker"
    | "averageLength"
    | "averageTerms"
    | "copies"
    | "descriptions"
    | "speakerTerms"
  > {
  readonly names: readonly Name[];
  readonly plainWords: ReadonlySet<string>;
  readonly vocabulary: StoredVocabulary;
  /** MiniSearch's own form: reading it back is several times faster than adding the paragraphs again. */
  readonly search: string;
}

/**
 * An index as bytes, without the articles' texts. Only the same code in the same release of Node reads them back, only
 * with the same corpus; to know that is the reader's business.
 */
export function packIndex(index: CorpusIndex): Uint8Array {
  const { paragraphs, passages, statements, paragraphsBySpeaker, averageLength, averageTerms } = index;
  const { copies, descriptions, speakerTerms, vocabulary, concepts, search } = index;
  const { names, plainWords } = concepts.book;
  const data: IndexData = {
    ...{ paragraphs, passages, statements, paragraphsBySpeaker, averageLength, averageTerms },
    ...{ copies, descriptions, speakerTerms },
    ...{ names, plainWords, vocabulary: vocabulary.stored(), search: JSON.stringify(search) },
  };
  // All at once, so that what is shared (a passage, its statements) is stored once and shared again.
  return serialize(data);
}

/** The index of `corpus` from what `packIndex` made of it. */
export function unpackIndex(bytes: Uint8Array, { articles, glossary }: Corpus): CorpusIndex {
  const { names, plainWords, vocabulary: stored, search, ...plain } = deserialize(bytes) as IndexData;
  const vocabulary = createVocabulary(stored);
  const sources = sourcesOf(articles);
  const thesaurus = createThesaurus();
  const concepts = createConcepts(createNameBook(names, plainWords), glossary.synonyms);
  return {
    ...plain,
    articles,
    sources,
    scopes: createSourceScopes(sources),
    vocabulary,
    families: createWordFamilies(vocabulary),
    relatives: createRelatedTerms(thesaurus, vocabulary, concepts),
    thesaurus,
    concepts,
    search: MiniSearch.loadJSON(search, SEARCH_OPTIONS),
  };
}
