/** A stretch of text: UTF-16 offsets, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What an article says of itself; `null` where it says nothing. `id` is its file name without `.md`. */
export interface ArticleSource {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  /** ISO date, `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly url: string | null;
}

/** Whether words stand between quotation marks or are told in the article's own words. */
export type Speech = "direct" | "reported";

/** A cited piece of one article: `text` is exactly `article.body.slice(start, end)` and never crosses a paragraph. */
export interface Passage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Who says the part that answers, by the fullest name known; `null` where nobody speaks or it is unclear who. */
  readonly speaker: string | null;
  readonly speech: Speech | null;
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

/**
 * `answered`: the passages answer the question. `related`: they are near it and are to be shown as near misses.
 * `none`: nothing to show, and there are no passages.
 */
export type Outcome = "answered" | "related" | "none";

/** The neutral answer that every adapter renders. All sentences in it are meant for the person who asked. */
export interface Answer {
  /** The question as it was read: trimmed, cut to the limit. */
  readonly question: string;
  readonly outcome: Outcome;
  /** What is said before the passages of a `related` answer, or instead of any for `none`; `null` when answered. */
  readonly lead: string | null;
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
}
