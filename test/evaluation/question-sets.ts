import { join } from "node:path";
import type { Answer, Corpus } from "../../src/index.ts";
import {
  harbourCorpus,
  mergerCorpus,
  outbreakCorpus,
  reservoirCorpus,
  talksCorpus,
  withoutGlossary,
} from "../fixtures/corpora.ts";
import { type GoldQuestion, readGoldQuestions } from "./gold-questions.ts";
import { createShippedEngine } from "./shipped-engine.ts";

/** Questions about one corpus, as it is served. */
export interface QuestionSet {
  readonly name: string;
  readonly questions: readonly GoldQuestion[];
  readonly corpus: Corpus;
}

/** A question with what the engine answered. */
export interface AnsweredQuestion {
  readonly gold: GoldQuestion;
  readonly answer: Answer;
}

/** The sets that Talks is measured on. README.md tells who wrote them. */
export function readQuestionSets(): QuestionSet[] {
  const talks = talksCorpus();
  const harbour = harbourCorpus();
  return [
    { name: "talks", questions: questionsIn("talks"), corpus: talks },
    { name: "talks, more questions", questions: questionsIn("talks-extra"), corpus: talks },
    { name: "talks, asked by others", questions: questionsIn("talks-others"), corpus: talks },
    { name: "harbour", questions: questionsIn("harbour"), corpus: harbour },
    { name: "harbour without glossary", questions: questionsIn("harbour"), corpus: withoutGlossary(harbour) },
    { name: "reservoir", questions: questionsIn("reservoir"), corpus: reservoirCorpus() },
    { name: "merger", questions: questionsIn("merger"), corpus: mergerCorpus() },
    { name: "outbreak", questions: questionsIn("outbreak"), corpus: outbreakCorpus() },
  ];
}

/** Asks all questions of a set, each in a conversation of its own. */
export async function askAll(set: QuestionSet): Promise<AnsweredQuestion[]> {
  const engine = await createShippedEngine(set.corpus);
  return Promise.all(
    set.questions.map(async (gold) => ({
      gold,
      answer: await engine.ask({ text: gold.question, earlier: gold.follows === null ? [] : [gold.follows] }),
    })),
  );
}

function questionsIn(name: string): GoldQuestion[] {
  return readGoldQuestions(join("test", "evaluation", `${name}.jsonl`));
}
