import type { StoredParagraph, StoredPassage } from "../indexing/passages.ts";

/** What the answer to the question that another one leans on told. */
export interface Told {
  /** The ids of the articles that it showed passages of, in its order. */
  readonly articles: readonly string[];
  /** The key of its first passage. */
  readonly first: string | null;
}

export const NOTHING_TOLD: Told = { articles: [], first: null };

/** What an answer tells by the passages that it shows. */
export function toldBy(
  shown: readonly { readonly paragraph: StoredParagraph; readonly passage: StoredPassage }[],
): Told {
  return { articles: shown.map(({ paragraph }) => paragraph.article.source.id), first: shown[0]?.passage.key ?? null };
}

/** How far a passage goes on where the answer before stood, 0 to 1: people ask on about what they read last. */
export function continues({ article }: StoredParagraph, { articles }: Told): number {
  const at = articles.indexOf(article.source.id);
  return at < 0 ? 0 : at === 0 ? 1 : FURTHER_DOWN;
}

const FURTHER_DOWN = 0.5;

/** Whether a passage says again what the answer before began with: whoever asks on wants something else. */
export function repeats({ key }: StoredPassage, { first }: Told): boolean {
  return key === first;
}
