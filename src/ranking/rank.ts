import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { StoredParagraph, StoredPassage, StoredStatement } from "../indexing/passages.ts";
import { type Need, POSITION_TERMS } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import { termsOf } from "../text/tokenize.ts";
import { type Coverage, findIn, type Hit, lookupOf, measureCoverage } from "./coverage.ts";
import { meetsNeed } from "./needs.ts";
import type { Candidate } from "./retrieve.ts";
import { ownStatement, tellsPosition, tellsSpeech } from "./subject-match.ts";

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

/**
 * How much each signal counts. Those of the first group were fitted on half of a public set of reading-comprehension
 * questions (softmax over the passages of a question) and checked on the other half; see docs/how-an-answer-is-found.md.
 */
const WEIGHTS = {
  inside: 1,
  before: 0.5,
  after: 0.25,
  elsewhere: 0.05,
  title: 0.6,
  paragraph: 0.32,
  adjacency: 0.15,
  relevance: 0.2,
  subject: 1.2,
  subjectOnTopic: 0.45,
  stands: 0.5,
  context: 0.35,
  lead: 0.06,
  direct: 0.25,
  fullness: 0.35,
} as const;
/** Whether a question for a position says on what: "is Kyiv ready to hand over land". */
function hasTopic(query: Query): boolean {
  if (query.intent !== "position") return false;
  return query.terms.some(
    ({ name, role, text }) =>
      role === "asked" && name === null && !termsOf(text).every((term) => POSITION_TERMS.has(term)),
  );
}

/** How much it counts to have what was asked for. A reason is told without a "because" as often as with one. */
function needWeight(need: Need): number {
  if (need === "any") return 0;
  return need === "reason" || need === "list" ? 0.1 : need === "person" || need === "place" ? 0.18 : 0.32;
}

/** From here on a passage tells where the party itself stands, not what others want of it. */
const STANDS = 0.8;
/** A passage of so many words can hold several points. */
const FULL_POSITION = 35;
/** A statement of so many characters says enough to stand alone. */
const FULL_STATEMENT = 120;

/** Orders the passages of the candidates, best first; ties fall back to the order of the corpus. */
export function rank(query: Query, candidates: readonly Candidate[], index: CorpusIndex): RankedPassage[] {
  const weigh = createWeighing(query, index);
  const best = candidates.reduce((top, candidate) => Math.max(top, candidate.score), 0);
  const ranked = candidates.flatMap(({ paragraph, score }) =>
    paragraph.passages.map(weigh(paragraph, best === 0 ? 0 : score / best)),
  );
  // Words about somebody are no words of theirs, however well they fit the topic.
  const own = (one: RankedPassage) =>
    query.intent === "statement" && query.subject && one.signals.subject > 0 ? 1 : 0;
  return ranked.sort((a, b) => own(b) - own(a) || b.score - a.score || a.passage.id - b.passage.id);
}

/** Ranks another piece of a ranked passage's paragraph by the same signals. */
export function rankPiece(query: Query, one: RankedPassage, passage: StoredPassage, index: CorpusIndex): RankedPassage {
  return createWeighing(query, index)(one.paragraph, one.signals.relevance)(passage);
}

/** Weighs passages, with what the query alone and the paragraph alone decide worked out once. */
function createWeighing(query: Query, index: CorpusIndex) {
  const lookup = lookupOf(query);
  const subjectWeight = hasTopic(query) ? WEIGHTS.subjectOnTopic : WEIGHTS.subject;
  return (paragraph: StoredParagraph, relevance: number) => {
    const findings = findIn(query, paragraph, lookup, index.averageLength);
    const body = index.articles[paragraph.article]?.body ?? "";
    return (passage: StoredPassage): RankedPassage => {
      const own = query.subject && query.intent === "statement" ? ownStatement(passage, query.subject) : null;
      const statement = own?.statement ?? null;
      const signals: Signals = {
        coverage: measureCoverage(query, paragraph, passage, findings),
        relevance,
        need: meetsNeed(query, body.slice(passage.start, passage.end), paragraph, passage, findings.hits, index),
        subject: own?.match ?? subjectSignal(query, paragraph, passage, findings.hits, index),
      };
      const score = scoreOf(query, subjectWeight, paragraph, passage, signals, statement);
      return { passage, paragraph, signals, statement, score };
    };
  };
}

function subjectSignal(
  query: Query,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  hits: readonly Hit[],
  index: CorpusIndex,
): number {
  if (!query.subject) return 0;
  if (query.intent === "position") return tellsPosition(query, paragraph, passage, hits, index);
  return query.intent === "statement" ? tellsSpeech(query.subject, paragraph, passage, index) : 0;
}

function scoreOf(
  query: Query,
  subjectWeight: number,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  signals: Signals,
  statement: StoredStatement | null,
): number {
  const words = passage.tokenTo - passage.tokenFrom;
  const { coverage, relevance, need, subject } = signals;
  return (
    WEIGHTS.inside * coverage.inside +
    WEIGHTS.before * coverage.before +
    WEIGHTS.after * coverage.after +
    WEIGHTS.elsewhere * coverage.elsewhere +
    WEIGHTS.title * coverage.title +
    WEIGHTS.paragraph * coverage.paragraph +
    WEIGHTS.adjacency * coverage.adjacency +
    WEIGHTS.context * coverage.context +
    WEIGHTS.relevance * relevance +
    needWeight(query.need) * need +
    subjectWeight * subject +
    (query.intent === "position" && subject >= STANDS ? WEIGHTS.stands : 0) +
    (query.intent === "position" ? WEIGHTS.fullness * Math.min(1, words / FULL_POSITION) : 0) +
    WEIGHTS.lead / (1 + paragraph.position) +
    (statement ? WEIGHTS.direct * (statement.speech === "direct" ? 1 : 0) : 0) +
    (statement ? WEIGHTS.fullness * Math.min(1, (statement.end - statement.start) / FULL_STATEMENT) : 0)
  );
}
