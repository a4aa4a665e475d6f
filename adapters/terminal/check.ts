import { type CopyReport, compareArticles, describeFault, loadCorpus } from "../../src/index.ts";
import { printable } from "./printable.ts";

/** What is to be printed about a corpus folder, and whether it is free of faults. */
export interface CheckReport {
  readonly lines: readonly string[];
  readonly sound: boolean;
}

/**
 * The copies and rewrites found, what is no article, every fault of a corpus folder and every odd character in its articles as
 * `file:line: what is wrong`, a sentence that sums up. Characters that stand for lost ones are faults, invisible ones are not.
 * @throws CorpusError where the folder cannot be read at all.
 */
export function checkCorpus(dir: string): CheckReport {
  const { corpus, faults, oddities, passedOver } = loadCorpus(dir);
  const articles = count(corpus.articles.length, "article");
  const found = [
    ...describeCopies(compareArticles(corpus)),
    ...passedOver.map(({ file, reason }) => `passed over: ${file}: ${reason}`),
    ...[...faults, ...oddities].map(describeFault),
  ].map(printable);
  const wrong = faults.length + oddities.filter(({ kind }) => kind === "damaged").length;
  if (wrong === 0) return { lines: [...found, `${articles}, no faults.`], sound: true };
  return { lines: [...found, `${count(wrong, "fault")}; ${articles} can be asked.`], sound: false };
}

function describeCopies({ groups, rewrites }: CopyReport): string[] {
  return [
    ...groups.map(({ articles, shared }) => `copies: ${articles.join(" and ")} share ${count(shared, "passage")}`),
    ...rewrites.map(
      ({ article, of, reasons }) => `garbled rewrite: ${article}${of ? ` of ${of}` : ""}: ${reasons.join("; ")}`,
    ),
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
