import { askAll, readQuestionSets } from "./question-sets.ts";
import { reportOn, reportOnPairs, reportOnStatements } from "./report.ts";
import { judge } from "./score.ts";
import { judgeAllStatements, readStatementTexts, STATEMENTS } from "./statement-texts.ts";
import { judgePairs, PAIR_SETS, readStoryPairs } from "./story-pairs.ts";

// npm run eval [-- SET…]: measures the engine on the sets whose names begin with one of the words given.
const wanted = process.argv.slice(2);
const isWanted = (set: string) => wanted.length === 0 || wanted.some((name) => set.startsWith(name));
for (const set of readQuestionSets())
  if (isWanted(set.name)) process.stdout.write(`${reportOn(set.name, askAll(set).map(judge))}\n`);
if (isWanted(STATEMENTS))
  process.stdout.write(`${reportOnStatements(STATEMENTS, judgeAllStatements(readStatementTexts()))}\n`);
for (const set of PAIR_SETS)
  if (isWanted(set)) process.stdout.write(`${reportOnPairs(set, judgePairs(readStoryPairs(set)))}\n`);
