import type { StoredParagraph, StoredPassage, StoredStatement } from "../indexing/passages.ts";
import { type Need, POSITION_TERMS } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import type { Coverage } from "./coverage.ts";
import type { Findings } from "./findings.ts";

/** What speaks for a whole paragraph as an answer to one query: shares, 0 to 1 where nothing else is said. */
export interface WholeSignals {
  /** BM25 of the whole paragraph, 0 to 2.2: see {@link saturationOf}. */
  readonly paragraph: number;
  /** MiniSearch's score of the paragraph as a share of the best one's. */
  readonly relevance: number;
  /** The same of all candidates of its article: whether the article is about what is asked. */
  readonly article: number;
}

/**
 * How much each signal counts. Those of the first group were fitted on half of a public set of reading-comprehension
 * questions (softmax over the passages of a question) and checked on the other half; see docs/how-an-answer-is-found.md.
 */
const WEIGHTS = {
  inside: 0.33,
  count: 0.26,
  rarest: 0.47,
  before: 0.17,
  elsewhere: -0.2,
  title: 0.14,
  paragraph: 0.24,
  adjacency: 0.2,
  relevance: 0.21,
  article: 0.12,
  subject: 1.2,
  subjectOnTopic: 0.45,
  stands: 0.5,
  context: 0.35,
  lead: 0.06,
  direct: 0.25,
  fullness: 0.35,
} as const;

/** What it adds to have what was asked for, to some extent. A reason is told without a "because" as often as with one. */
export function needScore({ need }: Query, extent: number): number {
  return extent * needWeight(need);
}

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

/** What the signals of a whole paragraph add, the same for each of its passages. */
export function wholeScore({ paragraph, relevance, article }: WholeSignals): number {
  return WEIGHTS.paragraph * paragraph + WEIGHTS.relevance * relevance + WEIGHTS.article * article;
}

/** What the place and the words of a passage add. */
export function wordScore(coverage: Coverage, { position }: StoredParagraph): number {
  return (
    WEIGHTS.inside * coverage.inside +
    WEIGHTS.count * coverage.count +
    WEIGHTS.rarest * coverage.rarest +
    WEIGHTS.before * coverage.before +
    WEIGHTS.elsewhere * coverage.elsewhere +
    WEIGHTS.title * coverage.title +
    WEIGHTS.adjacency * coverage.adjacency +
    WEIGHTS.context * coverage.context +
    WEIGHTS.lead / (1 + position)
  );
}

/** What it adds to be somebody's words, marked as such and enough to stand alone. */
export function statementScore(statement: StoredStatement | null): number {
  if (!statement) return 0;
  const fullness = Math.min(1, (statement.end - statement.start) / FULL_STATEMENT);
  return WEIGHTS.direct * Number(statement.speech === "direct") + WEIGHTS.fullness * fullness;
}

/**
 * What it adds to be the subject's own words, or to tell where the subject stands.
 * @param subject how far it is or does so, 0 to 1.
 * @param onTopic see {@link topicCovered}: a stand on something else is no stand on this.
 */
export function subjectScore(
  { intent }: Query,
  subject: number,
  { tokenFrom, tokenTo }: StoredPassage,
  onTopic: number | null,
): number {
  if (intent !== "position") return WEIGHTS.subject * subject;
  return (
    (onTopic === null ? WEIGHTS.subject : WEIGHTS.subjectOnTopic) * subject +
    (subject >= STANDS ? WEIGHTS.stands * (onTopic ?? 1) : 0) +
    WEIGHTS.fullness * Math.min(1, (tokenTo - tokenFrom) / FULL_POSITION)
  );
}

/** The share of the topic of a position that a passage itself holds; `null` where none is asked about. */
export function topicCovered(query: Query, row: number, { strengths }: Findings): number | null {
  const isTopic = topicOf(query);
  let asked = 0;
  let covered = 0;
  query.terms.forEach(({ weight }, term) => {
    if (!isTopic[term]) return;
    asked += weight;
    covered += weight * (strengths[row * query.terms.length + term] ?? 0);
  });
  return asked === 0 ? null : covered / asked;
}

/**
 * For each term of a question for a position, whether it says on what the party stands: "is Miravo ready to hand over land".
 */
function topicOf({ terms, subject }: Query): readonly boolean[] {
  return terms.map(
    ({ name, role, wordTerms }) =>
      role === "asked" &&
      (name !== null
        ? !subject?.ids.includes(name.id)
        : !wordTerms.every((term) => POSITION_TERMS.has(term) || subject?.terms.includes(term))),
  );
}
