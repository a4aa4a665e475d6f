import type MiniSearch from "minisearch";
import type { Options } from "minisearch";
import { BM25, TITLE_BOOST } from "./bm25.ts";
import type { Search } from "./passage-index.ts";
import type { StoredParagraph } from "./passages.ts";

/** What MiniSearch is given: terms that are already tokenized and stemmed, apart by spaces. */
export interface IndexedParagraph {
  /** Its place in a list of paragraphs. */
  readonly id: number;
  readonly text: string;
  readonly title: string;
}

export type ParagraphSearch = MiniSearch<IndexedParagraph>;

/** How MiniSearch is set up, for an index that is made and for one that is read back. */
export const SEARCH_OPTIONS: Options<IndexedParagraph> = {
  fields: ["text", "title"],
  tokenize: (terms) => (terms === "" ? [] : terms.split(" ")),
  processTerm: (term) => term,
  searchOptions: { bm25: BM25, boost: { title: TITLE_BOOST }, combineWith: "OR", prefix: false, fuzzy: false },
};

/** What MiniSearch finds among the paragraphs that it was given, best first. */
export function* searchFor(
  { terms, onlyAdds }: Pick<Search, "terms" | "onlyAdds">,
  search: ParagraphSearch,
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
