import { stem } from "../text/stem.ts";

/**
 * What happens to those that a report counts, in the words that reports use for one and the same thing; WordNet keeps
 * "die" and "kill" far apart. Two words that belong together are joined by a plus sign.
 */
const OUTCOMES: readonly ReadonlySet<string>[] = [
  "die died dead death kill drown perish fatality fatal slay lose+life claim+life toll",
  "injure injury wound hurt",
  "missing unaccounted",
  "rescue save pull+out pull+from pluck+from winch",
  "arrest detain custody apprehend",
  "evacuate flee displace homeless leave+home",
  "destroy burn raze gut flatten incinerate",
  "march demonstrate protest rally",
  "cost price pay spend worth",
  "employ work payroll",
  "attend audience crowd spectator turnout",
  "win take get receive secure",
  "hire recruit",
  "build construct erect",
  "start begin open commence launch",
  "end finish conclude",
].map((words) => new Set(words.split(" ").map((word) => word.split("+").map(stem).join("+"))));

/** Those that befall people, by number: a report counts each of them once. */
export const BEFALLS_PEOPLE = 6;

/** All words, alone or as the first of two, of the outcomes that befall people. */
export const BEFALLING_TERMS: ReadonlySet<string> = new Set(
  OUTCOMES.slice(0, BEFALLS_PEOPLE).flatMap((words) => [...words].map((word) => word.replace(/\+.*/, ""))),
);

const ALONE = new Map<string, number>();
/** The second words of pairs by the first. */
const PAIRED = new Map<string, [second: string, outcome: number][]>();
OUTCOMES.forEach((words, outcome) => {
  for (const word of words) {
    const [first = "", second] = word.split("+");
    if (second === undefined) ALONE.set(first, ALONE.get(first) ?? outcome);
    else PAIRED.set(first, [...(PAIRED.get(first) ?? []), [second, outcome]]);
  }
});

/**
 * The outcome that a word of a sentence tells, by number; -1 for none.
 * @param isNear whether the second one of a pair stands near; it is looked for behind few words.
 */
export function outcomeOf(term: string, isNear: (second: string) => boolean = () => false): number {
  return ALONE.get(term) ?? PAIRED.get(term)?.find(([second]) => isNear(second))?.[1] ?? -1;
}

/** All words that tell the same outcome as a term by themselves. */
export function sameOutcome(term: string): readonly string[] {
  return [...(OUTCOMES.find((words) => words.has(term)) ?? [])].filter((word) => !word.includes("+"));
}
