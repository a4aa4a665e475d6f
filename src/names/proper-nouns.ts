import { CALENDAR, FEASTS } from "../lexicon/calendar.ts";
import type { Capitals } from "./capitals.ts";

/** A name that articles write with capitals, and the short forms they use for it. */
export interface ProperNoun {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A single word has to be written with a capital so often before it counts as a name. */
const MIN_COUNT = 2;
/** "Dr", "Mr" and the like, cut off from their names by a full stop. */
const TITLE = /^\p{Lu}\p{Ll}{0,2}$/u;
const DAYS = new Set([...CALENDAR, ...FEASTS]);

/**
 * What the articles name with capitals inside their sentences, most often first: companies, parties, places, treaties.
 * "Kasira" is short for "Kasira Capital" if no other name begins with it.
 * @param isOther whether a phrase is known to be something else, such as a person.
 */
export function findProperNouns({ runs: counts, plain }: Capitals, isOther: (phrase: string) => boolean): ProperNoun[] {
  const isName = (phrase: string) => !isOther(phrase) && !isCalendar(phrase);
  const long = [...counts].filter(([phrase, count]) => phrase.includes(" ") && count >= MIN_COUNT && isName(phrase));
  const starts = new Map<string, string[]>();
  for (const [phrase] of long) {
    const [first = ""] = phrase.split(" ");
    const phrases = starts.get(first);
    if (phrases) phrases.push(phrase);
    else starts.set(first, [phrase]);
  }
  const single = [...counts].filter(
    ([word, count]) =>
      !word.includes(" ") && !TITLE.test(word) && count >= MIN_COUNT && !plain.has(word.toLowerCase()) && isName(word),
  );
  const shortFor = new Set(single.flatMap(([word]) => (starts.get(word)?.length === 1 ? [word] : [])));
  const names = [
    ...long.map(([name]) => {
      const [first = ""] = name.split(" ");
      return { name, aliases: shortFor.has(first) ? [first] : [] };
    }),
    ...single.filter(([word]) => !shortFor.has(word)).map(([name]) => ({ name, aliases: [] })),
  ];
  return names.sort((a, b) => (counts.get(b.name) ?? 0) - (counts.get(a.name) ?? 0));
}

function isCalendar(phrase: string): boolean {
  return phrase.split(" ").some((word) => DAYS.has(word.toLowerCase()));
}
