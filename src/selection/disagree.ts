import { differenceOn } from "../copies/disagreements.ts";
import { knowledgeOf } from "../copies/knowledge.ts";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import { STOP_ID } from "../indexing/vocabulary.ts";
import type { AskedPoint } from "../points/asked-point.ts";
import { tellsAnyRole } from "../points/holders.ts";
import { BEFALLING_TERMS } from "../points/outcomes.ts";
import { type Reading, readPassage } from "../points/reading.ts";
import { verbOf } from "../points/stances.ts";
import { type Told, toldOn } from "../points/told.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { allowedBy, mayShow } from "../ranking/retrieve.ts";
import { askedPoint, namesAllAsked } from "./asked-point.ts";
import { placeBeside } from "./beside.ts";

/** Passages of sound sources that contradict one that is shown, and in what. */
export interface Contradicted {
  readonly about: string;
  readonly passages: readonly RankedPassage[];
}

/** How far down the ranking a passage may stand and still be a side: what stands lower hardly answers. */
const LOOKED_AT = 20;
/** So many passages that name all that was asked are compared with each other. */
const SIDES = 6;

/** What the sources disagree on in the passages shown, side by side: first in what was asked for, then in what else they say. */
export function findDisagreements(
  query: Query,
  shown: readonly RankedPassage[],
  ranked: readonly RankedPassage[],
  index: CorpusIndex,
): Contradicted[] {
  const asked = shown.length > 0 ? askedPoint(query, index) : null;
  const onPoint = asked ? disagreementOn(asked, shown, ranked, index) : null;
  const found = onPoint ? [onPoint] : [];
  const taken = new Set<number>();
  const take = (id: number) => {
    for (const copy of [id, ...(index.copies.sameText.get(id) ?? [])]) taken.add(copy);
  };
  for (const { passage } of onPoint?.passages ?? []) take(passage.id);
  for (const one of shown) {
    if (taken.has(one.passage.id)) continue;
    for (const { about, passage } of index.copies.contradicted.get(one.passage.id) ?? []) {
      const other = ranked.find((candidate) => candidate.passage.id === passage) ?? fetched(one, passage, query, index);
      if (!other || taken.has(passage)) continue;
      take(passage);
      take(one.passage.id);
      found.push({ about, passages: [one, other] });
    }
  }
  return found;
}

/**
 * A passage that is told in other words than the question's, beside one that was found. It is wanted only where the
 * question is about what befell people, and within its filters.
 */
function fetched(beside: RankedPassage, id: number, query: Query, index: CorpusIndex): RankedPassage | null {
  if (!query.tokens.some(({ term }) => BEFALLING_TERMS.has(term))) return null;
  const passage = index.passages[id];
  const paragraph = passage && index.paragraphs[passage.paragraph];
  if (!passage || !paragraph || !allowedBy(query)(paragraph) || !mayShow(passage, query.limits)) return null;
  return placeBeside(beside, paragraph, passage, query);
}

/** A passage that can be one side, and what it tells on the point. */
interface Side {
  readonly ranked: RankedPassage;
  readonly told: Told;
}

/** The first two passages, one of them shown, that give different answers to the question. */
function disagreementOn(
  asked: AskedPoint,
  shown: readonly RankedPassage[],
  ranked: readonly RankedPassage[],
  index: CorpusIndex,
): Contradicted | null {
  const sides = sidesAmong(shown, asked, index);
  const isElsewhere = (one: RankedPassage) => sides.some((side) => !isOneSource(side.ranked, one, index));
  const others = sides.length === 0 ? [] : sidesAmong(ranked.slice(0, LOOKED_AT).filter(isElsewhere), asked, index);
  const known = knowledgeOf(index.thesaurus, index.concepts.book);
  for (const { ranked: one, told } of sides) {
    for (const other of others) {
      if (isOneSource(one, other.ranked, index)) continue;
      const difference = differenceOn(asked, told, other.told, known);
      if (difference) return { about: `${difference.here} / ${difference.there}`, passages: [one, other.ranked] };
    }
  }
  return null;
}

/** Those passages that name all that was asked, stand in sound articles and tell something on the point. */
function sidesAmong(passages: readonly RankedPassage[], asked: AskedPoint, index: CorpusIndex): Side[] {
  const sides: Side[] = [];
  for (const ranked of passages) {
    if (sides.length >= SIDES) break;
    const { paragraph, signals } = ranked;
    if (signals.need === 0 || index.copies.garbled.has(paragraph.article)) continue;
    if (!namesAllAsked(asked, signals.byTerm) || !mayTell(asked, ranked, index)) continue;
    const reading = readingOf(ranked, index);
    const told = reading && toldOn(asked, reading);
    if (told) sides.push({ ranked, told });
  }
  return sides;
}

/** Whether a passage has the verb of a stance or the word of a role: that is known without reading it again. */
function mayTell(asked: AskedPoint, { paragraph, passage }: RankedPassage, { vocabulary }: CorpusIndex): boolean {
  if (asked.kind === "amount" || asked.kind === "moment") return true;
  for (let at = passage.tokenFrom; at < passage.tokenTo; at++) {
    const term = vocabulary.termOf(paragraph.tokens[at] ?? STOP_ID) ?? "";
    if (asked.kind === "stance" ? asked.verbs.has(verbOf(term)) : tellsAnyRole(term, asked.roles)) return true;
  }
  return false;
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
    const from = paragraph.concepts[at + 1] ?? 0;
    if (from < passage.tokenFrom || from >= passage.tokenTo) continue;
    const term = index.vocabulary.termOf(paragraph.concepts[at] ?? STOP_ID) ?? "";
    concepts.push({ term, at: from - passage.tokenFrom });
  }
  return readPassage(article.body.slice(passage.start, passage.end), article, concepts);
}
