import type { RankedPassage } from "../ranking/rank.ts";
import type { Selection } from "./selection.ts";

/** All questions together get so many passages at first. */
const SHOWN = 5;

/**
 * Shares what is shown at first among the answers to several questions: a passage to each in turn; a near miss gets no second
 * one. Beyond the first of each, nothing is shown twice. What has no room goes to `more`.
 */
export function shareOut(selections: readonly Selection[]): readonly Selection[] {
  const shown: RankedPassage[][] = selections.map(() => []);
  const kept: RankedPassage[] = [];
  const keepIn = (list: RankedPassage[], one: RankedPassage) => {
    if (kept.some((other) => overlap(one, other))) return;
    kept.push(one);
    list.push(one);
  };
  // The best answer to a question stands under it, whatever it answers beside.
  selections.forEach((selection, at) => {
    const own = selection.shown.slice(0, 1);
    shown[at]?.push(...own);
    kept.push(...own);
  });
  for (let turn = 1; turn < SHOWN; turn++) {
    selections.forEach((selection, at) => {
      const [one, list] = [selection.shown[turn], shown[at]];
      if (one && list && kept.length < SHOWN && selection.outcome === "answered") keepIn(list, one);
    });
  }
  return selections.map((selection, at) => {
    const more: RankedPassage[] = [];
    for (const one of [...selection.shown, ...selection.more]) keepIn(more, one);
    return { ...selection, shown: shown[at] ?? [], more };
  });
}

function overlap(one: RankedPassage, other: RankedPassage): boolean {
  if (one.paragraph.key !== other.paragraph.key) return false;
  return one.passage.start < other.passage.end && other.passage.start < one.passage.end;
}
