import { isWithin, type PassageIndex, type Within } from "../indexing/passage-index.ts";
import { inCorpus, type StoredParagraph } from "../indexing/passages.ts";
import type { AskedMeaning, Nearness } from "../meaning/meaning.ts";
import type { Query } from "../question/query.ts";
import { relevanceTo } from "./relevance.ts";
import { planSearch } from "./search-terms.ts";
import { NOTHING_TOLD, type Told } from "./told.ts";

/** A paragraph that was found. */
export interface Candidate {
  readonly paragraph: StoredParagraph;
  /** Its relevance as a share of the best one's; 0 where it came by its speaker or its meaning alone. */
  readonly relevance: number;
  /** How near it is in meaning; `null` where nothing compares meanings. */
  readonly nearness: Nearness | null;
}

/** Only so many paragraphs are looked at closely, not counting their duplicates: what stands further down hardly wins. */
const MAX_CANDIDATES = 40;
/** So many copies of one paragraph are enough to choose the best from; an answer names the others all the same. */
const MAX_DUPLICATES = 2;
/** So many of the paragraphs that the index puts first are scored. */
const DEPTH = 100;
/** So many with words of whoever is asked for are looked through, where their topic finds few. */
const SPOKEN_DEPTH = 200;
/** So many paragraphs that are nearest in meaning are looked at, whatever words they have. */
const NEAREST = 20;

/**
 * Finds the paragraphs that may answer: by the query's terms, by the subject whose words are asked for, by meaning, and where
 * the answer stood on which the question leans.
 * @param asked the question, ready to be compared; `null` where words alone decide.
 * @param told what the answer to the question that this one leans on told.
 */
export async function retrieve(
  query: Query,
  asked: AskedMeaning | null,
  index: PassageIndex,
  told: Told = NOTHING_TOLD,
): Promise<Candidate[]> {
  const found = new Map<string, Omit<Candidate, "nearness">>();
  const add = (paragraph: StoredParagraph, relevance: number, limit: number) => {
    if (paragraph.passages.length === 0 || found.size >= limit || found.has(paragraph.key)) return;
    if (duplicatesAmong(found, paragraph) < MAX_DUPLICATES) found.set(paragraph.key, { paragraph, relevance });
  };
  const within = withinOf(query);
  const byTerms = await findByTerms(query, within, index);
  const best = byTerms[0]?.score ?? 0;
  for (const { paragraph, score } of byTerms) add(paragraph, score / best, MAX_CANDIDATES);
  for (const paragraph of await findBySpeaker(query, within, index)) add(paragraph, 0, 2 * MAX_CANDIDATES);
  if (asked) for (const paragraph of await asked.nearest(NEAREST, within)) add(paragraph, 0, Number.POSITIVE_INFINITY);
  const [article] = told.articles;
  for (const paragraph of article === undefined ? [] : (await index.paragraphsOf(article)).slice(0, MAX_CANDIDATES))
    if (isWithin(paragraph, within)) add(paragraph, 0, Number.POSITIVE_INFINITY);
  const candidates = [...found.values()];
  const nearness = await asked?.of(candidates.map(({ paragraph }) => paragraph));
  return candidates.map((candidate, at) => ({ ...candidate, nearness: nearness?.[at] ?? null }));
}

/**
 * Whether it is known of all candidates how near they are in meaning: beside one of which it is not known yet, others would win
 * only because they were encoded first.
 */
export function isCompared(candidates: readonly Candidate[]): boolean {
  const isKnown = (nearness: Nearness) => nearness.whole !== undefined && !nearness.passages.includes(undefined);
  return candidates.length > 0 && candidates.every(({ nearness }) => nearness !== null && isKnown(nearness));
}

/** In how many sound articles that were found the same paragraph is printed. */
function duplicatesAmong(found: ReadonlyMap<string, unknown>, { key, passages }: StoredParagraph): number {
  const sound = passages[0]?.duplicates.filter(({ article }) => !article.isGarbled) ?? [];
  let duplicates = 0;
  for (const { paragraph } of sound) {
    if (paragraph === key || !found.has(paragraph)) continue;
    if (passages.every((passage) => passage.duplicates.some((one) => one.paragraph === paragraph))) duplicates++;
  }
  return duplicates;
}

/** The most relevant of what the index finds, best first; ties fall back to the order of the corpus. */
async function findByTerms(
  query: Query,
  within: Within,
  index: PassageIndex,
): Promise<readonly { readonly paragraph: StoredParagraph; readonly score: number }[]> {
  const { terms, onlyAdds } = planSearch(query, MAX_CANDIDATES, mayAllAnswer(query), index.lexicon.vocabulary);
  if (terms.length === 0) return [];
  const found = await index.find({ terms, onlyAdds, within, depth: DEPTH });
  const relevance = relevanceTo(terms, index.lexicon);
  return found
    .map((paragraph) => ({ paragraph, score: relevance(paragraph) }))
    .sort((a, b) => b.score - a.score || inCorpus(a.paragraph, b.paragraph));
}

/** What has words of the subject; of one who is only described, where nobody else's may answer. */
async function findBySpeaker(
  { subject, limits }: Query,
  within: Within,
  index: PassageIndex,
): Promise<readonly StoredParagraph[]> {
  const [ids, labels] = [subject?.ids ?? [], limits.speaker?.labels ?? NO_LABELS];
  if (ids.length === 0 && labels.size === 0) return [];
  return index.spokenBy({ ids, labels }, within, SPOKEN_DEPTH);
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
