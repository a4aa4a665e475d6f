import type { StoredParagraph, StoredPassage, StoredStatement } from "../indexing/passages.ts";
import { type Need, POSITION_TERMS } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import type { Coverage } from "./coverage.ts";
import type { Findings } from "./findings.ts";

/** What speaks for a passage as an answer to one query. */
export interface Signals {
  readonly coverage: Coverage;
  /** For every term of the query, how well the passage and what is around it cover it. */
  readonly byTerm: readonly number[];
  /** BM25 of the whole paragraph, see {@link Findings}. */
  readonly paragraph: number;
  /** MiniSearch's score of the paragraph as a share of the best one's. */
  readonly relevance: number;
  /** The same of all candidates of its article: whether the article is about what is asked. */
  readonly article: number;
  /** Whether it has what the question asks for: a number, a place, a person … */
  readonly need: number;
  /** Whether it is the subject's own words (for statements) or tells where the subject stands (for positions). */
  readonly subject: number;
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
export function wholeScore({
  paragraph,
  relevance,
  article,
}: Pick<Signals, "paragraph" | "relevance" | "article">): number {
  return WEIGHTS.paragraph * paragraph + WEIGHTS.relevance * relevance + WEIGHTS.article * article;
}

/** What the signals of a passage add up to, apart from {@link needScore}. @param onTopic see {@link topicCovered}. */
export function scoreOf(
  query: Query,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  signals: Omit<Signals, "byTerm" | "need">,
  statement: StoredStatement | null,
  onTopic: number | null,
): number {
  const words = passage.tokenTo - passage.tokenFrom;
  const { coverage, relevance, article, subject } = signals;
  const lexical =
    WEIGHTS.inside * coverage.inside +
    WEIGHTS.count * coverage.count +
    WEIGHTS.rarest * coverage.rarest +
    WEIGHTS.before * coverage.before +
    WEIGHTS.elsewhere * coverage.elsewhere +
    WEIGHTS.title * coverage.title +
    WEIGHTS.paragraph * signals.paragraph +
    WEIGHTS.adjacency * coverage.adjacency +
    WEIGHTS.context * coverage.context +
    WEIGHTS.relevance * relevance +
    WEIGHTS.article * article +
    WEIGHTS.lead / (1 + paragraph.position);
  const spoken = statement
    ? WEIGHTS.direct * Number(statement.speech === "direct") +
      WEIGHTS.fullness * Math.min(1, (statement.end - statement.start) / FULL_STATEMENT)
    : 0;
  return lexical + spoken + (query.subject ? subjectScore(query, subject, words, onTopic) : 0);
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

/** @param onTopic see {@link topicCovered}: a stand on something else is no stand on this. */
function subjectScore(query: Query, subject: number, words: number, onTopic: number | null): number {
  if (query.intent !== "position") return WEIGHTS.subject * subject;
  return (
    (onTopic === null ? WEIGHTS.subject : WEIGHTS.subjectOnTopic) * subject +
    (subject >= STANDS ? WEIGHTS.stands * (onTopic ?? 1) : 0) +
    WEIGHTS.fullness * Math.min(1, words / FULL_POSITION)
  );
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
