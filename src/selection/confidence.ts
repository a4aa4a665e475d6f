import type { Outcome } from "../answer/answer.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";

const ANSWERED = 0.5;
const RELATED = 0.28;
/** A passage that lacks what was asked for (a number, a place) or a name of the question hardly answers it. */
const WITHOUT_NEED = 0.55;
const WITHOUT_NAME = 0.6;
/** Somebody's own words are half an answer to a question for them, whatever the topic. */
const STATEMENT_BASE = 0.4;
const POSITION_BASE = 0.5;
const NAME_FOUND = 0.3;

/** How surely a passage answers a query, 0 to 1: the share of what was asked that it and its surroundings hold. */
export function confidenceOf(query: Query, { signals }: RankedPassage): number {
  const asked = query.terms.filter((term) => term.role === "asked");
  const byTerm = query.terms.map((term, at) => ({ term, value: signals.coverage.byTerm[at] ?? 0 }));
  if (query.intent === "statement" && query.subject) {
    if (signals.subject === 0) return 0;
    if (asked.length === 0) return signals.subject;
    return STATEMENT_BASE * signals.subject + (1 - STATEMENT_BASE) * signals.coverage.around;
  }
  if (query.intent === "position" && query.subject) {
    return POSITION_BASE * signals.subject + (1 - POSITION_BASE) * signals.coverage.around;
  }
  if (asked.length === 0 && query.terms.length === 0) return 0;
  const coverage = asked.length === 0 ? signals.coverage.context : signals.coverage.around;
  const lacksName = byTerm.some(({ term, value }) => term.role === "asked" && term.name !== null && value < NAME_FOUND);
  return coverage * (signals.need > 0 ? 1 : WITHOUT_NEED) * (lacksName ? WITHOUT_NAME : 1);
}

/** Whether the best passage answers, comes near, or neither. */
export function outcomeOf(query: Query, best: RankedPassage): Outcome {
  const confidence = confidenceOf(query, best);
  return confidence >= ANSWERED ? "answered" : confidence >= RELATED ? "related" : "none";
}

/** Whether a passage is at least a near miss. */
export function isNear(query: Query, ranked: RankedPassage): boolean {
  return confidenceOf(query, ranked) >= RELATED;
}
