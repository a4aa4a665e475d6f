import { setImmediate as breathe } from "node:timers/promises";
import { type Concepts, createConcepts } from "../names/concepts.ts";
import { type Name, openNameBook } from "../names/name-book.ts";
import { createThesaurus } from "../thesaurus/thesaurus.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import type { CorpusFigures } from "./passage-index.ts";
import type { StoredArticle } from "./passages.ts";
import { packInPieces, unpackInPieces } from "./pieces.ts";
import type { TallyChange } from "./tally.ts";
import { createVocabulary, type StoredVocabulary } from "./vocabulary.ts";

/** What stays in process of an index whose paragraphs are kept elsewhere. */
export interface StoredLexicon {
  readonly lexicon: Lexicon;
  /** In the order of the corpus. */
  readonly articles: readonly StoredArticle[];
  readonly figures: CorpusFigures;
}

/** What is slow to find out of a lexicon, as plain data; the rest is quickly made of it again. */
export interface LexiconData
  extends Pick<Lexicon, "averageLength" | "averageTerms" | "quoted" | "descriptions" | "speakerLabels">,
    Pick<StoredLexicon, "articles" | "figures">,
    Pick<Concepts, "synonyms"> {
  readonly names: readonly Name[];
  readonly plainWords: ReadonlySet<string>;
  readonly vocabulary: StoredVocabulary;
}

/** A lexicon as plain data. */
export function dataOf({ lexicon, articles, figures }: StoredLexicon): LexiconData {
  const { averageLength, averageTerms, quoted, descriptions, speakerLabels, vocabulary, concepts } = lexicon;
  return {
    ...{ averageLength, averageTerms, quoted, descriptions, speakerLabels },
    ...{ articles, figures },
    synonyms: concepts.synonyms,
    names: concepts.book.names,
    plainWords: concepts.book.plainWords,
    vocabulary: vocabulary.stored(),
  };
}

/** The lexicon of its data, which are used up. It takes its time: whatever else the process does goes on meanwhile. */
export async function openLexicon(data: LexiconData): Promise<StoredLexicon> {
  const { averageLength, averageTerms, quoted, descriptions, speakerLabels } = data;
  const { names, plainWords, synonyms, vocabulary, articles, figures } = data;
  const lexicon = createLexicon({
    ...{ averageLength, averageTerms, quoted, descriptions, speakerLabels },
    sources: articles.map(({ source }) => source),
    vocabulary: createVocabulary(vocabulary),
    thesaurus: createThesaurus(),
    concepts: createConcepts(await openNameBook(names, plainWords, breathe), synonyms),
  });
  return { lexicon, articles, figures };
}

/** A lexicon as bytes; the same version of Talks reads them back. */
export function packLexicon(stored: StoredLexicon): Uint8Array {
  return packInPieces(dataOf(stored));
}

/** The lexicon that was packed. */
export async function unpackLexicon(bytes: Uint8Array): Promise<StoredLexicon> {
  return openLexicon((await unpackInPieces(bytes, breathe)) as LexiconData);
}

/** A change as it is told to whoever keeps a lexicon: what is counted no more, and what is counted, with its articles. */
export interface LoggedChange extends TallyChange {
  readonly articles: readonly StoredArticle[];
}

/** A change as bytes. */
export function packChange(change: LoggedChange): Uint8Array {
  return packInPieces(change);
}

/** The change that was packed. */
export async function unpackChange(bytes: Uint8Array): Promise<LoggedChange> {
  return (await unpackInPieces(bytes, breathe)) as LoggedChange;
}
