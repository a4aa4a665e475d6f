import { readFeedStatus } from "../feeds/diagnose.ts";
import type { FeedsConfig } from "../feeds/feeds-config.ts";
import { openQuestionFolder } from "./question-folder.ts";
import { renderFeeds, renderReport } from "./render-report.ts";
import { composeReport } from "./report.ts";

/** Where questions are stored, and for how many days; `null` where they are not. What is read by itself beside that. */
export interface StoredQuestions {
  readonly stateDir: string;
  readonly questionLogDays: number | null;
  readonly feeds: FeedsConfig | null;
  readonly corpusDir: string;
}

/** Runs `talks report`. Resolves to the exit code. */
export async function runReport(
  { stateDir, questionLogDays, feeds, corpusDir }: StoredQuestions,
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
