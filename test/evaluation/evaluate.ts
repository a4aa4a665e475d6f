import { askAll, readQuestionSets } from "./question-sets.ts";
import { reportOn } from "./report.ts";
import { judge } from "./score.ts";

// npm run eval [-- SET…]: measures the engine on the question sets whose names begin with one of the words given.
const wanted = process.argv.slice(2);
for (const set of readQuestionSets()) {
  if (wanted.length > 0 && !wanted.some((name) => set.name.startsWith(name))) continue;
  process.stdout.write(`${reportOn(set.name, askAll(set).map(judge))}\n`);
}
