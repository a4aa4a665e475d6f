import { differenceOn } from "../copies/disagreements.ts";
import { type Knowledge, knowledgeOf } from "../copies/knowledge.ts";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import { STOP_ID } from "../indexing/vocabulary.ts";
import type { AskedPoint } from "../points/asked-point.ts";
import { BEFALLING_TERMS } from "../points/outcomes.ts";
import { type Reading, readPassage } from "../points/reading.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { allowedBy } from "../ranking/retrieve.ts";
import { stem } from "../text/stem.ts";
import { askedPoint, namesAllAsked } from "./asked-point.ts";

/** Passages of sound sources that contradict one that is shown, and in what. */
export interface Contradicted {
  readonly about: string;
  readonly passages: readonly RankedPassage[];
}

/** How far down the ranking a passage may stand and still be a side: what stands lower hardly answers. */
const LOOKED_AT = 25;
/** So many passages that name all that was asked are compared with each other. */
const SIDES = 8;

/** What the sources disagree on in the passages shown, side by side: first in what was asked for, then in what else they say. */
export function findDisagreements(
  query: Query,
  shown: readonly RankedPassage[],
  ranked: readonly RankedPassage[],
  index: CorpusIndex,
): Contradicted[] {
  const asked = shown.length > 0 ? askedPoint(query, index) : null;
  const onPoint = asked ? disagreementOn(asked, query, shown, ranked, index) : null;
  const found = onPoint ? [onPoint] : [];
  const taken = new Set<number>();
  const take = (id: number) => {
    for (const copy of [id, ...(index.copies.sameText.get(id) ?? [])]) taken.add(copy);
  };
  for (const { passage } of onPoint?.passages ?? []) take(passage.id);
  const fetch = asksForToll(query) ? fetcher(query, index) : () => null;
  for (const one of shown) {
    if (taken.has(one.passage.id)) continue;
    for (const { about, passage } of index.copies.contradicted.get(one.passage.id) ?? []) {
      const other = ranked.find((candidate) => candidate.passage.id === passage) ?? fetch(one, passage);
      if (!other || taken.has(passage)) continue;
      take(passage);
      take(one.passage.id);
      found.push({ about, passages: [one, other] });
    }
  }
  return found;
}

/** Whether a question is about what befell people; only then are tolls fetched that its words did not find. */
function asksForToll({ words }: Query): boolean {
  for (const word of words) if (BEFALLING_TERMS.has(stem(word))) return true;
  return false;
}

/** Puts a passage that is told in other words than the question's beside one that was found, within the question's filters. */
function fetcher(query: Query, index: CorpusIndex) {
  const isAllowed = allowedBy(query, index);
  return (beside: RankedPassage, id: number): RankedPassage | null => {
    const passage = index.passages[id];
    const paragraph = passage && index.paragraphs[passage.paragraph];
    return passage && paragraph && isAllowed(paragraph) ? { ...beside, passage, paragraph, statement: null } : null;
  };
}

/** The first two passages, one of them shown, that give different answers to the question. */
function disagreementOn(
  asked: AskedPoint,
  query: Query,
  shown: readonly RankedPassage[],
  ranked: readonly RankedPassage[],
  index: CorpusIndex,
): Contradicted | null {
  const known = knowledgeOf(index.thesaurus, index.concepts.book);
  const sides = sidesFor(asked, query, shown, ranked, index);
  const readings = sides.map((side) => readingOf(side, index));
  for (const [at, one] of sides.entries()) {
    if (!shown.includes(one)) break;
    for (let next = at + 1; next < sides.length; next++) {
      const [other, here, there] = [sides[next], readings[at], readings[next]];
      if (!other || !here || !there || isOneSource(one, other, index)) continue;
      const about = labelOf(asked, here, there, known);
      if (about !== null) return { about, passages: [one, other] };
    }
  }
  return null;
}

function labelOf(asked: AskedPoint, here: Reading, there: Reading, known: Knowledge): string | null {
  const difference = differenceOn(asked, here, there, known);
  return difference && `${difference.here} / ${difference.there}`;
}

/** The passages shown, then the best of the others, that name all that was asked and stand in sound articles. */
function sidesFor(
  asked: AskedPoint,
  query: Query,
  shown: readonly RankedPassage[],
  ranked: readonly RankedPassage[],
  index: CorpusIndex,
): RankedPassage[] {
  const isSide = ({ paragraph, signals }: RankedPassage) =>
    !index.copies.garbled.has(paragraph.article) && namesAllAsked(query, asked, signals.coverage.byTerm);
  const sides = shown.filter(isSide);
  for (const one of ranked.slice(0, LOOKED_AT)) {
    if (sides.length >= SIDES) break;
    if (isSide(one) && !sides.some(({ passage }) => passage.id === one.passage.id)) sides.push(one);
  }
  return sides;
}

/** An article does not disagree with itself, nor with its copies. */
function isOneSource(one: RankedPassage, other: RankedPassage, index: CorpusIndex): boolean {
  if (one.paragraph.article === other.paragraph.article) return true;
  return index.copies.sameText.get(one.passage.id)?.includes(other.passage.id) ?? false;
}

function readingOf({ paragraph, passage }: RankedPassage, index: CorpusIndex): Reading | null {
  const article = index.articles[paragraph.article];
  if (!article) return null;
  const concepts: { term: string; at: number }[] = [];
  for (let at = 0; at < paragraph.concepts.length; at += 3) {
    const [id = STOP_ID, from = 0] = paragraph.concepts.subarray(at, at + 2);
    concepts.push({ term: index.vocabulary.termOf(id) ?? "", at: from - passage.tokenFrom });
  }
  return readPassage(article.body.slice(passage.start, passage.end), article, concepts);
}
