/**
 * `answered`: the passages answer the question. `related`: they are near it and are to be shown as near misses.
 * `none`: nothing to show, and there are no passages.
 */
export type Outcome = "answered" | "related" | "none";
