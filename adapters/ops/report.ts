import type { QuestionOutcome } from "./metrics.ts";
import type { AskedRecord, QuestionRecord, VoteRecord } from "./question-folder.ts";

/** Something that was asked or is missing, and how often. */
export interface Counted {
  readonly text: string;
  readonly times: number;
}

/** An answer that people did not like. */
export interface Disliked {
  readonly question: string;
  readonly down: number;
  readonly up: number;
  /** What they said about it. */
  readonly reasons: readonly string[];
}

/** What can be learnt from the stored questions. */
export interface Report {
  /** ISO dates of the first and the last question; `null` where there is none. */
  readonly since: string | null;
  readonly until: string | null;
  readonly questions: number;
  readonly people: number;
  readonly outcomes: Readonly<Partial<Record<QuestionOutcome, number>>>;
  readonly platforms: Readonly<Partial<Record<string, number>>>;
  readonly mostAsked: readonly Counted[];
  /** Questions without an answer, near misses among them: the gaps of the corpus. */
  readonly unanswered: readonly Counted[];
  /** Names and subjects that no article mentions. */
  readonly missing: readonly Counted[];
  readonly disliked: readonly Disliked[];
}

const MAX_ROWS = 20;

/**
 * Sums up the records. The same question in other letters or marks counts as one; one that was written down a second time,
 * because a crash came between its answer and the message, is asked once.
 */
export function composeReport(records: readonly QuestionRecord[]): Report {
  const asked = onceEach(records.filter((record) => record.kind === "question"));
  const days = asked.map(({ at }) => at.slice(0, "YYYY-MM-DD".length)).sort();
  const gaps = asked.filter(({ outcome }) => outcome === "none" || outcome === "related");
  return {
    since: days[0] ?? null,
    until: days.at(-1) ?? null,
    questions: asked.length,
    people: new Set(asked.map(({ person }) => person)).size,
    outcomes: tally(asked.map(({ outcome }) => outcome)),
    platforms: tally(asked.map(({ platform }) => platform)),
    mostAsked: count(asked.map(({ question }) => question)),
    unanswered: count(gaps.map(({ question }) => question)),
    missing: count(asked.flatMap(({ missing }) => missing)),
    disliked: dislikedAnswers(
      asked,
      records.filter((record) => record.kind === "vote"),
    ),
  };
}

function tally<Name extends string>(names: readonly Name[]): Partial<Record<Name, number>> {
  const tally: Partial<Record<Name, number>> = {};
  for (const name of names) tally[name] = (tally[name] ?? 0) + 1;
  return tally;
}

function count(texts: readonly string[]): Counted[] {
  const counted = new Map<string, Counted>();
  for (const text of texts) {
    const key = fold(text);
    const before = counted.get(key);
    counted.set(key, { text: before?.text ?? text, times: (before?.times ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.times - a.times).slice(0, MAX_ROWS);
}

/** One vote of each person on each answer counts, the last; votes on all answers to one question come together. */
function dislikedAnswers(asked: readonly AskedRecord[], votes: readonly VoteRecord[]): Disliked[] {
  const questionOf = new Map(asked.map(({ answerId, question }) => [answerId, question]));
  const last = new Map(votes.map((vote) => [`${vote.answerId} ${vote.person}`, vote]));
  const answers = new Map<string, Disliked>();
  for (const { answerId, vote, reason } of last.values()) {
    const question = questionOf.get(answerId);
    if (question === undefined) continue;
    const before = answers.get(fold(question)) ?? { question, down: 0, up: 0, reasons: [] };
    answers.set(fold(question), {
      ...before,
      [vote]: before[vote] + 1,
      reasons: reason === null ? before.reasons : [...before.reasons, reason],
    });
  }
  const disliked = [...answers.values()].filter(({ down }) => down > 0);
  return disliked.sort((a, b) => b.down - a.down).slice(0, MAX_ROWS);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function onceEach(asked: readonly AskedRecord[]): readonly AskedRecord[] {
  const seen = new Set<string>();
  return asked.filter(({ answerId }) => {
    if (answerId === null) return true;
    const isNew = !seen.has(answerId);
    seen.add(answerId);
    return isNew;
  });
}
