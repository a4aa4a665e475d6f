/** Endings that make an adjective or a people of a place's name, and what may have been cut off the place for it. */
const ENDINGS: readonly (readonly [ending: RegExp, rests: readonly string[]])[] = [
  [/(?<=a)ns?$/, [""]],
  [/ians?$/, ["", "a", "e", "y", "ia"]],
  [/(?<!i)ans?$/, ["", "a", "o", "e", "y"]],
  [/ish$/, ["", "and", "land", "en", "ey", "ain", "mark"]],
  [/ese$/, ["", "a", "o", "al"]],
  [/(?<=[^aeiou])is?$/, ["", "stan"]],
  [/(?<=\w{5})ers$/, [""]],
  [/ic$/, [""]],
];
const MIN_STEM = 4;

/**
 * Which places the capitalized words of a corpus name in two ways: `Sorrenia` → `Sorrenian`, `Sorrenians`. Only pairs
 * of which both stand in the corpus, so a wrong pair needs two names that look alike; of two places the one named first.
 */
export function findDemonyms(words: ReadonlySet<string>): Map<string, string[]> {
  const orderOf = new Map([...words].map((word, order) => [word, order]));
  const found = new Map<string, string[]>();
  for (const word of words) {
    for (const [ending, rests] of ENDINGS) {
      if (!ending.test(word)) continue;
      const stem = word.replace(ending, "");
      if (stem.length < MIN_STEM) continue;
      const places = rests.map((rest) => stem + rest).filter((other) => other !== word && words.has(other));
      const [place] = places.sort((a, b) => (orderOf.get(a) ?? 0) - (orderOf.get(b) ?? 0));
      if (place === undefined) continue;
      const adjectives = found.get(place);
      if (adjectives) adjectives.push(word);
      else found.set(place, [word]);
      break;
    }
  }
  return found;
}
