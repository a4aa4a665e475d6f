import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { textOf } from "../../src/indexing/passages.ts";
import { createMeaning } from "../../src/meaning/meaning.ts";
import { parseQuestion } from "../../src/question/parse-question.ts";
import type { Query } from "../../src/question/query.ts";
import { createSpeller } from "../../src/question/spelling.ts";
import { type RankedPassage, rank } from "../../src/ranking/rank.ts";
import { retrieve } from "../../src/ranking/retrieve.ts";
import { WEIGHTS } from "../../src/ranking/score.ts";
import { NOTHING_TOLD, toldBy } from "../../src/ranking/told.ts";
import { oddsParts, WITH_MEANING } from "../../src/selection/confidence.ts";
import { select } from "../../src/selection/select.ts";
import type { Selection } from "../../src/selection/selection.ts";
import { chanceOf, dot, type Example, fitLogistic, fitSoftmax, rightBeforeWrong } from "./fitting.ts";
import type { GoldQuestion } from "./gold-questions.ts";
import { type QuestionSet, readQuestionSets } from "./question-sets.ts";
import { holdsAny } from "./score.ts";
import { settle, shippedEncoder } from "./shipped-engine.ts";

// npm run fit: works out the weights of ranking and of the confidence from the question sets, and prints them beside those in
// the code. It changes nothing, and reads no set but those beside this file: one that is kept sealed is no longer one after this.

const EVIDENCE = keysOf(WEIGHTS);
const REASONS = keysOf(WITH_MEANING).filter((name) => name !== "base");

/** What one question of a set teaches. */
interface Lesson {
  readonly set: string;
  /** Its passages, best first. */
  readonly passages: readonly Example[];
  /** The one that is shown first; right where it answers. */
  readonly first: Example | null;
  /** Whether the articles that were asked have an answer. */
  readonly isAnswerable: boolean;
}

async function fitAll(): Promise<void> {
  // The same questions over the same articles teach nothing twice.
  const sets = readQuestionSets().filter(({ name }) => name !== "talks without synonyms" && name !== "harbour");
  const lessons: Lesson[] = [];
  for (const set of sets) for (const part of [set, ...halvesOf(set)]) lessons.push(...(await learn(part, set.name)));
  print(reportOnRanking(lessons));
  print(reportOnConfidence(lessons));
}

/** A set without every second of its articles: what only those answer is then known not to be there. */
function halvesOf(set: QuestionSet): QuestionSet[] {
  const questions = set.questions.filter(({ earlier }) => earlier.length === 0);
  return [0, 1].map((half) => ({
    ...set,
    questions,
    corpus: { ...set.corpus, articles: set.corpus.articles.filter((_, at) => at % 2 === half) },
  }));
}

async function learn({ corpus, questions }: QuestionSet, set: string): Promise<Lesson[]> {
  const index = buildCorpusIndex(corpus);
  const meaning = createMeaning(index, shippedEncoder);
  await settle();
  const speller = createSpeller(index.lexicon.vocabulary);
  const bodies = corpus.articles.map(({ body }) => body).join("\n");
  const answer = async (
    query: Query,
  ): Promise<Pick<Selection, "shown"> & { readonly ranked: readonly RankedPassage[] }> => {
    const told = query.leansOn ? toldBy((await answer(query.leansOn)).shown) : NOTHING_TOLD;
    const candidates = await retrieve(query, await meaning(query.bare, query.inFull), index, told);
    const ranked = rank(query, candidates, index.lexicon, told);
    return { ranked, shown: (await select(query, ranked, index)).shown };
  };
  const lessons: Lesson[] = [];
  for (const gold of questions) {
    const pieces = [...gold.evidence, ...gold.facets.flat()];
    const query = parseQuestion({ text: gold.question, earlier: gold.earlier }, index.lexicon, speller);
    const { ranked, shown } = await answer(query);
    const [first] = shown;
    const holds = ({ paragraph, passage }: RankedPassage) => holdsAny(textOf(paragraph, passage), pieces);
    lessons.push({
      set,
      passages: gold.facets.length > 0 ? [] : ranked.map((one) => exampleOf(one.parts, WEIGHTS, EVIDENCE, holds(one))),
      first: first
        ? exampleOf(oddsParts(query, first, index.lexicon), WITH_MEANING, REASONS, isAsked(gold) && holds(first))
        : null,
      isAnswerable: isAsked(gold) && holdsAny(bodies, pieces),
    });
  }
  return lessons;
}

const isAsked = ({ isAnswerable }: GoldQuestion) => isAnswerable;

