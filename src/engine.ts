import type { Answer, ArticleSource, Passage, Span } from "./answer/answer.ts";

/** What a person asks, and what the platform knows of it beside the words. */
export interface Question {
  readonly text: string;
  /** The questions asked before in the same conversation, oldest first. */
  readonly earlier?: readonly string[];
  /** Only words of this speaker (also written `from:NAME` in the text). */
  readonly speaker?: string;
  /** Only articles of this outlet or agency (`source:`). */
  readonly source?: string;
  /** Only articles published on or after this date: YYYY, YYYY-MM or YYYY-MM-DD (`since:`). */
  readonly since?: string;
  /** Only articles published on or before this date, inclusive (`until:`). */
  readonly until?: string;
}

/** A paragraph near a passage; `mark` is where the passage stands in `text`, in the paragraph that holds it. */
export interface ContextParagraph {
  readonly text: string;
  readonly mark: Span | null;
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

/**
 * The one face of the core. The same question over the same corpus gets the same answer. Everything resolves at once where
 * the index is in memory, and rejects where it is elsewhere and cannot be reached.
 */
export interface Engine {
  coverage(): Promise<Coverage>;
  ask(question: Question): Promise<Answer>;
  /** The paragraphs around a passage, in order; `around` before and after it (default 1). */
  context(passage: Passage, around?: number): Promise<readonly ContextParagraph[]>;
  /** Questions this corpus answers that fit what has been typed so far; any with nothing typed. */
  completeQuestion(typed: string, limit: number): Promise<readonly string[]>;
  completeSpeaker(typed: string, limit: number): Promise<readonly string[]>;
  completeSource(typed: string, limit: number): Promise<readonly string[]>;
}
