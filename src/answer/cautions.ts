import { wordDifferences } from "../copies/word-differences.ts";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { StoredPassage } from "../indexing/passages.ts";
import type { Span } from "./answer.ts";

const MAX_SHOWN_DIFFERENCES = 3;

/** What a reader has to know of the copy that a passage comes from; nothing for a sound one. */
export function cautionsFor(passage: StoredPassage, article: number, index: CorpusIndex): string[] {
  if (!index.copies.garbled.has(article)) return [];
  const original = index.passages[index.copies.original.get(passage.id) ?? -1];
  if (!original) return ["This article looks like a machine-made rewrite: its wording may be wrong."];
  const source = articleOf(original.id, index);
  const textOf = (number: number, { start, end }: Span) => index.articles[number]?.body.slice(start, end) ?? "";
  const differences = wordDifferences(textOf(article, passage), textOf(source, original))
    .slice(0, MAX_SHOWN_DIFFERENCES)
    .map(({ here, there }) => `“${here}” for “${there}”`);
  const { outlet, title, id } = index.sources[source] ?? { outlet: null, title: null, id: "" };
  const whose = outlet ?? title ?? id;
  const words = differences.length > 0 ? ` It has ${differences.join(", ")} there.` : "";
  return [`This looks like a garbled rewrite of the article in ${whose}.${words}`];
}

/** The number of the article that a passage stands in. */
export function articleOf(passage: number, index: CorpusIndex): number {
  return index.paragraphs[index.passages[passage]?.paragraph ?? -1]?.article ?? -1;
}
