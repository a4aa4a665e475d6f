import { BM25, TITLE_BOOST } from "../indexing/bm25.ts";
import type { Lexicon } from "../indexing/lexicon.ts";
import type { StoredParagraph } from "../indexing/passages.ts";
import { inverseFrequency } from "../indexing/vocabulary.ts";
import type { SearchTerm } from "./search-terms.ts";

/** A term that is searched for, with what it counts in each field before it is known how often it stands there. */
interface WeightedTerm {
  readonly inText: number;
  readonly inTitle: number;
}

/** How relevant a paragraph is to what was searched for; only scores of the same search compare. */
export type Relevance = (paragraph: StoredParagraph) => number;

/**
 * BM25+ (Lv and Zhai 2011) over text and title, times the number of terms that were found: MiniSearch's formula, worked
 * out here from frequencies and lengths, so that a paragraph scores the same whichever lexicon found it.
 */
export function relevanceTo(
  terms: readonly Pick<SearchTerm, "id" | "boost">[],
  { vocabulary, averageTerms }: Lexicon,
): Relevance {
  // The place of a term among those searched for, from 1, by its number: faster than a map, and made once a search.
  const placeOf = new Uint16Array(vocabulary.size);
  const idfOf = (paragraphs: number) => inverseFrequency(vocabulary.paragraphs, paragraphs);
  const weighted = terms.map(({ id, boost }, at): WeightedTerm => {
    placeOf[id] = at + 1;
    return {
      inText: boost * idfOf(vocabulary.paragraphsWithId(id)),
      inTitle: boost * TITLE_BOOST * idfOf(vocabulary.titlesWithId(id)),
    };
  });
  // By place; the first counts what was not searched for.
  const inText = new Uint32Array(weighted.length + 1);
  const inTitle = new Uint32Array(weighted.length + 1);
  return ({ tokens, concepts, distinctTerms, titleTokens, titleTerms }) => {
    inText.fill(0);
    inTitle.fill(0);
    count(tokens, 1, placeOf, inText);
    count(concepts, 3, placeOf, inText);
    count(titleTokens, 1, placeOf, inTitle);
    const textNorm = normOf(distinctTerms, averageTerms.text);
    const titleNorm = normOf(titleTerms.size, averageTerms.title);
    let score = 0;
    let found = 0;
    for (let at = 0; at < weighted.length; at++) {
      const [text, title] = [inText[at + 1] ?? 0, inTitle[at + 1] ?? 0];
      const weight = weighted[at];
      if (!weight || text + title === 0) continue;
      score += weight.inText * saturate(text, textNorm) + weight.inTitle * saturate(title, titleNorm);
      found++;
    }
    return score * found;
  };
}

/** Counts, by their place, the terms among every `step`th of some numbers. */
function count(ids: Int32Array, step: number, placeOf: Uint16Array, counts: Uint32Array): void {
  for (let at = 0; at < ids.length; at += step) {
    const place = placeOf[ids[at] ?? 0] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
}

function normOf(length: number, average: number): number {
  return BM25.k * (1 - BM25.b + (BM25.b * length) / average);
}

function saturate(frequency: number, norm: number): number {
  return frequency === 0 ? 0 : BM25.d + (frequency * (BM25.k + 1)) / (frequency + norm);
}
