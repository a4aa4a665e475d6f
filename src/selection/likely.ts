import type { RankedPassage } from "../ranking/rank.ts";
import { joinPassages, wordsIn } from "./ranked-passages.ts";
import type { ShowTogether } from "./voices.ts";

/** Scores are sharper than the odds they stand for where meaning counts in them, and blunter where words alone do. */
const SHARPNESS = { withMeaning: 0.8, byWords: 1.6 } as const;
/** What a passage has to add for each of its words: the reader's time against the chance that it has the answer. */
const MIN_CHANCE_PER_WORD = 0.0005;
/** Nobody is made to read more words than this, in one passage and in all. */
const MAX_WORDS_FIRST = 80;
const MAX_WORDS_EACH = 60;
const MAX_WORDS = 150;
const MAX_PASSAGES = 3;
/** What the first passage takes along is read for certain. */
const FIRST_BONUS = 2;
/** If a paragraph has the answer, it mostly stands in or beside what was taken of it already. */
const SAME_PARAGRAPH = 0.5;

/** A run of neighbouring passages of one paragraph, in order, and the one it began with. */
interface Run {
  readonly best: RankedPassage;
  readonly pieces: readonly RankedPassage[];
}

/**
 * Chooses the passages that most likely hold the answer to a question of fact, for as few words as they need. The first is
 * the best one; each grows by a neighbour, or another one is begun, whichever adds the most chance for its words.
 * @param pool sound passages, best first.
 * @param isTold whether a passage says what another one says already.
 * @param showTogether how neighbours are shown that were taken together.
 */
export function pickLikely(
  pool: readonly RankedPassage[],
  isTold: (candidate: RankedPassage, shown: RankedPassage) => boolean,
  showTogether: ShowTogether,
): RankedPassage[] {
  const chances = chancesOf(pool);
  const [best] = pool;
  if (!best) return [];
  const runs: Run[] = [startAt(best)];
  const lengths = pool.map(({ passage }) => wordsIn(passage));
  const taken = pool.map((one) => one === best);
  let words = wordsIn(best.passage);
  for (;;) {
    let step: {
      readonly one: RankedPassage;
      readonly at: number;
      readonly grown: number;
      readonly gain: number;
    } | null = null;
    for (let at = 0; at < pool.length; at++) {
      const one = pool[at];
      const length = lengths[at] ?? 0;
      if (!one || taken[at] || words + length > MAX_WORDS) continue;
      const chance = (chances[at] ?? 0) / length;
      // Most have next to no chance, however much they are favoured.
      const most = chance * FIRST_BONUS;
      if (most < MIN_CHANCE_PER_WORD || most <= (step?.gain ?? 0)) continue;
      const grown = runs.findIndex((run, number) => touches(run, one) && fits(run, number, length));
      if (grown < 0 && runs.length >= MAX_PASSAGES) continue;
      const gain = chance * favour(runs, grown, one);
      if (gain >= MIN_CHANCE_PER_WORD && gain > (step?.gain ?? 0)) step = { one, at, grown, gain };
    }
    if (!step) break;
    const { one, at, grown } = step;
    taken[at] = true;
    const run = runs[grown];
    if (run) runs[grown] = grow(run, one);
    else if (runs.some((other) => isTold(one, whole(other)))) continue;
    else runs.push(startAt(one));
    words += wordsIn(one.passage);
  }
  return runs.flatMap(({ best: own, pieces }) => showTogether(own, pieces)).slice(0, MAX_PASSAGES);
}

function chancesOf(pool: readonly RankedPassage[]): number[] {
  const top = pool[0]?.score ?? 0;
  const sharpness = pool[0]?.signals.meaning == null ? SHARPNESS.byWords : SHARPNESS.withMeaning;
  const parts = pool.map(({ score }) => Math.exp(sharpness * (score - top)));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / whole);
}

function favour(runs: readonly Run[], grown: number, { paragraph }: RankedPassage): number {
  if (grown >= 0) return grown === 0 ? FIRST_BONUS : 1;
  return runs.some(({ best }) => best.paragraph === paragraph) ? SAME_PARAGRAPH : 1;
}

function startAt(best: RankedPassage): Run {
  return { best, pieces: [best] };
}

function touches({ pieces }: Run, one: RankedPassage): boolean {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last || first.paragraph !== one.paragraph) return false;
  return one.passage.row === first.passage.row - 1 || one.passage.row === last.passage.row + 1;
}

function grow({ best, pieces }: Run, one: RankedPassage): Run {
  return { best, pieces: [...pieces, one].sort((a, b) => a.passage.row - b.passage.row) };
}

function fits({ pieces }: Run, at: number, length: number): boolean {
  const own = pieces.reduce((sum, { passage }) => sum + wordsIn(passage), 0);
  return own + length <= (at === 0 ? MAX_WORDS_FIRST : MAX_WORDS_EACH);
}

function whole({ best, pieces }: Run): RankedPassage {
  return joinPassages(best, pieces);
}
