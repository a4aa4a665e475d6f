import { createProgress } from "../adapters/add/progress.ts";
import { buildCorpusIndex, type Corpus, createEngineOver, type Engine, packIndex, unpackIndex } from "../src/index.ts";
import { type Baseline, searchedTexts, withReadmeSettings, withTunedSettings } from "./baselines.ts";
import { heldBytes, type Timing, timeOf, timeOfAsync, timingOf } from "./measure.ts";
import { withPretendedVectors } from "./pretended-vectors.ts";
import { inventQuestions } from "./questions.ts";
import { createRandom } from "./random.ts";

/** What one corpus costs to load and to ask. */
export interface CorpusFigures {
  readonly articles: number;
  readonly passages: number;
  readonly buildSeconds: number;
  readonly heapBytes: number;
  readonly snapshotBytes: number;
  /** How long it takes to make the index of its snapshot, once that is in memory. */
  readonly unpackSeconds: number;
  readonly answer: Timing;
  /** The same where meanings are compared, too. */
  readonly withEncoder: Timing;
  readonly tuned: Timing;
  readonly readme: Timing;
}

/** Each is asked once: what the engine remembers of one question may help the next, as it does in a chat. */
const QUESTIONS = 1_000;
const WARM_UP = 100;
/** Most of the time with the encoder is its own, which hardly varies. */
const QUESTIONS_FOR_ENCODER = 200;
/** The README's settings take a second for a question at 100,000 passages. */
const README_SECONDS = 20;

/** Loads a corpus and asks it questions made of its own words, in turns with both searches over the same passages. */
export async function measureCorpus(corpus: Corpus): Promise<CorpusFigures> {
  const { articles } = corpus;
  const snapshot = packIndex(buildCorpusIndex(corpus));
  const unpackSeconds = (await timeOfAsync(() => unpackIndex(snapshot, corpus))) / 1000;
  const before = heldBytes();
  const began = performance.now();
  const index = buildCorpusIndex(corpus);
  const engine = createEngineOver(index);
  const buildSeconds = (performance.now() - began) / 1000;
  const heapBytes = heldBytes() - before;
  const texts = searchedTexts(articles);
  const questions = inventQuestions(articles, QUESTIONS, createRandom(articles.length));
  const { answer, tuned } = await compare(engine, withTunedSettings(texts), questions);
  const withEncoder = await withPretendedVectors(index, createRandom(texts.length), (encoder) =>
    askAll(createEngineOver(index, { encoder }), questions.slice(0, QUESTIONS_FOR_ENCODER)),
  );
  const readme = sample(withReadmeSettings(texts), questions);
  return {
    articles: articles.length,
    passages: texts.length,
    buildSeconds,
    heapBytes,
    snapshotBytes: snapshot.byteLength,
    unpackSeconds,
    answer,
    withEncoder,
    tuned,
    readme,
  };
}

async function compare(engine: Engine, baseline: Baseline, questions: readonly string[]) {
  const times: { readonly answer: number; readonly search: number }[] = [];
  const progress = createProgress(process.stderr, "questions");
  for (const text of questions) {
    progress.update(times.length, questions.length);
    const answer = await timeOfAsync(() => engine.ask({ text }));
    times.push({ answer, search: timeOf(() => baseline.search(text)) });
  }
  progress.stop();
  const measured = times.slice(WARM_UP);
  return {
    answer: timingOf(measured.map(({ answer }) => answer)),
    tuned: timingOf(measured.map(({ search }) => search)),
  };
}

async function askAll(engine: Engine, questions: readonly string[]): Promise<Timing> {
  const times: number[] = [];
  for (const text of questions) times.push(await timeOfAsync(() => engine.ask({ text })));
  return timingOf(times.slice(QUESTIONS_FOR_ENCODER / 10));
}

function sample(baseline: Baseline, questions: readonly string[]): Timing {
  const times: number[] = [];
  const began = performance.now();
  for (const question of questions) {
    if (performance.now() - began > README_SECONDS * 1000) break;
    times.push(timeOf(() => baseline.search(question)));
  }
  return timingOf(times);
}
