import type { Lexicon } from "../indexing/lexicon.ts";
import { describedBy } from "../names/descriptions.ts";
import { type AskedWord, labelsFitting } from "../names/speaker-labels.ts";
import type { Subject } from "./query.ts";

/** Who is described by some words, or speaks under them. */
export type Described = Pick<Subject, "ids" | "labels">;

/** Finds out who "the infrastructure minister" is; `null` where it is nobody whose words the articles have. */
export function whoIs(words: readonly AskedWord[], lexicon: Lexicon): Described | null {
  const { same, longer, shorter } = labelsFitting(words, lexicon.speakerLabels);
  const labels = new Set([...same, ...longer, ...shorter]);
  // Whoever speaks under just these words is meant, and nobody who is merely described by one of them.
  if (same.length > 0) return { ids: [], labels };
  const ids = describedBy(
    words.map(({ term }) => term),
    lexicon.descriptions,
  );
  if (ids.length > 0) return { ids, labels: new Set() };
  return longer.length > 0 ? { ids, labels } : null;
}

/** Whether the articles have words of somebody, or of somebody who stands for them. */
export function isQuoted({ ids, labels }: Described, lexicon: Lexicon): boolean {
  return labels.size > 0 || ids.some((id) => lexicon.quoted.has(id));
}
