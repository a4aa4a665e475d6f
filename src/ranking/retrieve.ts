import type { SearchResult } from "minisearch";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { StoredParagraph } from "../indexing/passages.ts";
import type { Vocabulary } from "../indexing/vocabulary.ts";
import type { Query } from "../question/query.ts";
import { tokenize } from "../text/tokenize.ts";

/** A paragraph that the index found, with MiniSearch's score; 0 where it came by its speaker alone. */
export interface Candidate {
  readonly paragraph: StoredParagraph;
  readonly score: number;
}

/** Only so many paragraphs are looked at closely: what stands further down has never been seen to win. */
const MAX_CANDIDATES = 20;
/** Somebody's words, and an answer of several parts, are gathered from more. */
const MAX_FOR_PARTS = 28;
/** Faint alternatives help to choose among passages, but finding every paragraph that holds one costs more than it brings. */
const MIN_STRENGTH = 0.35;
/** A term of an earlier question leads to a paragraph less than one that was just asked with. */
const CONTEXT_BOOST = 0.4;
/** A hit in the title finds every paragraph of an article alike, so it may raise a score but not make one. */
const TITLE_BOOST = 0.3;

/** Finds the paragraphs that may answer: by the query's terms, and by the subject whose words are asked for. */
export function retrieve(
  query: Query,
  index: CorpusIndex,
  isAllowed: (paragraph: StoredParagraph) => boolean,
): Candidate[] {
  const limit = hasParts(query) ? MAX_FOR_PARTS : MAX_CANDIDATES;
  const found = new Map<number, Candidate>();
  for (const { id, score } of searchFor(query, limit, index)) {
    const paragraph = index.paragraphs[Number(id)];
    if (paragraph && isAllowed(paragraph)) found.set(paragraph.id, { paragraph, score });
    if (found.size >= limit) break;
  }
  for (const id of query.subject?.ids ?? []) {
    for (const paragraphId of index.paragraphsBySpeaker.get(id) ?? []) {
      const paragraph = index.paragraphs[paragraphId];
      if (found.size >= 2 * limit) break;
      if (paragraph && isAllowed(paragraph) && !found.has(paragraphId)) found.set(paragraphId, { paragraph, score: 0 });
    }
  }
  return [...found.values()];
}

function hasParts({ intent, need }: Query): boolean {
  return intent !== "fact" || need === "points" || need === "list";
}

/** A term that the index is searched for. */
interface SearchTerm {
  readonly text: string;
  boost: number;
  /** How many paragraphs hold it. */
  readonly paragraphs: number;
}

/**
 * Searches for the terms of a query. What holds the commonest term and no other is outranked by all the rest, and makes
 * up most of what would be found: where the others find enough, that term only adds to the score of what they find.
 */
function searchFor(query: Query, limit: number, index: CorpusIndex): readonly SearchResult[] {
  const terms = tellingTerms(searchTerms(query, index.vocabulary), limit, index.vocabulary);
  if (terms.length === 0) return [];
  const others = terms.slice(0, -1);
  const commonest = countIn(others) < FOUND_BY_OTHERS ? undefined : terms.at(-1)?.text;
  return index.search.search(terms.map(({ text }) => text).join(" "), {
    boost: { title: TITLE_BOOST },
    boostTerm: (_, at) => terms[at]?.boost ?? 1,
    ...(commonest !== undefined && { boostDocument: foundBefore(commonest, index.paragraphs.length) }),
  });
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

/** So many paragraphs, counted for each term, are enough without those of the commonest. */
const FOUND_BY_OTHERS = 10;

/** The terms that find a query's, the rarest first. */
function searchTerms(query: Query, vocabulary: Vocabulary): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const { alternatives, role } of query.terms) {
    const importance = role === "context" ? CONTEXT_BOOST : 1;
    for (const { id, strength } of alternatives) {
      const text = strength < MIN_STRENGTH ? undefined : vocabulary.termOf(id);
      if (text === undefined) continue;
      const known = terms.find((term) => term.text === text);
      if (known) known.boost = Math.max(known.boost, strength * importance);
      else terms.push({ text, boost: strength * importance, paragraphs: vocabulary.paragraphsWithId(id) });
    }
  }
  return terms.sort((a, b) => a.paragraphs - b.paragraphs);
}

/**
 * In a large corpus a term that so many paragraphs hold, at least and as a share, costs far more to search for than it
 * finds. Ranking still counts it.
 */
const COMMON_PARAGRAPHS = 200;
const COMMON_SHARE = 0.025;

/** Leaves out the common terms where the others lead to candidates enough. */
function tellingTerms(terms: readonly SearchTerm[], limit: number, vocabulary: Vocabulary): readonly SearchTerm[] {
  const common = Math.max(COMMON_PARAGRAPHS, COMMON_SHARE * vocabulary.paragraphs);
  const telling = terms.filter(({ paragraphs }) => paragraphs < common);
  return countIn(telling) < limit ? terms : telling;
}

function countIn(terms: readonly SearchTerm[]): number {
  return terms.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
}

/** Which paragraphs the question's filters, and the outlet it names, leave in play. */
export function allowedBy(query: Query, index: CorpusIndex): (paragraph: StoredParagraph) => boolean {
  const { filters, scope } = query;
  if (filters.source === null && filters.since === null && filters.until === null && !scope) return () => true;
  const from =
    filters.source === null ? null : index.scopes.articlesFrom([filters.source, ...aliasesOf(filters.source, index)]);
  return ({ article, passages }) => {
    const published = index.sources[article]?.published ?? null;
    if (from && !from.has(article)) return false;
    if (filters.since !== null && (published === null || published < filters.since)) return false;
    if (filters.until !== null && (published === null || published > filters.until)) return false;
    if (!scope || scope.articles.has(article)) return true;
    return passages.some(({ statements }) => statements.some(({ speakerIds }) => speakerIds[0] === scope.speakerId));
  };
}

function aliasesOf(source: string, index: CorpusIndex): readonly string[] {
  const name = index.concepts.book.inQuestion(tokenize(source))[0]?.value;
  return name ? [name.name, ...name.aliases] : [];
}
