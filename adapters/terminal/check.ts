import { type CopyReport, compareArticles, describeFault, loadCorpus } from "../../src/index.ts";
import { printable } from "./printable.ts";

/** What is to be printed about a corpus folder, and whether it is free of faults. */
export interface CheckReport {
  readonly lines: readonly string[];
  readonly sound: boolean;
}

/**
 * The copies and rewrites found, what is no article, every fault of a corpus folder as `file:line: what is wrong`, a sentence
 * that sums up.
 * @throws CorpusError where the folder cannot be read at all.
 */
export function checkCorpus(dir: string): CheckReport {
  const { corpus, faults, passedOver } = loadCorpus(dir);
  const articles = count(corpus.articles.length, "article");
  const found = [
    ...describeCopies(compareArticles(corpus)),
    ...passedOver.map(({ file, reason }) => `passed over: ${file}: ${reason}`),
    ...faults.map(describeFault),
  ].map(printable);
  if (faults.length === 0) return { lines: [...found, `${articles}, no faults.`], sound: true };
  return { lines: [...found, `${count(faults.length, "fault")}; ${articles} can be asked.`], sound: false };
}

function describeCopies({ groups, rewrites, contradictions }: CopyReport): string[] {
  return [
    ...groups.map(({ articles, shared }) => `copies: ${articles.join(" and ")} share ${count(shared, "passage")}`),
    ...rewrites.map(
      ({ article, of, reasons }) => `garbled rewrite: ${article}${of ? ` of ${of}` : ""}: ${reasons.join("; ")}`,
    ),
    ...contradictions.map(({ articles: [one, other], about }) => `disagree: ${one} and ${other}: ${about}`),
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
