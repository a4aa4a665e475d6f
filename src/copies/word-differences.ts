import { tokenize } from "../text/tokenize.ts";

/** Words of one text that stand in place of others in another. */
export interface WordDifference {
  readonly here: string;
  readonly there: string;
}

/** Longer runs say that the sentences differ, not how. */
const MAX_RUN = 4;

/** The runs of words in which two texts differ between words they share, in order (longest common subsequence). */
export function wordDifferences(here: string, there: string): WordDifference[] {
  const a = tokenize(here);
  const b = tokenize(there);
  const differences: WordDifference[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [
    ...commonWords(
      a.map(({ word }) => word),
      b.map(({ word }) => word),
    ),
    [a.length, b.length] as const,
  ]) {
    const [runA, runB] = [a.slice(i, nextI), b.slice(j, nextJ)];
    const [firstA, lastA, firstB, lastB] = [runA[0], runA.at(-1), runB[0], runB.at(-1)];
    if (firstA && lastA && firstB && lastB && Math.max(runA.length, runB.length) <= MAX_RUN)
      differences.push({ here: here.slice(firstA.start, lastA.end), there: there.slice(firstB.start, lastB.end) });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return differences;
}

function commonWords(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
