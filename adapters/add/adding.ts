import type { ArticleFile } from "./article-file.ts";
import type { DownloadLimits } from "./download.ts";
import type { Metadata } from "./draft.ts";

/**
 * What became of one article; `source` is the file, the address or the feed entry that it came from, `notes` what
 * somebody should know before they rely on it. `noted` tells something of a source that is no single article; `unchanged` is a
 * feed that is as it was, `dead` an entry of which an earlier run told that it gives no article.
 */
export type AddResult = { readonly source: string } & (
  | { readonly kind: "added"; readonly path: string; readonly file: ArticleFile; readonly notes: readonly string[] }
  | { readonly kind: "noted"; readonly notes: readonly string[] }
  | { readonly kind: "known"; readonly id: string }
  | { readonly kind: "unchanged" }
  | { readonly kind: "dead" }
  | { readonly kind: "failed"; readonly reason: string; readonly isLasting: boolean }
);

/** How articles are added. */
export interface AddOptions {
  readonly corpusDir: string;
  /** Whether nothing is written. */
  readonly dryRun: boolean;
  /** What the person who adds an article knows of it, whatever the article says; feeds speak for themselves. */
  readonly metadata: Metadata;
  readonly limits: DownloadLimits;
  /** Most entries of a feed that are looked at, the newest first. */
  readonly maxEntries: number;
  /** Told whenever another article is done, or more of them turn up in a feed. */
  readonly onProgress: (done: number, total: number) => void;
}
