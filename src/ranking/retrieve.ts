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
const MAX_CANDIDATES = 28;
/** Faint alternatives help to choose among passages, but finding every paragraph that holds one costs more than it brings. */
const MIN_STRENGTH = 0.35;
/** A hit in the title finds every paragraph of an article alike, so it may raise a score but not make one. */
const TITLE_BOOST = 0.3;

/**
 * In a large corpus a term that so many paragraphs hold, at least and as a share, costs far more to search for than it
 * finds. Ranking still counts it.
 */
const COMMON_PARAGRAPHS = 200;
const COMMON_SHARE = 0.025;

/** Finds the paragraphs that may answer: by the query's terms, and by the subject whose words are asked for. */
export function retrieve(
  query: Query,
  index: CorpusIndex,
  isAllowed: (paragraph: StoredParagraph) => boolean,
): Candidate[] {
  const boosts = new Map<string, number>();
  for (const term of query.terms) {
    for (const { id, strength } of term.alternatives) {
      if (strength < MIN_STRENGTH) continue;
      const text = index.vocabulary.termOf(id);
      const importance = term.role === "context" ? 0.4 : 1;
      if (text !== undefined) boosts.set(text, Math.max(strength * importance, boosts.get(text) ?? 0));
    }
  }
  const found = new Map<number, Candidate>();
  const results =
    boosts.size === 0
      ? []
      : index.search.search(tellingTerms([...boosts.keys()], index.vocabulary).join(" "), {
          boost: { title: TITLE_BOOST },
          boostTerm: (term) => boosts.get(term) ?? 1,
        });
  for (const { id, score } of results) {
    const paragraph = index.paragraphs[Number(id)];
    if (paragraph && isAllowed(paragraph)) found.set(paragraph.id, { paragraph, score });
    if (found.size >= MAX_CANDIDATES) break;
  }
  for (const id of query.subject?.ids ?? []) {
    for (const paragraphId of index.paragraphsBySpeaker.get(id) ?? []) {
      const paragraph = index.paragraphs[paragraphId];
      if (found.size >= 2 * MAX_CANDIDATES) break;
      if (paragraph && isAllowed(paragraph) && !found.has(paragraphId)) found.set(paragraphId, { paragraph, score: 0 });
    }
  }
  return [...found.values()];
}

/** Leaves out the common terms where the others lead to candidates enough. */
function tellingTerms(terms: readonly string[], vocabulary: Vocabulary): readonly string[] {
  const common = Math.max(COMMON_PARAGRAPHS, COMMON_SHARE * vocabulary.paragraphs);
  const telling = terms.filter((term) => vocabulary.paragraphsWith(term) < common);
  const found = telling.reduce((sum, term) => sum + vocabulary.paragraphsWith(term), 0);
  return found < MAX_CANDIDATES ? terms : telling;
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
