import { describeFault, loadCorpus } from "../../src/index.ts";
import { printable } from "./printable.ts";

/** What is to be printed about a corpus folder, and whether it is free of faults. */
export interface CheckReport {
  readonly lines: readonly string[];
  readonly sound: boolean;
}

/**
 * Every fault of a corpus folder as `file:line: what is wrong`, then a sentence that sums up.
 * @throws CorpusError where the folder cannot be read at all.
 */
export function checkCorpus(dir: string): CheckReport {
  const { corpus, faults } = loadCorpus(dir);
  const articles = count(corpus.articles.length, "article");
  if (faults.length === 0) return { lines: [`${articles}, no faults.`], sound: true };
  const lines = faults.map((fault) => printable(describeFault(fault)));
  return { lines: [...lines, `${count(faults.length, "fault")}; ${articles} can be asked.`], sound: false };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
