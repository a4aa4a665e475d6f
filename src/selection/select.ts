import type { Outcome } from "../answer/answer.ts";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { StoredPassage } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import { type RankedPassage, rankPiece } from "../ranking/rank.ts";
import { confidenceOf, outcomeOf } from "./confidence.ts";
import { type Contradicted, findDisagreements } from "./disagree.ts";
import { createComparison, type Overlap } from "./overlap.ts";

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
const WORD_BUDGET = 98;
const WORD_BUDGET_OF_MANY = 190;
/** Two passages that share so much of their terms tell the same. */
const SAME_FACT = 0.5;
/** Where several points are wanted, a short passage that a longer one holds nearly whole adds none. */
const SAME_POINT = 0.6;
/** What scores far below the best is kept for "more". */
const WORTH_SHOWING = 0.35;

/** Keeps the few passages that answer: one of each fact, sound copies first, within what one reads at a glance. */
export function select(query: Query, ranked: readonly RankedPassage[], index: CorpusIndex): Selection {
  const ordered = soundFirst(ranked, index);
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
  const queue = [best, ...list, ...(many ? varied(query, best, ordered) : ordered)];
  const compare = createComparison(new Set());
  for (const candidate of queue) {
    if (more.length >= MAX_MORE) break;
    if (shown.length > 0 && candidate.score < floor / 2 && !list.includes(candidate)) continue;
    const kept = [...shown, ...more];
    if (kept.some((other) => isWithin(candidate, other))) continue;
    if (kept.some((other) => isCopy(candidate, other, index) || sayTheSame(compare(candidate, other), many))) continue;
    const isWorth = () =>
      list.includes(candidate) ||
      (candidate.score >= floor && confidenceOf(query, candidate) > 0 && !isGarbled(candidate, index));
    const fits = () => words + wordsOf(candidate, index) <= budget;
    if (shown.length === 0 || (shown.length < limit && isWorth() && fits())) {
      const whole = shown.length === 0 && !many && query.intent === "fact" ? widen(query, candidate, index) : candidate;
      shown.push(whole);
      words += wordsOf(whole, index);
    } else if (candidate.score >= floor / 2) more.push(candidate);
  }
  return { outcome, shown, more, disagreements: findDisagreements(query, shown, ordered, index) };
}

/** How much it costs to say again what stands above. */
const REPETITION = 0.5;
/** So many of the best are put in a new order; beyond them it makes no difference to what is shown. */
const VARIED = 20;

/** Orders passages so that each adds to those before it, apart from the question's own words (maximal marginal relevance, Carbonell and Goldstein 1998). */
function varied(query: Query, best: RankedPassage, ordered: readonly RankedPassage[]): RankedPassage[] {
  const asked = new Set(query.terms.flatMap(({ alternatives }) => alternatives.map(({ id }) => id)));
  const rest = ordered.filter((one) => one !== best).slice(0, VARIED);
  const chosen = [best];
  const compare = createComparison(asked);
  const said = new Map(rest.map((one) => [one, compare(one, best).containment]));
  const worth = (one: RankedPassage) => one.score - REPETITION * (said.get(one) ?? 0);
  while (rest.length > 0) {
    const next = rest.reduce((top, one) => (worth(one) > worth(top) ? one : top));
    chosen.push(next);
    rest.splice(rest.indexOf(next), 1);
    for (const one of rest) said.set(one, Math.max(said.get(one) ?? 0, compare(one, next).containment));
  }
  return [...chosen, ...ordered.filter((one) => !chosen.includes(one))];
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
const WIDE_PASSAGE = 60;

/** Joins a passage with the neighbour in its paragraph that makes the better pair, if one is short enough. */
function widen(query: Query, best: RankedPassage, index: CorpusIndex): RankedPassage {
  const pairs = [-1, 1]
    .flatMap((step) => joined(best, step) ?? [])
    .map((passage) => rankPiece(query, best, passage, index))
    .filter((pair) => wordsOf(pair, index) <= WIDE_PASSAGE)
    .sort((a, b) => b.score - a.score);
  return pairs[0] ?? best;
}

function joined({ paragraph, passage }: RankedPassage, step: number): StoredPassage | null {
  const neighbour = paragraph.passages[passage.id - (paragraph.passages[0]?.id ?? 0) + step];
  if (!neighbour) return null;
  const [first, last] = step < 0 ? [neighbour, passage] : [passage, neighbour];
  const statements = [...new Set([...first.statements, ...last.statements])];
  return {
    ...passage,
    start: first.start,
    end: last.end,
    tokenFrom: first.tokenFrom,
    tokenTo: last.tokenTo,
    statements,
  };
}

function isWithin(one: RankedPassage, whole: RankedPassage): boolean {
  const [a, b] = [one.passage, whole.passage];
  return one.paragraph === whole.paragraph && a.start >= b.start && a.end <= b.end;
}

/** Garbled copies stand behind every sound passage: what they say rightly, their original says better. */
function soundFirst(ranked: readonly RankedPassage[], index: CorpusIndex): RankedPassage[] {
  const sound = ranked.filter((one) => !isGarbled(one, index));
  return [...sound, ...ranked.filter((one) => isGarbled(one, index))];
}

function isGarbled({ paragraph }: RankedPassage, index: CorpusIndex): boolean {
  return index.copies.garbled.has(paragraph.article);
}

function isCopy(a: RankedPassage, b: RankedPassage, index: CorpusIndex): boolean {
  const { sameText, original } = index.copies;
  const [one, other] = [a.passage.id, b.passage.id];
  if (original.get(one) === other || original.get(other) === one) return true;
  const copies = sameText.get(one);
  return copies !== undefined && piecesOf(b).some((piece) => copies.includes(piece));
}

function wordsOf(ranked: RankedPassage, index: CorpusIndex): number {
  const body = index.articles[ranked.paragraph.article]?.body ?? "";
  return body.slice(ranked.passage.start, ranked.passage.end).split(/\s+/).length;
}

function sayTheSame({ jaccard, containment }: Overlap, many: boolean): boolean {
  return jaccard >= SAME_FACT || (many && containment >= SAME_POINT);
}

/** The numbers of the passages that a ranked one is made of: two where a neighbour was joined. */
function piecesOf({ paragraph, passage }: RankedPassage): number[] {
  return paragraph.passages
    .filter(({ start, end }) => start >= passage.start && end <= passage.end)
    .map(({ id }) => id);
}
