import { setImmediate as breathe } from "node:timers/promises";
import MiniSearch, { type AsPlainObject } from "minisearch";
import type { Corpus } from "../corpus/load-corpus.ts";
import { readArticle } from "../corpus/readable-article.ts";
import { createMemoryIndex, type MemoryIndex } from "./memory-index.ts";
import { SEARCH_OPTIONS } from "./paragraph-search.ts";
import {
  type ParagraphTerms,
  type PassageKey,
  paragraphKey,
  passageKey,
  type StoredArticle,
  type StoredParagraph,
  type StoredPassage,
  type TokenRun,
} from "./passages.ts";
import { packInPieces, unpackInPieces } from "./pieces.ts";
import { dataOf, type LexiconData, openLexicon } from "./stored-lexicon.ts";

/** An index as plain data, without what the articles have. */
interface IndexData extends LexiconData {
  readonly paragraphs: readonly PackedParagraph[];
  /** MiniSearch's own form: reading it back is several times faster than adding the paragraphs again. */
  readonly search: AsPlainObject;
}

/** With the place of its article in the corpus. */
interface PackedParagraph extends ParagraphTerms {
  readonly article: number;
  readonly passages: readonly PackedPassage[];
}

interface PackedPassage extends TokenRun {
  readonly duplicates: readonly PackedKey[];
  readonly original: PackedKey | null;
}

interface PackedKey extends Pick<PassageKey, "key" | "paragraph"> {
  readonly article: number;
}

/**
 * An index as bytes, without the articles' texts. Only the same code in the same release of Node reads them back, only
 * with the same corpus; to know that is the reader's business.
 */
export function packIndex({ read }: MemoryIndex): Uint8Array {
  const data: IndexData = {
    ...dataOf(read),
    paragraphs: read.paragraphs.map(packParagraph),
    search: read.search.toJSON(),
  };
  return packInPieces(data);
}

/** The index of `corpus` from what `packIndex` made of it. It takes its time: whatever else the process does goes on meanwhile. */
export async function unpackIndex(bytes: Uint8Array, corpus: Corpus): Promise<MemoryIndex> {
  const data = (await unpackInPieces(bytes, breathe)) as IndexData;
  const stored = await openLexicon(data);
  return createMemoryIndex({
    ...stored,
    paragraphs: unpackParagraphs(data.paragraphs, stored.articles, corpus),
    search: await MiniSearch.loadJSAsync(data.search, SEARCH_OPTIONS),
  });
}

function packParagraph({
  key: _,
  text: _text,
  cite: _cite,
  article,
  passages,
  ...terms
}: StoredParagraph): PackedParagraph {
  return { ...terms, article: article.order, passages: passages.map(packPassage) };
}

function packPassage({ key: _, row: _row, duplicates, original, ...run }: StoredPassage): PackedPassage {
  const packKey = ({ article, ...key }: PassageKey): PackedKey => ({ ...key, article: article.order });
  return { ...run, duplicates: duplicates.map(packKey), original: original && packKey(original) };
}

function unpackParagraphs(
  packed: readonly PackedParagraph[],
  stored: readonly StoredArticle[],
  { articles }: Corpus,
): StoredParagraph[] {
  const readable = articles.map(readArticle);
  const keysOf = (key: PackedKey | null): PassageKey[] => {
    const article = stored[key?.article ?? -1];
    return key && article ? [{ ...key, article }] : [];
  };
  return packed.flatMap(({ article: order, passages, ...terms }): StoredParagraph[] => {
    const [article, text] = [stored[order], readable[order]];
    if (!article || !text) return [];
    const key = paragraphKey(terms.position, article);
    return [
      {
        ...terms,
        ...{ key, article, text: text.body.slice(terms.start, terms.end), cite: text.cite },
        passages: passages.map(({ duplicates, original, ...run }, row) => ({
          ...run,
          ...{ key: passageKey(key, row), row },
          duplicates: duplicates.flatMap(keysOf),
          original: keysOf(original)[0] ?? null,
        })),
      },
    ];
  });
}
