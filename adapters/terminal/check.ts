import { type CopyReport, compareArticles, describeFault, type LoadedCorpus, loadCorpus } from "../../src/index.ts";
import { printable } from "./printable.ts";

/** What was found in a corpus folder, in the fields that programs read. */
export interface CheckReport extends CopyReport, Pick<LoadedCorpus, "faults" | "oddities" | "passedOver"> {
  /** How many articles can be asked. */
  readonly articles: number;
  readonly wrong: number;
}

/**
 * Looks for everything that is wrong in a corpus folder, and for copies and rewrites.
 * @throws CorpusError where the folder cannot be read at all.
 */
export function checkCorpus(dir: string): CheckReport {
  const loaded = loadCorpus(dir);
  const { corpus, faults, oddities, passedOver } = loaded;
  const wrong = countFaults(loaded);
  return { articles: corpus.articles.length, wrong, faults, oddities, passedOver, ...compareArticles(corpus) };
}

/** How many faults were found in a folder. Characters that stand for lost ones are faults, invisible ones are not. */
export function countFaults({ faults, oddities }: Pick<LoadedCorpus, "faults" | "oddities">): number {
  return faults.length + oddities.filter(({ kind }) => kind === "damaged").length;
}

/** The lines of a report: each fault and odd character as `file:line: what is wrong`, and a sentence that sums up. */
export function describeCheck({ faults, oddities, passedOver, ...report }: CheckReport): readonly string[] {
  const found = [
    ...describeCopies(report),
    ...passedOver.map(({ file, reason }) => `passed over: ${file}: ${reason}`),
    ...[...faults, ...oddities].map(describeFault),
  ];
  return [...found.map(printable), describeSum(report)];
}

function describeSum({ wrong, articles }: Pick<CheckReport, "wrong" | "articles">): string {
  const number = count(articles, "article");
  return wrong === 0 ? `${number}, no faults.` : `${count(wrong, "fault")}; ${number} can be asked.`;
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
