import { createProgress } from "../../adapters/add/progress.ts";
import { askAll, readQuestionSets } from "./question-sets.ts";
import { ABOUT_MISSES, reportOn, reportOnPairs, reportOnStatements } from "./report.ts";
import { judge } from "./score.ts";
import { judgeAllStatements, readStatementTexts, STATEMENTS } from "./statement-texts.ts";
import { judgePairs, PAIR_SETS, readStoryPairs } from "./story-pairs.ts";

// npm run eval [-- SET…]: measures the engine on the sets whose names begin with one of the words given.
const wanted = process.argv.slice(2);
const isWanted = (set: string) => wanted.length === 0 || wanted.some((name) => set.startsWith(name));

const print = (report: string) => void process.stdout.write(`${report}\n`);

async function evaluate(): Promise<void> {
  for (const set of readQuestionSets().filter(({ name }) => isWanted(name))) {
    const progress = createProgress(process.stderr, `questions: ${set.name}`);
    const answered = await askAll(set, (count) => progress.update(count, set.questions.length));
    progress.stop();
    print(reportOn(set.name, answered.map(judge)));
  }
  if (isWanted(STATEMENTS)) print(reportOnStatements(STATEMENTS, judgeAllStatements(readStatementTexts())));
  for (const set of PAIR_SETS) if (isWanted(set)) print(reportOnPairs(set, await judgePairs(readStoryPairs(set))));
  print(ABOUT_MISSES);
}

// Built as CommonJS, which waits for nothing at the top.
void evaluate();
