import type { ArticleSource } from "../corpus/article.ts";
import type { Citation } from "../corpus/readable-article.ts";
import type { Outcome } from "../selection/selection.ts";
import type { Speech } from "../speech/speech.ts";
import type { Span } from "../text/span.ts";
import type { Explanation } from "./explanation.ts";

/** A cited piece of one article: `text` is exactly `article.body.slice(start, end)` and never crosses a paragraph. */
export interface Passage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Who says the part that answers, by the fullest name known; `null` where nobody speaks or it is unclear who. */
  readonly speaker: string | null;
  readonly speech: Speech | null;
  /** The printed question of an interview that it answers, from the same article. */
  readonly interviewQuestion: Citation | null;
  readonly article: ArticleSource;
  /** The other articles that print the same text. */
  readonly alsoIn: readonly ArticleSource[];
  /** Sentences for the reader, such as that the copy is garbled and in which words. */
  readonly cautions: readonly string[];
  /** Where the question's words stand, as offsets into `text`, in order, not overlapping. */
  readonly matches: readonly Span[];
}

/** Sources that do not agree on one point, side by side. */
export interface Disagreement {
  /** What they differ in, as a short phrase: "12 people / 14 people". */
  readonly about: string;
  readonly passages: readonly Passage[];
}

/** One question of several that were asked at once, or one party whose position was asked for, and what answers it. */
export interface AnswerPart {
  /** What stands above its passages. */
  readonly heading: string;
  readonly outcome: Outcome;
  /** As for an answer as a whole. */
  readonly lead: string | null;
  /** How many of the answer's passages are its own: those behind the ones of the parts before it. */
  readonly passages: number;
  /** The same of those that *more* shows. */
  readonly more: number;
}

/** The neutral answer that every adapter renders. All sentences in it are meant for the person who asked. */
export interface Answer {
  /** The question as it was read: trimmed, cut to the limit. */
  readonly question: string;
  readonly outcome: Outcome;
  /** How likely the first passage answers, 0 to 1; of several questions, the first one's. */
  readonly confidence: number;
  /** What is said before the passages of a `related` answer, or instead of any for `none`; mostly `null` when answered. */
  readonly lead: string | null;
  /** Several questions, each with its share of `passages`; none where one thing is asked. */
  readonly parts: readonly AnswerPart[];
  /** What is shown at first: one to five, none for `none`. */
  readonly passages: readonly Passage[];
  /** What "more" shows next, best first. */
  readonly more: readonly Passage[];
  readonly disagreements: readonly Disagreement[];
  /** Names and subjects of the question that no article mentions. */
  readonly missing: readonly string[];
  /** Sentences about how the question was read: it was cut, a spelling was corrected, undated articles were left out. */
  readonly notices: readonly string[];
  /** Up to three further questions that this corpus answers. */
  readonly suggestions: readonly string[];
  /** Why each of the questions was answered as it was; only where that was asked for. */
  readonly explain?: readonly Explanation[];
}

/** A paragraph near a passage; `mark` is where the passage stands in `text`, in the paragraph that holds it. */
export interface ContextParagraph {
  readonly text: string;
  readonly mark: Span | null;
}

/** What can be cited of an article. */
export interface Citable {
  /** Where the pieces stand that passages begin with, as offsets in the body, in order. */
  readonly places: readonly Span[];
  /** Sentences about the whole article, such as that it is a garbled copy. */
  readonly cautions: readonly string[];
}

/** What the corpus covers, for help texts, `sources` and the like. */
export interface Coverage {
  readonly articles: readonly ArticleSource[];
  readonly outlets: readonly string[];
  /** Everybody whose words the articles report, most quoted first. */
  readonly speakers: readonly string[];
  /** First and last date of publication, ISO; `null` where no article has a date. */
  readonly since: string | null;
  readonly until: string | null;
  /** How many articles have no date. */
  readonly undated: number;
  /** Questions that the corpus really answers, best first; at least three where it can be done. */
  readonly examples: readonly string[];
}
