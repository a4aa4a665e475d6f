import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { StoredParagraph } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import { tokenize } from "../text/tokenize.ts";
import { relevanceTo } from "./relevance.ts";
import { planSearch } from "./search-terms.ts";

/** A paragraph that was found, with its relevance; 0 where it came by its speaker alone. */
export interface Candidate {
  readonly paragraph: StoredParagraph;
  readonly score: number;
}

/** Only so many paragraphs are looked at closely, not counting other prints of them: what stands further down hardly wins. */
const MAX_CANDIDATES = 20;
/** Somebody's words, and an answer of several parts, are gathered from more. */
const MAX_FOR_PARTS = 28;
/** So many prints of one paragraph are enough to choose the best from; an answer names the others all the same. */
const MAX_PRINTS = 2;
/** So many of the paragraphs that the index puts first are scored. */
const DEPTH = 100;

/** Finds the paragraphs that may answer: by the query's terms, and by the subject whose words are asked for. */
export function retrieve(
  query: Query,
  index: CorpusIndex,
  isAllowed: (paragraph: StoredParagraph) => boolean,
): Candidate[] {
  const limit = hasParts(query) ? MAX_FOR_PARTS : MAX_CANDIDATES;
  const found = new Map<number, Candidate>();
  let stories = 0;
  for (const { paragraph, score } of searchFor(query, limit, index, isAllowed)) {
    const prints = printsAmong(found, paragraph, index);
    if (prints >= MAX_PRINTS) continue;
    found.set(paragraph.id, { paragraph, score });
    if (prints === 0) stories++;
    if (stories >= limit) break;
  }
  for (const id of query.subject?.ids ?? []) {
    for (const paragraphId of index.paragraphsBySpeaker.get(id) ?? []) {
      const paragraph = index.paragraphs[paragraphId];
      if (found.size >= 2 * limit) break;
      if (!paragraph || found.has(paragraphId) || !isAllowed(paragraph)) continue;
      if (printsAmong(found, paragraph, index) < MAX_PRINTS) found.set(paragraphId, { paragraph, score: 0 });
    }
  }
  return [...found.values()];
}

/** In how many sound articles that were found the same paragraph is printed. */
function printsAmong(
  found: ReadonlyMap<number, Candidate>,
  { id: own, passages }: StoredParagraph,
  { copies: { sameText, garbled }, passages: all }: CorpusIndex,
): number {
  const copies = passages[0] && sameText.get(passages[0].id);
  if (!copies) return 0;
  let prints = 0;
  for (const copy of copies) {
    const other = found.get(all[copy]?.paragraph ?? -1)?.paragraph;
    if (!other || other.id === own || garbled.has(other.article)) continue;
    if (passages.every(({ id }) => sameText.get(id)?.some((one) => all[one]?.paragraph === other.id))) prints++;
  }
  return prints;
}

function hasParts({ intent, need }: Query): boolean {
  return intent !== "fact" || need === "points" || need === "list";
}

/** The most relevant of what the index finds, best first; ties fall back to the order of the corpus. */
function searchFor(
  query: Query,
  limit: number,
  index: CorpusIndex,
  isAllowed: (paragraph: StoredParagraph) => boolean,
): readonly Candidate[] {
  const { terms, onlyAdds } = planSearch(query, limit, mayAllAnswer(query), index.vocabulary);
  if (terms.length === 0) return [];
  const results = index.search.search(terms.map(({ text }) => text).join(" "), {
    boostTerm: (_, at) => terms[at]?.boost ?? 1,
    ...(onlyAdds !== null && { boostDocument: foundBefore(onlyAdds, index.paragraphs.length) }),
  });
  const relevance = relevanceTo(terms, index);
  const found: Candidate[] = [];
  for (const { id } of results) {
    const paragraph = index.paragraphs[Number(id)];
    if (!paragraph || !isAllowed(paragraph)) continue;
    found.push({ paragraph, score: relevance(paragraph) });
    if (found.length === DEPTH) break;
  }
  return found.sort((a, b) => b.score - a.score || a.paragraph.id - b.paragraph.id);
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

/** Whether neither the question's filters nor an outlet it names limit what may answer. */
function mayAllAnswer({ filters: { source, since, until }, scope }: Query): boolean {
  return source === null && since === null && until === null && !scope;
}

/** Which paragraphs the question's filters, and the outlet it names, leave in play. */
export function allowedBy(query: Query, index: CorpusIndex): (paragraph: StoredParagraph) => boolean {
  if (mayAllAnswer(query)) return () => true;
  const { filters, scope } = query;
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
