import type { StoredPassage, StoredStatement } from "../indexing/passages.ts";
import { type Need, POSITION_TERMS } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import type { Findings } from "./findings.ts";

/**
 * What speaks for a passage as an answer to one query, in the order in which it is explained. Shares, 0 to 1, unless said
 * otherwise.
 */
export interface Evidence {
  /** How much of the question it names, by itself or with what is around it; the rarest terms decide. */
  readonly coverage: number;
  /** Neighbouring terms of the question that are neighbours in it, too. */
  readonly adjacency: number;
  /** The terms of an earlier question that it names. */
  readonly context: number;
  /** How far it goes on where the answer stood on which the question leans. */
  readonly continues: number;
  /** Whether it says again what that answer began with. */
  readonly repeats: number;
  /** The relevance of its paragraph as a share of the best one's. */
  readonly relevance: number;
  /** How far it is less near to the question in meaning than the nearest passage: 0 for that one, else negative. */
  readonly meaning: number;
  /** The same of its paragraph, for the question and the one before it together. */
  readonly setting: number;
  /** How far it has the kind of expression that is asked for, weighted by how much such an expression tells. */
  readonly need: number;
  /** Whether a figure is asked for, and it dates what it tells long before its article. */
  readonly history: number;
  /** How far it is the subject's own words, 0 to 1.45: quoted rather than reported, and enough to stand alone. */
  readonly speaker: number;
  /** How far it tells where the subject stands, and enough of it. */
  readonly position: number;
}

/**
 * How much each counts towards the logarithm of the odds that a passage answers: a softmax over the passages of a question,
 * fitted on the question sets and half of a public one; see docs/how-an-answer-is-found.md.
 */
export const WEIGHTS: { readonly [Kind in keyof Evidence]: number } = {
  coverage: 4.9,
  adjacency: 2,
  context: 2,
  continues: 3,
  repeats: -2,
  relevance: 0.9,
  meaning: 34,
  setting: 48,
  need: 10,
  history: -4,
  speaker: 9.6,
  position: 9.6,
};

/** What each kind of evidence adds to the score of a passage. */
export type ScoreParts = { readonly [Kind in keyof Evidence]: number };

/** What some evidence adds; what is not known yet adds nothing. */
export function partsOf(evidence: Partial<Evidence>): ScoreParts {
  const part = (kind: keyof Evidence) => WEIGHTS[kind] * (evidence[kind] ?? 0);
  return {
    coverage: part("coverage"),
    adjacency: part("adjacency"),
    context: part("context"),
    continues: part("continues"),
    repeats: part("repeats"),
    relevance: part("relevance"),
    meaning: part("meaning"),
    setting: part("setting"),
    need: part("need"),
    history: part("history"),
    speaker: part("speaker"),
    position: part("position"),
  };
}

export function scoreOf(parts: ScoreParts): number {
  let score = 0;
  for (const part of Object.values(parts)) score += part;
  return score;
}

/** How much it tells to have what is asked for. A reason is told without a "because" as often as with one. */
export function needWeight(need: Need): number {
  if (need === "any") return 0;
  return need === "reason" || need === "list" ? 0.1 : need === "person" || need === "place" ? 0.18 : 0.32;
}

/** A statement of so many characters says enough to stand alone. */
const FULL_STATEMENT = 120;

/**
 * How far a passage is somebody's words.
 * @param subject how surely they are theirs, 0 to 1.
 * @param onTopic see {@link topicCovered}: however well somebody is quoted on something else, it is no answer to this.
 */
export function speakerEvidence(subject: number, statement: StoredStatement | null, onTopic: number | null): number {
  if (!statement) return subject;
  const fullness = Math.min(1, (statement.end - statement.start) / FULL_STATEMENT);
  return subject + (onTopic ?? 1) * (0.2 * Number(statement.speech === "direct") + 0.25 * fullness);
}

/** From here on a passage tells where the party itself stands, not what others want of it. */
const STANDS = 0.8;
/** A passage of so many words can hold several points. */
const FULL_POSITION = 35;
/** How much of it counts whatever the topic, where one is given. */
const OFF_TOPIC = 0.375;

/**
 * How far a passage tells where the subject stands.
 * @param subject how far it does so, 0 to 1.
 * @param onTopic see {@link topicCovered}: a stand on something else is no stand on this.
 */
export function positionEvidence(
  subject: number,
  { tokenFrom, tokenTo }: StoredPassage,
  onTopic: number | null,
): number {
  return (
    (onTopic === null ? 1 : OFF_TOPIC) * subject +
    (subject >= STANDS ? 0.4 * (onTopic ?? 1) : 0) +
    0.3 * Math.min(1, (tokenTo - tokenFrom) / FULL_POSITION)
  );
}

/**
 * The share of the topic of somebody's words or position that a passage itself holds; `null` where none is asked about.
 * @param isTopic see {@link topicOf}.
 */
export function topicCovered(
  query: Query,
  isTopic: readonly boolean[],
  row: number,
  { strengths }: Findings,
): number | null {
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
export function topicOf({ terms, subject }: Query): readonly boolean[] {
  return terms.map(
    ({ name, role, wordTerms }) =>
      role === "asked" &&
      (name !== null
        ? !subject?.ids.includes(name.id)
        : !wordTerms.every((term) => POSITION_TERMS.has(term) || subject?.terms.includes(term))),
  );
}
