/** What a person asks, and what the platform knows of it beside the words. */
export interface Question {
  readonly text: string;
  /** The questions asked before in the same conversation, oldest first. */
  readonly earlier?: readonly string[];
  /** The message that it replies to, or other words before it that are no question: they may tell who "he" is. */
  readonly context?: string;
  /** Only words of this speaker (also written `from:NAME` in the text). */
  readonly speaker?: string;
  /** Only articles of this outlet or agency (`source:`). */
  readonly source?: string;
  /** Only articles published on or after this date: YYYY, YYYY-MM or YYYY-MM-DD (`since:`). */
  readonly since?: string;
  /** Only articles published on or before this date, inclusive (`until:`). */
  readonly until?: string;
}
