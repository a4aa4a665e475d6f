import type { Amount } from "../points/amounts.ts";
import type { AskedPoint } from "../points/asked-point.ts";
import { amountsClash, clashingAmounts, countsLess, shownAmount, type Toll } from "../points/compare-amounts.ts";
import { type Holder, holdersIn, mayBeSame } from "../points/holders.ts";
import { compareMoments, type Moment, momentsIn } from "../points/moments.ts";
import { differInTime, type Place, sameOccasion } from "../points/occasion.ts";
import { type Range, type Reading, written } from "../points/reading.ts";
import { type Stance, stancesIn, verbOf } from "../points/stances.ts";
import type { Told } from "../points/told.ts";
import type { Knowledge } from "./knowledge.ts";
import { tellOfOtherThings } from "./other-things.ts";

/** What two passages that tell the same differ in, in their own words; `null` where they do not. */
export type Difference = { readonly here: string; readonly there: string } | null;

type Known = Knowledge & Pick<AskedPoint, "fixed">;

/** The difference of two passages in what they tell on the point that a question asks for. */
export function differenceOn({ fixed }: AskedPoint, here: Told, there: Told, knowledge: Knowledge): Difference {
  const known = { ...knowledge, fixed };
  if (here.kind === "amount" && there.kind === "amount") {
    const clash = amountsClash(here.amount, there.amount);
    return clash ? inAmounts(here.reading, here.amount, there.reading, there.amount, known) : null;
  }
  if (here.kind === "moment" && there.kind === "moment")
    return inMoments(here.reading, there.reading, here.moment, there.moment, known);
  if (here.kind === "holder" && there.kind === "holder")
    return inHolders(here.reading, there.reading, here.holders, there.holders, known);
  if (here.kind === "stance" && there.kind === "stance")
    return inStances(here.reading, there.reading, here.stances, there.stances, known);
  return null;
}

/**
 * The difference of two sentences that tell the same event in much the same words, in whatever point.
 * @param close whether they are so alike that they are one report but for the difference.
 */
export function differenceOf(here: Reading, there: Reading, close: boolean, knowledge: Knowledge): Difference {
  const known = { ...knowledge, fixed: 0 };
  const amounts = clashingAmounts(here, there, close);
  if (amounts) return inAmounts(here, amounts[0], there, amounts[1], known);
  if (!close) return null;
  const verbs = new Set(here.tokens.map(({ term }) => verbOf(term)));
  return (
    inMoments(here, there, onlyMoment(here, there), onlyMoment(there, here), known) ??
    inStances(here, there, stancesIn(here, verbs), stancesIn(there, verbs), known) ??
    inHolders(here, there, holdersIn(here), holdersIn(there), known)
  );
}

/** The difference of two tolls of one occasion, however differently the sentences are worded. */
export function differenceInTolls(here: Reading, a: Toll, there: Reading, b: Toll, knowledge: Knowledge): Difference {
  if (a.outcome !== b.outcome || !amountsClash(a.amount, b.amount)) return null;
  return inAmounts(here, a.amount, there, b.amount, { ...knowledge, fixed: 0 });
}

function inAmounts(here: Reading, a: Amount, there: Reading, b: Amount, known: Known): Difference {
  if (countsLess(here, a, there, b)) return null;
  return between(here, shownAmount(here, a), there, shownAmount(there, b), known);
}

/** Two points as a difference, if they can be about one and the same. */
function between(here: Reading, a: Range, there: Reading, b: Range, known: Known, isDated = false): Difference {
  const [one, other]: [Place, Place] = [
    { reading: here, range: a },
    { reading: there, range: b },
  ];
  if (!isDated && differInTime(one, other)) return null;
  if (!sameOccasion(one, other, { ...known, isDated }) || tellOfOtherThings(one, other, known)) return null;
  return { here: written(here, a), there: written(there, b) };
}

/** Weekdays in articles further apart than this may be of different weeks. */
const SAME_WEEK = 5;
const DAY = 86_400_000;

function inMoments(here: Reading, there: Reading, a: Moment | null, b: Moment | null, known: Known): Difference {
  if (!a || !b || compareMoments(a, b) !== "different") return null;
  if (a.weekday !== undefined && a.day === undefined && !inOneWeek(here.published, there.published)) return null;
  // Where figures differ as well, each is of its own time.
  if (clashingAmounts(here, there, true)) return null;
  return between(here, a.range, there, b.range, known, true);
}

function inOneWeek(one: string | null, other: string | null): boolean {
  return one === null || other === null || Math.abs(Date.parse(one) - Date.parse(other)) < SAME_WEEK * DAY;
}

function onlyMoment(reading: Reading, other: Reading): Moment | null {
  const others = momentsIn(other);
  const [only, another] = momentsIn(reading).filter(
    (moment) => !moment.isLimit && !moment.isReported && !others.some((one) => compareMoments(one, moment) === "same"),
  );
  return only && !another ? only : null;
}

function inHolders(
  here: Reading,
  there: Reading,
  own: readonly Holder[],
  theirs: readonly Holder[],
  known: Known,
): Difference {
  for (const a of own) {
    for (const b of theirs) {
      if (a.role !== b.role || a.tense !== b.tense || mayBeSame(a, b)) continue;
      if (mentions(there, a) || mentions(here, b)) continue;
      if (known.isSameName(written(here, a.range), written(there, b.range))) continue;
      const difference = between(here, a.range, there, b.range, known);
      if (difference) return difference;
    }
  }
  return null;
}

function mentions({ tokens }: Reading, { words }: Holder): boolean {
  return tokens.some(({ word }) => words.includes(word));
}

function inStances(
  here: Reading,
  there: Reading,
  own: readonly Stance[],
  theirs: readonly Stance[],
  known: Known,
): Difference {
  for (const a of own) {
    const b = theirs.find((one) => one.verb === a.verb);
    if (!b || a.isSo === b.isSo || a.isComing !== b.isComing) continue;
    if (areOthers(a.doers, b.doers) || areOthers(a.things, b.things)) continue;
    if (isTwofold(own, a) || isTwofold(theirs, b)) continue;
    const difference = between(here, a.range, there, b.range, known);
    if (difference) return difference;
  }
  return null;
}

/** Whether either phrase has words that the other lacks: "the first offer" is not "the second offer". */
function areOthers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((term) => !other.has(term)) && [...other].some((term) => !one.has(term)) && other.size > 0;
}

/** Whether a passage says both that it is so and that it is not, of different things. */
function isTwofold(stances: readonly Stance[], of: Stance): boolean {
  return stances.some(({ verb, isSo }) => verb === of.verb && isSo !== of.isSo);
}