/** What was measured, out of what it added. */
function exampleOf<Name extends string>(
  parts: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
  names: readonly Name[],
  isRight: boolean,
): Example {
  return { features: names.map((name) => parts[name] / weights[name]), isRight };
}

function reportOnRanking(lessons: readonly Lesson[]): string {
  const now = EVIDENCE.map((name) => WEIGHTS[name]);
  const fitted = (from: readonly Lesson[]) =>
    fitSoftmax(
      from.map(({ passages }) => passages),
      EVIDENCE.length,
    );
  const first = (weights: readonly number[], of: readonly Lesson[]) => {
    const asked = of.filter(({ passages }) => passages.some(({ isRight }) => isRight));
    const right = asked.filter(({ passages }) => best(passages, weights)?.isRight);
    return { right: right.length, asked: asked.length };
  };
  const left = setsOf(lessons).map((set) =>
    first(
      fitted(lessons.filter((one) => one.set !== set)),
      lessons.filter((one) => one.set === set),
    ),
  );
  const right = left.reduce((sum, one) => sum + one.right, 0) / left.reduce((sum, one) => sum + one.asked, 0);
  const present = first(now, lessons);
  return [
    "Ranking (src/ranking/score.ts, WEIGHTS)       in the code    fitted",
    ...table(EVIDENCE, now, fitted(lessons)),
    `The right passage first, where it was found: ${percent(present.right / present.asked)} with those in the code, ${percent(right)} with weights fitted on the other sets.`,
    "",
  ].join("\n");
}

function best(passages: readonly Example[], weights: readonly number[]): Example | undefined {
  const scored = passages.map((passage) => ({ passage, score: dot(weights, passage.features) }));
  return scored.reduce<(typeof scored)[number] | undefined>(
    (top, one) => (top === undefined || one.score > top.score ? one : top),
    undefined,
  )?.passage;
}

const KEPT = 0.9;

function reportOnConfidence(lessons: readonly Lesson[]): string {
  const shown = lessons.flatMap(({ first, ...lesson }) => (first ? [{ ...lesson, first }] : []));
  const fitted = (from: typeof shown) =>
    fitLogistic(
      from.map(({ first }) => first),
      REASONS.length,
    );
  const judged = setsOf(shown).flatMap((set) => {
    const weights = fitted(shown.filter((one) => one.set !== set));
    const own = shown.filter((one) => one.set === set);
    return own.map(({ first, isAnswerable }) => ({
      figure: chanceOf(dot(weights, [...first.features, 1])),
      isRight: isAnswerable,
      answers: first.isRight,
    }));
  });
  const kept = judged.filter(({ isRight }) => isRight).map(({ figure }) => figure);
  const threshold = kept.toSorted((a, b) => b - a)[Math.floor(KEPT * kept.length)] ?? 0;
  const unanswerable = judged.filter(({ isRight }) => !isRight);
  const declined = unanswerable.filter(({ figure }) => figure < threshold).length / unanswerable.length;
  const bins = Array.from({ length: 10 }, (_, at) => {
    const own = judged.filter(({ figure }) => Math.min(9, Math.floor(10 * figure)) === at);
    return `  ${(at / 10).toFixed(1)}–${((at + 1) / 10).toFixed(1)}   ${percent(own.filter(({ answers }) => answers).length / own.length).padStart(8)} of ${own.length}`;
  });
  return [
    "Confidence (src/selection/confidence.ts)      in the code    fitted",
    ...table(
      [...REASONS, "base"],
      [...REASONS, "base" as const].map((name) => WITH_MEANING[name]),
      fitted(shown),
    ),
    `With weights fitted on the other sets: answerable told from not with an AUROC of ${rightBeforeWrong(judged).toFixed(3)}; where ${percent(KEPT)} of the answerable are kept, ${percent(declined)} of the others are declined.`,
    "Said, and how often the first passage answers:",
    ...bins,
    "",
  ].join("\n");
}

function setsOf(lessons: readonly { readonly set: string }[]): string[] {
  return [...new Set(lessons.map(({ set }) => set))];
}

function table(names: readonly string[], now: readonly number[], fitted: readonly number[]): string[] {
  return names.map(
    (name, at) => name.padEnd(46) + (now[at] ?? 0).toFixed(1).padStart(11) + (fitted[at] ?? 0).toFixed(1).padStart(10),
  );
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : "–";
}

function keysOf<Name extends string>(record: Readonly<Record<Name, number>>): Name[] {
  const isKey = (name: string): name is Name => name in record;
  return Object.keys(record).filter(isKey);
}

function print(report: string): void {
  process.stdout.write(`${report}\n`);
}

// Built as CommonJS, which waits for nothing at the top.
void fitAll();
