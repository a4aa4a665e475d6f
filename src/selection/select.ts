import type { Outcome } from "../answer/answer.ts";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { confidenceOf, isNear, outcomeOf } from "./confidence.ts";
import { type Contradicted, findDisagreements } from "./disagree.ts";

/** What is shown, what comes after it, and how sure the engine is that it answers. */
export interface Selection {
  readonly outcome: Outcome;
  readonly shown: readonly RankedPassage[];
  readonly more: readonly RankedPassage[];
  readonly disagreements: readonly Contradicted[];
}

const NOTHING: Selection = { outcome: "none", shown: [], more: [], disagreements: [] };

const SHOWN = 3;
/** A position, a list or a proposal has several parts. */
const SHOWN_OF_MANY = 5;
const MAX_MORE = 9;
/** About as much as is read at a glance in a chat. */
const WORD_BUDGET = 95;
const WORD_BUDGET_OF_MANY = 190;
/** Two passages that share so much of their terms tell the same. */
const SAME_FACT = 0.6;
/** What scores far below the best is kept for "more". */
const WORTH_SHOWING = 0.35;

/** Keeps the few passages that answer: one of each fact, sound copies first, within what one reads at a glance. */
export function select(query: Query, ranked: readonly RankedPassage[], index: CorpusIndex): Selection {
  const ordered = soundFirst(query, ranked, index);
  const best = ordered[0];
  if (!best) return NOTHING;
  const outcome = outcomeOf(query, best);
  if (outcome === "none") return NOTHING;
  const list = itemsAfter(best, ranked, index);
  const many = query.intent === "position" || query.need === "list" || list.length > 0;
  const limit = many ? SHOWN_OF_MANY : SHOWN;
  const budget = many ? WORD_BUDGET_OF_MANY : WORD_BUDGET;
  const floor = best.score * WORTH_SHOWING;
  const shown: RankedPassage[] = [];
  const more: RankedPassage[] = [];
  let words = 0;
  for (const candidate of [best, ...list, ...ordered]) {
    if (more.length >= MAX_MORE) break;
    if ([...shown, ...more].some((other) => isWithin(candidate, other))) continue;
    if ([...shown, ...more].some((other) => tellTheSame(candidate, other, index))) continue;
    const length = wordsOf(candidate, index);
    const fits = shown.length === 0 || words + length <= budget;
    const worth =
      list.includes(candidate) ||
      (candidate.score >= floor && confidenceOf(query, candidate) > 0 && !isGarbled(candidate, index));
    if (shown.length < limit && fits && (worth || shown.length === 0)) {
      const whole =
        shown.length === 0 && !many && query.intent === "fact" ? widen(candidate, ordered, index) : candidate;
      shown.push(whole);
      words += wordsOf(whole, index);
    } else if (candidate.score >= floor / 2) more.push(candidate);
  }
  return { outcome, shown, more, disagreements: findDisagreements(query, shown, ordered, index) };
}

/** The items of the list that a passage announces: without them "the most important points are:" answers nothing. */
function itemsAfter(best: RankedPassage, ranked: readonly RankedPassage[], index: CorpusIndex): RankedPassage[] {
  const body = index.articles[best.paragraph.article]?.body ?? "";
  if (!body.slice(0, best.passage.end).endsWith(":")) return [];
  const items: RankedPassage[] = [];
  for (let id = best.paragraph.id + 1; index.paragraphs[id]?.isListed; id++) {
    const paragraph = index.paragraphs[id];
    if (paragraph?.article !== best.paragraph.article) break;
    for (const passage of paragraph.passages)
      items.push(ranked.find((one) => one.passage === passage) ?? { ...best, paragraph, passage, statement: null });
  }
  return items;
}

/** The first passage takes its better neighbour along up to this length: an answer is often told in two sentences. */
const WIDE_PASSAGE = 52;

/** Joins a passage with whichever neighbour in its paragraph fits the question better, if both are short. */
function widen(best: RankedPassage, ranked: readonly RankedPassage[], index: CorpusIndex): RankedPassage {
  const room = WIDE_PASSAGE - wordsOf(best, index);
  const neighbour = ranked.find(
    (one) =>
      one.paragraph === best.paragraph &&
      Math.abs(one.passage.id - best.passage.id) === 1 &&
      wordsOf(one, index) <= room,
  );
  if (!neighbour) return best;
  const [first, last] =
    neighbour.passage.id < best.passage.id ? [neighbour.passage, best.passage] : [best.passage, neighbour.passage];
  const statements = [...new Set([...first.statements, ...last.statements])];
  const passage = {
    ...best.passage,
    start: first.start,
    end: last.end,
    tokenFrom: first.tokenFrom,
    tokenTo: last.tokenTo,
    statements,
  };
  return { ...best, passage };
}

function isWithin(one: RankedPassage, whole: RankedPassage): boolean {
  const [a, b] = [one.passage, whole.passage];
  return one.paragraph === whole.paragraph && a.start >= b.start && a.end <= b.end;
}

/** Garbled copies stand behind every sound passage that comes near an answer. */
function soundFirst(query: Query, ranked: readonly RankedPassage[], index: CorpusIndex): RankedPassage[] {
  const near = (one: RankedPassage) => !isGarbled(one, index) && isNear(query, one);
  return [...ranked.filter(near), ...ranked.filter((one) => !near(one))];
}

function isGarbled({ paragraph }: RankedPassage, index: CorpusIndex): boolean {
  return index.copies.garbled.has(paragraph.article);
}

function tellTheSame(a: RankedPassage, b: RankedPassage, index: CorpusIndex): boolean {
  const { sameText, original } = index.copies;
  const [one, other] = [a.passage.id, b.passage.id];
  return (
    (sameText.get(one)?.includes(other) ?? false) ||
    original.get(one) === other ||
    original.get(other) === one ||
    overlap(a, b) >= SAME_FACT
  );
}

function wordsOf(ranked: RankedPassage, index: CorpusIndex): number {
  const body = index.articles[ranked.paragraph.article]?.body ?? "";
  return body.slice(ranked.passage.start, ranked.passage.end).split(/\s+/).length;
}

function overlap(a: RankedPassage, b: RankedPassage): number {
  const own = contentOf(a);
  const other = contentOf(b);
  let shared = 0;
  for (const id of own) if (other.has(id)) shared++;
  return shared / Math.max(1, Math.min(own.size, other.size));
}

function contentOf({ paragraph, passage }: RankedPassage): Set<number> {
  return new Set(paragraph.tokens.subarray(passage.tokenFrom, passage.tokenTo).filter((id) => id >= 0));
}
