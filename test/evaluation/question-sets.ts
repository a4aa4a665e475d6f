import { join } from "node:path";
import type { Answer, Corpus } from "../../src/index.ts";
import {
  harbourCorpus,
  mergerCorpus,
  newsroomCorpus,
  outbreakCorpus,
  reservoirCorpus,
  talksCorpus,
  waterworksCorpus,
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
    { name: "talks, asked in a newsroom", questions: questionsIn("talks-newsroom"), corpus: talks },
    { name: "talks, in other words", questions: questionsIn("talks-paraphrased"), corpus: talks },
    {
      name: "talks without synonyms",
      questions: [...questionsIn("talks"), ...questionsIn("talks-extra"), ...questionsIn("talks-others")],
      corpus: { ...talks, glossary: { ...talks.glossary, synonyms: [] } },
    },
    { name: "harbour", questions: questionsIn("harbour"), corpus: harbour },
    { name: "harbour without glossary", questions: questionsIn("harbour"), corpus: withoutGlossary(harbour) },
    { name: "reservoir", questions: questionsIn("reservoir"), corpus: reservoirCorpus() },
    { name: "merger", questions: questionsIn("merger"), corpus: mergerCorpus() },
    { name: "newsroom", questions: questionsIn("newsroom"), corpus: newsroomCorpus() },
    { name: "outbreak", questions: questionsIn("outbreak"), corpus: outbreakCorpus() },
    { name: "waterworks", questions: questionsIn("waterworks"), corpus: waterworksCorpus() },
  ];
}

/** Asks all questions of a set, each in a conversation of its own, and tells of each answer. */
export async function askAll(
  set: QuestionSet,
  onAnswered: (count: number) => void = () => {},
): Promise<AnsweredQuestion[]> {
  const engine = await createShippedEngine(set.corpus);
  const answered: AnsweredQuestion[] = [];
  for (const gold of set.questions) {
    answered.push({ gold, answer: await engine.ask({ text: gold.question, earlier: gold.earlier }) });
    onAnswered(answered.length);
  }
  return answered;
}

function questionsIn(name: string): GoldQuestion[] {
  return readGoldQuestions(join("test", "evaluation", `${name}.jsonl`));
}
