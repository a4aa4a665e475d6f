import { annotateStatements, compareArticles } from "../../src/index.ts";
import { readQuestionSets } from "./question-sets.ts";
import { createShippedEngine } from "./shipped-engine.ts";
import { readStatementTexts, STATEMENTS } from "./statement-texts.ts";

// npm run --silent answers [-- SET…] > FILE: all that the engine makes of the sets whose names begin with one of the words
// given, a JSON object in a line. A change that is to change no answer leaves the file the same to the letter: cmp says so.
const wanted = process.argv.slice(2);
const isWanted = (set: string) => wanted.length === 0 || wanted.some((name) => set.startsWith(name));
const print = (line: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function printAnswers(): Promise<void> {
  for (const { name: set, corpus, questions } of readQuestionSets().filter(({ name }) => isWanted(name))) {
    const engine = await createShippedEngine(corpus);
    print({ set, coverage: await engine.coverage() });
    print({ set, copies: compareArticles(corpus) });
    for (const { id, body } of corpus.articles) print({ set, article: id, statements: annotateStatements(body) });
    for (const { id, question, earlier } of questions) {
      const answer = await engine.ask({ text: question, earlier });
      const contexts = await Promise.all(answer.passages.map((passage) => engine.context(passage)));
      print({ set, id, answer, contexts });
    }
  }
  if (isWanted(STATEMENTS))
    for (const { id, text } of readStatementTexts())
      print({ set: STATEMENTS, id, statements: annotateStatements(text) });
}

// Built as CommonJS, which waits for nothing at the top.
void printAnswers();
