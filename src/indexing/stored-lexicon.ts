import { setImmediate as breathe } from "node:timers/promises";
import type { Glossary } from "../corpus/glossary.ts";
import { createConcepts } from "../names/concepts.ts";
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

interface LexiconData
  extends Pick<Lexicon, "averageLength" | "averageTerms" | "quoted" | "descriptions" | "speakerLabels">,
    Pick<StoredLexicon, "articles" | "figures">,
    Pick<Glossary, "synonyms"> {
  readonly names: readonly Name[];
  readonly plainWords: ReadonlySet<string>;
  readonly vocabulary: StoredVocabulary;
}

/** A lexicon as bytes; the same version of Talks reads them back. */
export function packLexicon({ lexicon, articles, figures }: StoredLexicon, { synonyms }: Glossary): Uint8Array {
  const { averageLength, averageTerms, quoted, descriptions, speakerLabels, vocabulary, concepts } = lexicon;
  const data: LexiconData = {
    ...{ averageLength, averageTerms, quoted, descriptions, speakerLabels, synonyms },
    ...{ articles, figures },
    names: concepts.book.names,
    plainWords: concepts.book.plainWords,
    vocabulary: vocabulary.stored(),
  };
  return packInPieces(data);
}

/** The lexicon that was packed. It takes its time: whatever else the process does goes on meanwhile. */
export async function unpackLexicon(bytes: Uint8Array): Promise<StoredLexicon> {
  const { names, plainWords, synonyms, vocabulary, articles, figures, ...facts } = (await unpackInPieces(
    bytes,
    breathe,
  )) as LexiconData;
  const lexicon = createLexicon({
    ...facts,
    sources: articles.map(({ source }) => source),
    vocabulary: createVocabulary(vocabulary),
    thesaurus: createThesaurus(),
    concepts: createConcepts(await openNameBook(names, plainWords, breathe), synonyms),
  });
  return { lexicon, articles, figures };
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
