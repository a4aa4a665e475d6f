import { CALENDAR } from "../lexicon/calendar.ts";
import { OUTCOMES, type Outcome, PEOPLE } from "../lexicon/outcomes.ts";
import { reportingVerb } from "../speech/reporting-verbs.ts";
import { isRole } from "../speech/roles.ts";
import { stem } from "../text/stem.ts";
import type { Token } from "../text/tokenize.ts";

/** The outcomes of which a word tells, by its stem; of some it only tells together with a second word near it. */
const OUTCOMES_BY_WORD = new Map<string, readonly (readonly [second: string | undefined, outcome: Outcome])[]>();
for (const outcome of OUTCOMES)
  for (const word of outcome.words.split(" ")) {
    const [first = "", second] = word.split("+").map(stem);
    OUTCOMES_BY_WORD.set(first, [...(OUTCOMES_BY_WORD.get(first) ?? []), [second, outcome]]);
  }
/** So far behind the first word of a pair its second may stand: "claimed the lives", "pulled three more out". */
const REACH = 4;
const PEOPLE_WORDS = new Set(PEOPLE);
const DATE_WORDS = new Set(CALENDAR);

/** The outcome that a token tells; "protesters" are people, not what they do, and only "dead" and the like are both. */
export function outcomeAt(tokens: readonly Token[], at: number): Outcome | null {
  const { word = "", term = "" } = tokens[at] ?? {};
  const outcomes = OUTCOMES_BY_WORD.get(term);
  if (!outcomes || (isPerson(word) && !/^(?:dead|deaths|fatalities)$/.test(word))) return null;
  const near = tokens.slice(at + 1, at + 1 + REACH);
  return outcomes.find(([second]) => !second || near.some((token) => token.term === second))?.[1] ?? null;
}

/** The first outcome that some tokens tell. */
export function outcomeIn(tokens: readonly Token[]): Outcome | null {
  return tokens.map((_, at) => outcomeAt(tokens, at)).find((outcome) => outcome !== null) ?? null;
}

/** Whether a folded word is a noun for people. */
export function isPerson(word: string): boolean {
  return PEOPLE_WORDS.has(word) || isRole(word.replace(/men$/, "man").replace(/s$/, ""));
}

/** Whether a word tells that somebody says something. */
export function tellsSpeech({ word }: Token): boolean {
  return word === "according" || reportingVerb(word) !== undefined;
}

/** Whether a token is written as a name; months and days of the week are none. */
export function isName({ capital, stop, word }: Token): boolean {
  return capital && !stop && !DATE_WORDS.has(word);
}

/** Whether a word tells one event from others: no figure, no date, no people, nothing that befalls people. */
export function isTelling(token: Token): boolean {
  const { word, term, stop } = token;
  return !stop && !/^\d/.test(term) && !isPerson(word) && !DATE_WORDS.has(word) && !outcomeIn([token])?.isCasualty;
}
