import type { CorpusIndex, StoredParagraph, StoredPassage } from "../indexing/corpus-index.ts";
import type { StoredStatement } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import { type Coverage, findHits, lookupOf, measureCoverage } from "./coverage.ts";
import { meetsNeed } from "./needs.ts";
import type { Candidate } from "./retrieve.ts";
import { ownStatement, tellsPosition } from "./subject-match.ts";

/** What speaks for a passage as an answer to one query. */
export interface Signals {
  readonly coverage: Coverage;
  /** MiniSearch's score of the paragraph as a share of the best one's. */
  readonly relevance: number;
  /** Whether it has what the question asks for: a number, a place, a person … */
  readonly need: number;
  /** Whether it is the subject's own words (for statements) or tells where the subject stands (for positions). */
  readonly subject: number;
}

/** A passage with its score; only scores of the same query compare. */
export interface RankedPassage {
  readonly passage: StoredPassage;
  readonly paragraph: StoredParagraph;
  readonly score: number;
  readonly signals: Signals;
  /** The statement that answers a question for somebody's words. */
  readonly statement: StoredStatement | null;
}

const WEIGHTS = {
  inside: 1,
  around: 0.7,
  proximity: 0.25,
  relevance: 0.35,
  need: 0.45,
  subject: 1.2,
  context: 0.35,
  lead: 0.06,
  direct: 0.25,
  fullness: 0.35,
} as const;
/** A statement of so many characters says enough to stand alone. */
const FULL_STATEMENT = 120;

/** Orders the passages of the candidates, best first; ties fall back to the order of the corpus. */
export function rank(query: Query, candidates: readonly Candidate[], index: CorpusIndex): RankedPassage[] {
  const lookup = lookupOf(query);
  const best = candidates.reduce((top, candidate) => Math.max(top, candidate.score), 0);
  const ranked: RankedPassage[] = [];
  for (const { paragraph, score } of candidates) {
    const hits = findHits(paragraph, lookup);
    const body = index.articles[paragraph.article]?.body ?? "";
    for (const passage of paragraph.passages) {
      const own = query.subject && query.intent === "statement" ? ownStatement(passage, query.subject) : null;
      const signals: Signals = {
        coverage: measureCoverage(query, paragraph, passage, hits, lookup),
        relevance: best === 0 ? 0 : score / best,
        need: meetsNeed(query, body.slice(passage.start, passage.end), paragraph, passage, hits, index),
        subject: own?.match ?? (query.intent === "position" ? tellsPosition(query, paragraph, passage, hits, index) : 0),
      };
      ranked.push({ passage, paragraph, signals, statement: own?.statement ?? null, score: scoreOf(query, paragraph, signals, own?.statement ?? null) });
    }
  }
  // Words about somebody are no words of theirs, however well they fit the topic.
  const own = (one: RankedPassage) => (query.intent === "statement" && query.subject && one.signals.subject > 0 ? 1 : 0);
  return ranked.sort((a, b) => own(b) - own(a) || b.score - a.score || a.passage.id - b.passage.id);
}

function scoreOf(query: Query, paragraph: StoredParagraph, signals: Signals, statement: StoredStatement | null): number {
  const { coverage, relevance, need, subject } = signals;
  return (
    WEIGHTS.inside * coverage.inside +
    WEIGHTS.around * coverage.around +
    WEIGHTS.proximity * coverage.proximity +
    WEIGHTS.context * coverage.context +
    WEIGHTS.relevance * relevance +
    WEIGHTS.need * (query.need === "any" ? 0 : need) +
    WEIGHTS.subject * subject +
    WEIGHTS.lead / (1 + paragraph.position) +
    (statement ? WEIGHTS.direct * (statement.speech === "direct" ? 1 : 0) : 0) +
    (statement ? WEIGHTS.fullness * Math.min(1, (statement.end - statement.start) / FULL_STATEMENT) : 0)
  );
}
