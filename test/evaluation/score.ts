import type { Passage } from "../../src/index.ts";
import type { GoldQuestion } from "./gold-questions.ts";
import type { AnsweredQuestion } from "./question-sets.ts";

/** How well questions were answered: shares are 0 to 1, and `null` where no question asks for that. */
export interface Figures {
  readonly questions: number;
  /** Evidence in the first passage of an answer that calls itself one. */
  readonly hitAt1: number | null;
  /** Evidence in one of the first three passages. */
  readonly hitAt3: number | null;
  /** Parts of an answer that the first five passages tell. */
  readonly facets: number | null;
  /** The passage with the evidence names the right speaker. */
  readonly speaker: number | null;
  /** No answer claimed where the corpus has none. */
  readonly abstained: number | null;
  /** An answer claimed where the corpus has one. */
  readonly answered: number | null;
  /** How often a garbled copy stood first. */
  readonly garbledFirst: number;
  /** Words shown for a question that the corpus answers. */
  readonly meanWords: number | null;
}

/** What one answer is worth; a figure that the question does not ask for is `null`. */
export interface Verdict {
  readonly gold: GoldQuestion;
  readonly hitAt1: boolean | null;
  readonly hitAt3: boolean | null;
  readonly facets: number | null;
  readonly speaker: boolean | null;
  readonly abstained: boolean | null;
  readonly answered: boolean | null;
  readonly isGarbledFirst: boolean;
  readonly words: number | null;
  /** What is wrong with the answer, for the list of misses; `null` where nothing is. */
  readonly miss: string | null;
}

const SHOWN = 5;
const NO_FIGURES = { hitAt1: null, hitAt3: null, facets: null, speaker: null };

/** Judges one answer by what is known to answer its question. */
export function judge({ gold, answer }: AnsweredQuestion): Verdict {
  const isAnswered = answer.outcome === "answered";
  const first = answer.passages[0]?.text ?? "nothing";
  if (!gold.isAnswerable) {
    const miss = isAnswered ? `claims an answer: ${first}` : null;
    return { gold, ...NO_FIGURES, abstained: !isAnswered, answered: null, isGarbledFirst: false, words: null, miss };
  }
  const shown = answer.passages.slice(0, SHOWN);
  const common = {
    gold,
    abstained: null,
    answered: isAnswered,
    isGarbledFirst: shown[0] !== undefined && holdsAny(shown[0].text, gold.notFirst),
    words: shown.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0),
  };
  if (gold.facets.length > 0) {
    const told = gold.facets.filter((facet) => shown.some((passage) => holdsAny(passage.text, facet)));
    const facets = told.length / gold.facets.length;
    const miss = facets < 1 ? `${told.length} of ${gold.facets.length} parts: ${first}` : null;
    return { ...NO_FIGURES, ...common, facets, miss };
  }
  const at = answer.passages.findIndex((passage) => holdsAny(passage.text, gold.evidence));
  const hitAt1 = at === 0 && isAnswered;
  const speaker = gold.speaker === null ? null : isSpokenBy(answer.passages[at], gold.speaker);
  const place = at < 0 ? "no evidence" : `evidence in passage ${at + 1}, spoken by ${answer.passages[at]?.speaker}`;
  const miss = hitAt1 && speaker !== false ? null : `${answer.outcome}, ${place}: ${first}`;
  return { ...common, facets: null, hitAt1, hitAt3: at >= 0 && at < 3, speaker, miss };
}

/** Sums up verdicts, of one kind of question or of all. */
export function figuresOf(verdicts: readonly Verdict[]): Figures {
  return {
    questions: verdicts.length,
    hitAt1: mean(verdicts.map((verdict) => verdict.hitAt1)),
    hitAt3: mean(verdicts.map((verdict) => verdict.hitAt3)),
    facets: mean(verdicts.map((verdict) => verdict.facets)),
    speaker: mean(verdicts.map((verdict) => verdict.speaker)),
    abstained: mean(verdicts.map((verdict) => verdict.abstained)),
    answered: mean(verdicts.map((verdict) => verdict.answered)),
    garbledFirst: verdicts.filter((verdict) => verdict.isGarbledFirst).length,
    meanWords: mean(verdicts.map((verdict) => verdict.words)),
  };
}

function mean(values: readonly (number | boolean | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce<number>((sum, value) => sum + Number(value), 0) / known.length;
}

/** Whether a text holds any of some pieces, however it is typeset. */
export function holdsAny(shown: string, pieces: readonly string[]): boolean {
  const text = plain(shown);
  return pieces.some((piece) => text.includes(plain(piece)));
}

function isSpokenBy(passage: Passage | undefined, speaker: string): boolean {
  return plain(passage?.speaker ?? "").includes(plain(speaker));
}

/** Quotation marks, dashes and spaces are told apart by typesetters, not by readers. */
function plain(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2011\u2013\u2014]/g, "-")
    .replace(/\s+/g, " ")
    .toLowerCase()
    .trim();
}
