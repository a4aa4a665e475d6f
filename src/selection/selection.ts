import type { RankedPassage } from "../ranking/rank.ts";

/**
 * `answered`: the passages answer the question. `related`: they are near it and are to be shown as near misses.
 * `none`: nothing to show, and there are no passages.
 */
export type Outcome = "answered" | "related" | "none";

/** What is shown, what comes after it, and how sure the engine is that it answers. */
export interface Selection {
  readonly outcome: Outcome;
  /** How likely the first passage answers, 0 to 1. */
  readonly confidence: number;
  readonly shown: readonly RankedPassage[];
  /** The best passage of an answer that is declined, of which the confidence is; it is not shown. */
  readonly declined?: RankedPassage;
  readonly more: readonly RankedPassage[];
  /** What sources do not agree on; nothing unless a later stage adds it. */
  readonly disagreements: readonly RankedDisagreement[];
  /** What is said above the passages: what the heads of articles tell. */
  readonly said?: string;
}

/** A passage that is shown and one of another source that contradicts it, and in what: "12 people / 14 people". */
export interface RankedDisagreement {
  readonly about: string;
  readonly passages: readonly RankedPassage[];
}
