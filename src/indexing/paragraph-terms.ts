import type { ConceptHit, Concepts } from "../names/concepts.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import { STOP_ID, type VocabularyBuilder } from "./vocabulary.ts";

/** No headline is longer, and what stands above many paragraphs is found by each of them. */
const LONGEST_TITLE = 1000;

/**
 * What stands above a paragraph as one text.
 * @param isFirst whether it is the first of its article: of a title without end, it alone is found by all the words.
 */
export function textAbove(
  title: string | null,
  heading: string | null,
  intro: string | null,
  isFirst: boolean,
): string {
  const own = title === null || isFirst ? title : title.slice(0, LONGEST_TITLE);
  return [own, heading, intro].filter(Boolean).join(". ");
}

/** What stands above a paragraph, by its terms. */
export interface Title {
  /** Numbers of its terms, as often as they stand in it. */
  readonly tokens: Int32Array;
  readonly terms: ReadonlySet<number>;
  /** As MiniSearch is given it. */
  readonly indexed: string;
}

/** @returns a reader that gives the same title for the same text: the paragraphs below it are mostly looked at together. */
export function createTitles(concepts: Concepts, vocabulary: VocabularyBuilder): (text: string) => Title {
  const titles = new Map<string, Title>();
  return (text) => {
    const title = titles.get(text) ?? readTitle(text, concepts, vocabulary);
    titles.set(text, title);
    return title;
  };
}

function readTitle(text: string, concepts: Concepts, vocabulary: VocabularyBuilder): Title {
  const tokens = tokenize(text);
  const terms = searchedTerms(tokens, concepts.inArticle(tokens));
  const ids = Int32Array.from(terms, (term) => vocabulary.add(term));
  return { tokens: ids, terms: new Set(ids), indexed: terms.join(" ") };
}

/** The terms by which a text is found: of its words and of its names and phrases. */
export function searchedTerms(tokens: readonly Token[], hits: readonly ConceptHit[]): string[] {
  return [...tokens.filter(({ stop }) => !stop), ...hits].map(({ term }) => term);
}

/** Counts a paragraph's terms, and gives their numbers as ranking reads them. */
export function numberTerms(tokens: readonly Token[], hits: readonly ConceptHit[], vocabulary: VocabularyBuilder) {
  const ids = Int32Array.from(tokens, (token) => (token.stop ? STOP_ID : vocabulary.add(token.term)));
  for (const token of tokens) if (!token.stop) vocabulary.countWord(token.word, token.term);
  const concepts = Int32Array.from(hits.flatMap((hit) => [vocabulary.add(hit.term), hit.from, hit.to]));
  const all = new Set([...ids, ...concepts.filter((_, at) => at % 3 === 0)]);
  all.delete(STOP_ID);
  vocabulary.countParagraph(all);
  return { tokens: ids, concepts, distinctTerms: all.size };
}

/** Where tokens stand, in pairs of start and end. @param offset of the text that they were read from. */
export function placesOf(tokens: readonly Token[], offset: number): Int32Array {
  const places = new Int32Array(2 * tokens.length);
  tokens.forEach(({ start, end }, at) => {
    places[2 * at] = offset + start;
    places[2 * at + 1] = offset + end;
  });
  return places;
}
