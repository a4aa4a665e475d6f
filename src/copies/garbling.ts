import { SUSPICIOUS_RESIDUE } from "../text/residue.ts";
import type { Contents } from "./contents.ts";
import type { SimilarPair } from "./similarity.ts";

/** Why an article is held to be a machine's rewrite of another. */
export interface GarbledArticle {
  /** The article it was made of, by number; `null` where the corpus has only the rewrite. */
  readonly of: number | null;
  readonly reasons: readonly string[];
}

/** So many traces for every 1,000 characters are proof enough without a copy to compare with. */
const CERTAIN_RESIDUE = 4;
/** Two quotations that share so many of their words were one. */
const SAME_QUOTATION = 0.3;
const MIN_QUOTATION_WORDS = 4;

interface Suspicion {
  agreeing: number;
  differing: number;
  readonly others: Map<number, number>;
}

/**
 * A faithful copy keeps quotations to the letter. An article whose quotations differ from those of the passages they
 * correspond to is a rewrite if it also carries traces of a machine, or if the others agree among themselves.
 * @param residues for every article, the traces of a machine in every 1,000 characters.
 * @param quotationsOf the direct quotations of a passage that is alike to another, as folded words.
 */
export function findGarbled(
  residues: readonly number[],
  contents: Contents,
  quotationsOf: (passage: number) => readonly string[][],
  pairs: readonly SimilarPair[],
): Map<number, GarbledArticle> {
  const suspicions = residues.map((): Suspicion => ({ agreeing: 0, differing: 0, others: new Map() }));
  for (const { a, b } of pairs) {
    const [articleA, articleB] = [contents.articleOf(a), contents.articleOf(b)];
    const [one, other] = [suspicions[articleA], suspicions[articleB]];
    if (!one || !other) continue;
    one.others.set(articleB, (one.others.get(articleB) ?? 0) + 1);
    other.others.set(articleA, (other.others.get(articleA) ?? 0) + 1);
    const { agreeing, differing } = compareQuotations(quotationsOf(a), quotationsOf(b));
    one.agreeing += agreeing;
    other.agreeing += agreeing;
    one.differing += differing;
    other.differing += differing;
  }
  const garbled = new Map<number, GarbledArticle>();
  for (const [article, suspicion] of suspicions.entries()) {
    const reasons = reasonsFor(suspicion, residues[article] ?? 0);
    if (reasons.length > 0) garbled.set(article, { of: nearest(suspicion), reasons });
  }
  return garbled;
}

function reasonsFor({ agreeing, differing }: Suspicion, residue: number): string[] {
  const reasons: string[] = [];
  const mostlyDiffers = differing >= 2 && differing > 2 * agreeing;
  if (residue >= SUSPICIOUS_RESIDUE && differing > agreeing)
    reasons.push(`${differing} of its quotations differ from the other copies of the same statement`);
  if (residue >= CERTAIN_RESIDUE || (residue >= SUSPICIOUS_RESIDUE && mostlyDiffers))
    reasons.push(`${residue.toFixed(1)} traces of machine rewriting in every 1,000 characters`);
  return reasons;
}

function nearest({ others }: Suspicion): number | null {
  const [best] = [...others].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

function compareQuotations(a: readonly string[][], b: readonly string[][]) {
  let agreeing = 0;
  let differing = 0;
  for (const one of a) {
    for (const other of b) {
      if (Math.min(one.length, other.length) < MIN_QUOTATION_WORDS) continue;
      const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
      if (` ${longer.join(" ")} `.includes(` ${shorter.join(" ")} `)) agreeing++;
      else if (sharedWords(shorter, longer) >= SAME_QUOTATION) differing++;
    }
  }
  return { agreeing, differing };
}

function sharedWords(a: readonly string[], b: readonly string[]): number {
  const words = new Set(b);
  return a.filter((word) => words.has(word)).length / a.length;
}
