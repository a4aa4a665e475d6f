import type { Lexicon } from "../indexing/lexicon.ts";
import { nameOf } from "../names/concepts.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { oddsParts } from "../selection/confidence.ts";
import type { Selection } from "../selection/selection.ts";
import { fold } from "../text/fold.ts";

/** What something adds to a sum: the logarithm of odds. */
export interface Points {
  readonly name: string;
  readonly points: number;
}

/** A term that was read into a question. */
export interface ExplainedTerm {
  readonly text: string;
  readonly role: "asked" | "context";
  /** How much it tells passages apart. */
  readonly weight: number;
  /** The words, stemmed, and names of the articles that find it, the surest first; none where no article has it. */
  readonly foundBy: readonly string[];
}

/** Why a passage stands where it does. */
export interface ExplainedPassage {
  /** The sum of the parts; only those of one answer compare. */
  readonly score: number;
  /** What it is made of, the most first; what adds nothing is left out. */
  readonly parts: readonly Points[];
  /** How near the passage and its paragraph are in meaning, cosines; `null` where that was not looked at. */
  readonly meaning: number | null;
  readonly setting: number | null;
}

/** Why a question was answered as it was. */
export interface Explanation {
  readonly question: string;
  readonly intent: string;
  readonly need: string;
  readonly overview: string | null;
  readonly subject: string | null;
  readonly terms: readonly ExplainedTerm[];
  /** What no article has. */
  readonly missing: readonly string[];
  /** `words`: they settled it, or there is no encoder. `meaning`: words and meaning. */
  readonly decidedBy: "words" | "meaning";
  /** What was compared in meaning; `null` where words decided. */
  readonly compared: string | null;
  readonly outcome: string;
  readonly confidence: number;
  /** What the confidence is made of: the logarithm of its odds. */
  readonly reasons: readonly Points[];
  /** Those that are shown, in their order. */
  readonly passages: readonly ExplainedPassage[];
}

/** Tells why a question was answered as it was. */
export function explain(query: Query, selection: Selection, lexicon: Lexicon): Explanation {
  const first = selection.shown[0] ?? selection.declined;
  const decidedBy = first && first.signals.meaning !== null ? "meaning" : "words";
  return {
    question: query.text,
    intent: query.intent,
    need: query.need,
    overview: query.overview,
    subject: query.subject?.label ?? null,
    terms: query.terms.map((term) => explainTerm(term, lexicon)),
    missing: query.missing,
    decidedBy,
    compared: decidedBy === "meaning" ? query.inFull : null,
    outcome: selection.outcome,
    confidence: round(selection.confidence),
    reasons: first ? pointsOf(oddsParts(query, first, lexicon)) : [],
    passages: selection.shown.map(explainPassage),
  };
}

const MOST_WORDS = 8;

function explainTerm({ text, role, weight, alternatives }: QueryTerm, lexicon: Lexicon): ExplainedTerm {
  const foundBy = alternatives
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, MOST_WORDS)
    .flatMap(({ id }) => {
      const term = lexicon.vocabulary.termOf(id);
      const name = nameOf(term ?? "", lexicon.concepts.book)?.name;
      return name ? [name] : term === undefined || !/^[\p{L}\p{N}]/u.test(term) ? [] : [term];
    });
  const once = foundBy.filter((one, at) => foundBy.findIndex((other) => fold(other) === fold(one)) === at);
  return { text, role, weight: round(weight), foundBy: once };
}

function explainPassage({ score, parts, signals }: RankedPassage): ExplainedPassage {
  return { score: round(score), parts: pointsOf(parts), meaning: signals.meaning, setting: signals.setting };
}

function pointsOf(parts: Readonly<Record<string, number>>): readonly Points[] {
  return Object.entries(parts)
    .map(([name, points]) => ({ name, points: round(points) }))
    .filter(({ points }) => points !== 0)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
