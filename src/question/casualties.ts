import { OUTCOMES } from "../lexicon/outcomes.ts";
import { stem } from "../text/stem.ts";

/** What befalls people, by each term that tells it: "dead", "killed" and "toll" are of one. */
const OF_TERM: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  OUTCOMES.filter(({ isCasualty }) => isCasualty).flatMap(({ words }) => {
    const terms = new Set(
      words
        .split(" ")
        .filter((word) => !word.includes("+"))
        .map(stem),
    );
    return [...terms].map((term): [string, ReadonlySet<string>] => [term, terms]);
  }),
);

/** All terms that tell of what a term tells of, where that befalls people; none for any other term. */
export function casualtyTerms(term: string): ReadonlySet<string> {
  return OF_TERM.get(term) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();
