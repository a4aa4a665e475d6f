import { splitSentences } from "../text/sentences.ts";
import { type Token, tokenize } from "../text/tokenize.ts";

/** A name that articles write with capitals, and the short forms they use for it. */
export interface ProperNoun {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A single word has to be written with a capital so often before it counts as a name. */
const MIN_COUNT = 2;
const MAX_WORDS = 4;
const CALENDAR = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
    "october november december jan feb mar apr jun jul aug sept sep oct nov dec christmas easter"
  ).split(" "),
);
const JOINING = /^(?: |\u00a0| & | of | of the )$/;

/**
 * What the articles name with capitals inside their sentences, most often first: companies, parties, places, treaties.
 * "Kasira" is short for "Kasira Capital" if no other name begins with it.
 * @param plainWords words that also stand in lower case; alone they are no name.
 * @param isOther whether a phrase is known to be something else, such as a person.
 */
export function findProperNouns(
  stories: readonly string[],
  plainWords: ReadonlySet<string>,
  isOther: (phrase: string) => boolean,
): ProperNoun[] {
  const counts = countCapitals(stories);
  const isName = (phrase: string) => !isOther(phrase) && !isCalendar(phrase);
  const long = [...counts].filter(([phrase, count]) => phrase.includes(" ") && count >= MIN_COUNT && isName(phrase));
  const starts = new Map<string, string[]>();
  for (const [phrase] of long) {
    const [first = ""] = phrase.split(" ");
    starts.set(first, [...(starts.get(first) ?? []), phrase]);
  }
  const single = [...counts].filter(
    ([word, count]) => !word.includes(" ") && count >= MIN_COUNT && !plainWords.has(word.toLowerCase()) && isName(word),
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
  return phrase.split(" ").some((word) => CALENDAR.has(word.toLowerCase()));
}

/** How often each run of capitalized words stands in the stories; a sentence's first word alone tells nothing. */
function countCapitals(stories: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const story of stories) {
    for (const { start, end } of splitSentences(story)) {
      const sentence = story.slice(start, end);
      for (const phrase of capitalRuns(sentence)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
  }
  return counts;
}

function capitalRuns(sentence: string): string[] {
  const tokens = tokenize(sentence);
  const runs: string[] = [];
  let run: Token[] = [];
  const close = () => {
    const [first] = run;
    const opensSentence = first === tokens[0] && run.length === 1;
    if (first && !opensSentence && run.length <= MAX_WORDS) runs.push(phraseOf(sentence, run));
    run = [];
  };
  for (const token of tokens) {
    if (!token.capital || token.stop) {
      if (token.word !== "of") close();
      continue;
    }
    const last = run.at(-1);
    if (last && !JOINING.test(sentence.slice(last.end, token.start))) close();
    run.push(token);
  }
  close();
  return runs;
}

function phraseOf(sentence: string, run: readonly Token[]): string {
  const [first, last] = [run[0], run.at(-1)];
  return sentence
    .slice(first?.start, last?.end)
    .replace(/['’]s?$/, "")
    .replace(/\s+/g, " ");
}
