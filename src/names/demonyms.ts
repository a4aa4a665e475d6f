/** Endings that make an adjective or a people of a place's name, and what may have been cut off the place for it. */
const ENDINGS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?<=a)ns?$/, /^$/],
  [/ians?$/, /^(?:|a|e|y|ia)$/],
  [/(?<!i)ans?$/, /^(?:|a|o|e|y)$/],
  [/ish$/, /^(?:|and|land|en|ey|ain|mark)$/],
  [/ese$/, /^(?:|a|o|al)$/],
  [/(?<=[^aeiou])is?$/, /^(?:|stan)$/],
  [/(?<=\w{5})ers$/, /^$/],
  [/ic$/, /^$/],
];
const MIN_STEM = 4;

/**
 * Which places the capitalized words of a corpus name in two ways: `Sorrenia` → `Sorrenian`, `Sorrenians`. Only pairs
 * of which both stand in the corpus, so a wrong pair needs two names that look alike.
 */
export function findDemonyms(words: ReadonlySet<string>): Map<string, string[]> {
  const byStart = new Map<string, string[]>();
  for (const word of words) {
    const start = word.slice(0, MIN_STEM);
    byStart.set(start, [...(byStart.get(start) ?? []), word]);
  }
  const found = new Map<string, string[]>();
  for (const word of words) {
    for (const [ending, rest] of ENDINGS) {
      if (!ending.test(word)) continue;
      const stem = word.replace(ending, "");
      if (stem.length < MIN_STEM) continue;
      const place = byStart
        .get(stem.slice(0, MIN_STEM))
        ?.find((other) => other !== word && other.startsWith(stem) && rest.test(other.slice(stem.length)));
      if (place === undefined) continue;
      found.set(place, [...(found.get(place) ?? []), word]);
      break;
    }
  }
  return found;
}
