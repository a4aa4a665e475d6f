import type { RankedPassage } from "../ranking/rank.ts";
import { overlap } from "./ranked-passages.ts";
import type { Selection } from "./selection.ts";

/** All questions together get so many passages at first. */
const SHOWN = 5;

/**
 * Shares what is shown at first among the answers to several questions: a passage to each in turn; a near miss gets no second
 * one. Beyond the first of each, nothing is shown twice. What has no room goes to `more`.
 */
export function shareOut(selections: readonly Selection[]): readonly Selection[] {
  const kept = selections.flatMap(({ shown }) => shown.slice(0, 1));
  const isNew = (one: RankedPassage) => !kept.some((other) => overlap(one, other));
  const others = selections.map(({ outcome, shown }) => (outcome === "answered" ? shown.slice(1) : []));
  for (const one of inTurn(others)) if (kept.length < SHOWN && isNew(one)) kept.push(one);
  const shown = selections.map((selection) => selection.shown.filter((one) => kept.includes(one)));
  return selections.map((selection, at) => {
    const more = [...selection.shown, ...selection.more].filter((one) => isNew(one) && kept.push(one));
    return { ...selection, shown: shown[at] ?? [], more };
  });
}

/** The first of each list, then the second of each, and so on. */
export function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
