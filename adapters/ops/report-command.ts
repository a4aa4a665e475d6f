import type { Config } from "../config.ts";
import { describeRun, type FeedStatus, readFeedStatus } from "../feeds/diagnose.ts";
import { openQuestionFolder } from "./question-folder.ts";
import { type Counted, composeReport, type Disliked, type Report } from "./report.ts";

/** Runs `talks report`. Resolves to the exit code. */
export async function runReport(
  { stateDir, questionLogDays, feeds, corpusDir }: Pick<Config, "stateDir" | "questionLogDays" | "feeds" | "corpusDir">,
  { json = false }: { readonly json?: boolean },
  out: NodeJS.WritableStream,
  err: NodeJS.WritableStream,
): Promise<0 | 1> {
  const status = await readFeedStatus(feeds, corpusDir);
  if (!json) out.write(renderFeeds(status));
  if (questionLogDays === null) {
    err.write("Questions are not stored. Set QUESTION_LOG_DAYS to store them for so many days.\n");
    return 1;
  }
  const report = composeReport(await openQuestionFolder(stateDir).read(questionLogDays, Date.now()));
  out.write(json ? `${JSON.stringify({ ...report, feeds: status })}\n` : renderReport(report));
  return 0;
}

/** A report as plain text for a terminal. What people wrote is shown on one line each, without control characters. */
function renderReport(report: Report): string {
  if (report.questions === 0) return "No questions are stored.\n";
  const sections = [
    [
      `${plural(report.questions, "question")} of ${plural(report.people, "person", "people")}, ${period(report)}`,
      `  ${shares(report.outcomes, report.questions)}`,
      `  ${shares(report.platforms, report.questions)}`,
    ],
    titled("Asked most", report.mostAsked.map(describeCounted)),
    titled("Not answered (what the corpus lacks)", report.unanswered.map(describeCounted)),
    titled("Mentioned in no article", report.missing.map(describeCounted)),
    titled("Answers that did not help", report.disliked.flatMap(describeDisliked)),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** How the feeds fare, before what is asked; empty where there are none. */
function renderFeeds(status: readonly FeedStatus[]): string {
  const lines = titled(
    "Feeds",
    status.map(({ feed, run }) => plain(`${feed} ${describeRun(run)}`)),
  );
  return lines.map((line) => `${line}\n`).join("") + (lines.length > 0 ? "\n" : "");
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : [];
}

function describeCounted({ text, times }: Counted): string {
  return `${String(times).padStart(4)}  ${plain(text)}`;
}

function describeDisliked({ question, down, up, reasons }: Disliked): readonly string[] {
  const votes = `${String(down).padStart(4)} 👎 ${up} 👍  ${plain(question)}`;
  return [votes, ...reasons.map((reason) => `      “${plain(reason)}”`)];
}

function shares(tally: Readonly<Record<string, number | undefined>>, total: number): string {
  return Object.entries(tally)
    .map(([name, times = 0]) => `${name} ${times} (${Math.round((100 * times) / total)} %)`)
    .join(", ");
}

function period({ since, until }: Report): string {
  return since === until ? `on ${since}` : `${since} to ${until}`;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function plain(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
}
