import type { Coverage } from "../engine.ts";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import { speakers } from "./suggestions.ts";

/** What a corpus covers. @param examples questions that it was seen to answer. */
export function coverageOf(index: CorpusIndex, examples: readonly string[]): Coverage {
  const dates = index.sources.flatMap(({ published }) => published ?? []).sort();
  return {
    articles: index.sources,
    outlets: [...new Set(index.sources.flatMap(({ outlet }) => outlet ?? []))].sort(),
    speakers: speakers(index).map(({ name }) => name.name),
    since: dates[0] ?? null,
    until: dates.at(-1) ?? null,
    undated: index.sources.filter(({ published }) => published === null).length,
    examples,
  };
}
