import { askAll, readQuestionSets } from "./question-sets.ts";
import { reportOn, reportOnPairs, reportOnStatements } from "./report.ts";
import { judge } from "./score.ts";
import { judgeAllStatements, readStatementTexts, STATEMENTS } from "./statement-texts.ts";
import { judgePairs, PAIR_SETS, readStoryPairs } from "./story-pairs.ts";
import { askThirtyLines } from "./thirty-lines.ts";

// npm run eval [-- SET…]: measures the engine on the sets whose names begin with one of the words given.
const wanted = process.argv.slice(2);
const isWanted = (set: string) => wanted.length === 0 || wanted.some((name) => set.startsWith(name));
const print = (report: string) => void process.stdout.write(`${report}\n`);

async function evaluate(): Promise<void> {
  for (const set of readQuestionSets())
    if (isWanted(set.name)) print(reportOn(set.name, (await askAll(set)).map(judge), await askThirtyLines(set)));
  if (isWanted(STATEMENTS)) print(reportOnStatements(STATEMENTS, judgeAllStatements(readStatementTexts())));
  for (const set of PAIR_SETS) if (isWanted(set)) print(reportOnPairs(set, await judgePairs(readStoryPairs(set))));
}

// Built as CommonJS, which waits for nothing at the top.
void evaluate();
