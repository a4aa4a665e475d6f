import type { PassageIndex } from "../indexing/passage-index.ts";
import type { Coverage } from "./answer.ts";

/** What a corpus covers. @param examples questions that it was seen to answer. */
export async function coverageOf({ lexicon, figures }: PassageIndex, examples: readonly string[]): Promise<Coverage> {
  const { sources, concepts } = lexicon;
  const dates = sources.flatMap(({ published }) => published ?? []).sort();
  const { speakers } = await figures();
  return {
    articles: sources,
    outlets: [...new Set(sources.flatMap(({ outlet }) => outlet ?? []))].sort(),
    speakers: speakers.flatMap(({ name }) => concepts.book.names[name]?.name ?? []),
    since: dates[0] ?? null,
    until: dates.at(-1) ?? null,
    undated: sources.filter(({ published }) => published === null).length,
    examples,
  };
}
