import type { QuestionLog } from "./question-log.ts";
import { fingerprint } from "./question-record.ts";
import { renderReport } from "./render-report.ts";
import { composeReport } from "./report.ts";

/** The options of `talks report`. */
export interface ReportFlags {
  readonly json?: boolean;
  /** `PLATFORM:ID` of a person whose questions and votes are to be deleted. */
  readonly forget?: string;
}

const PERSON = /^([a-z]+):(\S+)$/;

/** Runs `talks report`. `questions` is `null` where nothing is stored. Resolves to the exit code. */
export async function runReport(
  questions: QuestionLog | null,
  flags: ReportFlags,
  out: NodeJS.WritableStream,
  err: NodeJS.WritableStream,
): Promise<0 | 1> {
  if (questions === null) {
    err.write("Questions are not stored. Set QUESTION_LOG_DAYS to store them for so many days.\n");
    return 1;
  }
  if (flags.forget !== undefined) {
    const [, platform, person] = PERSON.exec(flags.forget) ?? [];
    if (!platform || !person) {
      err.write(
        "--forget takes a platform and the person's id there, such as slack:U0123ABCD or discord:1234567890.\n",
      );
      return 1;
    }
    const forgotten = await questions.forget(fingerprint(platform, person));
    out.write(`${forgotten} stored questions and votes of ${flags.forget} were deleted.\n`);
    return 0;
  }
  const report = composeReport(await questions.read());
  out.write(flags.json ? `${JSON.stringify(report)}\n` : renderReport(report));
  return 0;
}
