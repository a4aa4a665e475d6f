/** Articles that print the same story, and how many passages they share. */
export interface CopyGroup {
  readonly articles: readonly string[];
  readonly shared: number;
}

/** A machine's rewrite of another article, and what gave it away. */
export interface RewriteReport {
  readonly article: string;
  readonly of: string | null;
  readonly reasons: readonly string[];
}

/** What a check of a corpus has to say of copies, by the articles' ids. */
export interface CopyReport {
  readonly groups: readonly CopyGroup[];
  readonly rewrites: readonly RewriteReport[];
}
