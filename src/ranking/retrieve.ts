import type { PassageIndex, Within } from "../indexing/passage-index.ts";
import { inCorpus, type StoredParagraph } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import { relevanceTo } from "./relevance.ts";
import { planSearch } from "./search-terms.ts";

/** A paragraph that was found, with its relevance; 0 where it came by its speaker alone. */
export interface Candidate {
  readonly paragraph: StoredParagraph;
  readonly score: number;
  /** How near each of its passages is to the question in meaning; empty, or `undefined`, where that is not known. */
  readonly similarities: readonly (number | undefined)[];
}

/** Only so many paragraphs are looked at closely, not counting other prints of them: what stands further down hardly wins. */
const MAX_CANDIDATES = 20;
/** Somebody's words, and an answer of several parts, are gathered from more. */
const MAX_FOR_PARTS = 28;
/** So many prints of one paragraph are enough to choose the best from; an answer names the others all the same. */
const MAX_PRINTS = 2;
/** So many of the paragraphs that the index puts first are scored. */
const DEPTH = 100;
/** So many with words of whoever is asked for are looked through, where their topic finds few. */
const SPOKEN_DEPTH = 200;

/** Finds the paragraphs that may answer: by the query's terms, and by the subject whose words are asked for. */
export async function retrieve(query: Query, index: PassageIndex): Promise<Candidate[]> {
  const limit = hasParts(query) ? MAX_FOR_PARTS : MAX_CANDIDATES;
  const found = new Map<string, Candidate>();
  let stories = 0;
  for (const candidate of await findByTerms(query, limit, index)) {
    const prints = printsAmong(found, candidate.paragraph);
    if (prints >= MAX_PRINTS) continue;
    found.set(candidate.paragraph.key, candidate);
    if (prints === 0) stories++;
    if (stories >= limit) break;
  }
  for (const paragraph of await findBySpeaker(query, index)) {
    if (found.size >= 2 * limit) break;
    if (!found.has(paragraph.key) && printsAmong(found, paragraph) < MAX_PRINTS)
      found.set(paragraph.key, { paragraph, score: 0, similarities: [] });
  }
  return [...found.values()];
}

/** In how many sound articles that were found the same paragraph is printed. */
function printsAmong(found: ReadonlyMap<string, Candidate>, { key, passages }: StoredParagraph): number {
  const sound = passages[0]?.prints.filter(({ article }) => !article.isGarbled) ?? [];
  let prints = 0;
  for (const { paragraph } of sound) {
    if (paragraph === key || !found.has(paragraph)) continue;
    if (passages.every((passage) => passage.prints.some((one) => one.paragraph === paragraph))) prints++;
  }
  return prints;
}

function hasParts({ intent, need }: Query): boolean {
  return intent !== "fact" || need === "points" || need === "list";
}

/** The most relevant of what the index finds, best first; ties fall back to the order of the corpus. */
async function findByTerms(query: Query, limit: number, index: PassageIndex): Promise<readonly Candidate[]> {
  const { terms, onlyAdds } = planSearch(query, limit, mayAllAnswer(query), index.lexicon.vocabulary);
  if (terms.length === 0) return [];
  const found = await index.find({ terms, onlyAdds, within: withinOf(query), depth: DEPTH });
  const relevance = relevanceTo(terms, index.lexicon);
  return found
    .map((paragraph) => ({ paragraph, score: relevance(paragraph), similarities: [] }))
    .sort((a, b) => b.score - a.score || inCorpus(a.paragraph, b.paragraph));
}

/** What has words of the subject; of one who is only described, where nobody else's may answer. */
async function findBySpeaker(query: Query, index: PassageIndex): Promise<readonly StoredParagraph[]> {
  const { subject, limits } = query;
  const [ids, labels] = [subject?.ids ?? [], limits.speaker?.labels ?? NO_LABELS];
  if (ids.length === 0 && labels.size === 0) return [];
  return index.spokenBy({ ids, labels }, withinOf(query), SPOKEN_DEPTH);
}

const NO_LABELS: ReadonlySet<string> = new Set();

/** Whether neither the question's filters nor an outlet it names limit what may answer. */
function mayAllAnswer({ limits, scope }: Query): boolean {
  return limits.speaker === null && limits.articles === null && !scope;
}

/** What the question's filters, and the outlet it names, leave in play. */
function withinOf({ limits: { articles, speaker }, scope }: Query): Within {
  return { articles, speaker, scope };
}
