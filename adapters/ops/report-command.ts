import { openQuestionFolder } from "./question-folder.ts";
import { renderReport } from "./render-report.ts";
import { composeReport } from "./report.ts";

/** Where questions are stored, and for how many days; `null` where they are not. */
export interface StoredQuestions {
  readonly stateDir: string;
  readonly questionLogDays: number | null;
}

/** Runs `talks report`. Resolves to the exit code. */
export async function runReport(
  { stateDir, questionLogDays }: StoredQuestions,
  { json = false }: { readonly json?: boolean },
  out: NodeJS.WritableStream,
  err: NodeJS.WritableStream,
): Promise<0 | 1> {
  if (questionLogDays === null) {
    err.write("Questions are not stored. Set QUESTION_LOG_DAYS to store them for so many days.\n");
    return 1;
  }
  const report = composeReport(await openQuestionFolder(stateDir).read(questionLogDays, Date.now()));
  out.write(json ? `${JSON.stringify(report)}\n` : renderReport(report));
  return 0;
}
