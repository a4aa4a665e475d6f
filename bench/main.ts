import { join } from "node:path";
import { createProgress } from "../adapters/add/progress.ts";
import { PACKAGE_ROOT } from "../adapters/package-root.ts";
import { createEngine, loadCorpus } from "../src/index.ts";
import { measureColdStart } from "./cold-start.ts";
import { inventCorpus } from "./invented-corpus.ts";
import { timeOfAsync, timingOf } from "./measure.ts";
import { type CorpusFigures, measureCorpus } from "./measure-corpus.ts";
import { measureOddTexts } from "./measure-odd-texts.ts";
import { inventQuestions, inventStrings } from "./questions.ts";
import { createRandom } from "./random.ts";
import { type Asked, describeAsked, describeCorpus, milliseconds } from "./report.ts";

const { corpus } = loadCorpus(join(PACKAGE_ROOT, "corpus"));
const STRINGS = 10_000;
const MAX_STRING_MS = 50;
const MAX_COLD_START_MS = 500;
/** How many times the tuned search a whole answer may take at p50, by passages of the invented corpus. */
const MAX_RATIOS = new Map([
  [2_000, 3.2],
  [100_000, 0.5],
]);

/** The milliseconds that a whole answer with the encoder may take at p50, by passages. */
const MAX_MEANING_MS = new Map([
  [2_000, 15],
  [100_000, 60],
]);

/** What is measured where no sizes are named; the large one takes minutes and eight gigabytes. */
const USUAL = [2_000];
const LARGE = [2_000, 100_000];

// npm run bench [-- large | SIZE… | odd [SHAPE…]]
const [what = ""] = process.argv.slice(2);
const running = what === "odd" ? measureOddTexts(process.argv.slice(3)) : measureSpeed(sizesIn(process.argv.slice(2)));
running.then((asked) => show(describeAsked(asked)));

function sizesIn(words: readonly string[]): readonly number[] {
  if (words.length === 0) return USUAL;
  if (what === "large") return LARGE;
  const sizes = words.map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes;
  process.stderr.write("What is measured is a number of passages, large, or odd: npm run bench -- 2000\n");
  process.exit(2);
}

/** How fast it answers, on this corpus and on invented ones of the sizes that were asked for. */
async function measureSpeed(sizes: readonly number[]): Promise<readonly Asked[]> {
  show(`The project's corpus, ${describeCorpus(await measureCorpus(corpus))}`);
  const asked = [await askAnything(), startCold()];
  for (const size of sizes) {
    tell(`Inventing, reading and indexing ${size.toLocaleString("en-US")} passages …`);
    const figures = await measureCorpus(inventCorpus(size));
    show(`Invented news, ${describeCorpus(figures)}`);
    asked.push(...ratioAsked(figures, size), ...timeAsked(figures, size));
  }
  return asked;
}

async function askAnything(): Promise<Asked> {
  const strings = inventStrings(corpus.articles, STRINGS, createRandom(STRINGS));
  // A pause of the machine hits a string in one of two engines; what makes the string slow hits it in both.
  const progress = createProgress(process.stderr, "strings of any kind");
  const [times, others]: [number[], number[]] = [[], []];
  for (const [engine, own] of [
    [createEngine(corpus), times],
    [createEngine(corpus), others],
  ] as const)
    for (const text of strings) {
      own.push(await timeOfAsync(() => engine.ask({ text })));
      progress.update(times.length + others.length, 2 * STRINGS);
    }
  progress.stop();
  const { slowest } = timingOf(times.map((time, at) => Math.min(time, others[at] ?? time)));
  return {
    what: `slowest of ${STRINGS.toLocaleString("en-US")} strings of any kind, project's corpus`,
    limit: `< ${milliseconds(MAX_STRING_MS)}`,
    figure: milliseconds(slowest),
    met: slowest < MAX_STRING_MS,
  };
}

function startCold(): Asked {
  tell("Starting the program again and again …");
  const [question = ""] = inventQuestions(corpus.articles, 1, createRandom(1));
  const { first, second, node } = measureColdStart(question);
  const over = first.p50 - node.p50;
  const [talks, nothing, again] = [first, node, second].map(({ p50 }) => milliseconds(p50));
  show(`talks ask once more, from what the first one kept: ${again}, and node -e 0: ${nothing}\n`);
  return {
    what: `cold start of talks ask over node -e 0 (${talks} − ${nothing})`,
    limit: `< ${milliseconds(MAX_COLD_START_MS)}`,
    figure: milliseconds(over),
    met: over < MAX_COLD_START_MS,
  };
}

function ratioAsked({ answer, tuned }: CorpusFigures, size: number): Asked[] {
  const limit = MAX_RATIOS.get(size);
  if (limit === undefined) return [];
  const ratio = answer.p50 / tuned.p50;
  return [
    {
      what: `whole answer ÷ tuned search at p50, ${size.toLocaleString("en-US")} passages`,
      limit: `≤ ${limit}×`,
      figure: `${ratio.toFixed(2)}×`,
      met: ratio <= limit,
    },
  ];
}

function timeAsked({ withEncoder }: CorpusFigures, size: number): Asked[] {
  const limit = MAX_MEANING_MS.get(size);
  if (limit === undefined) return [];
  return [
    {
      what: `whole answer with the encoder at p50, ${size.toLocaleString("en-US")} passages`,
      limit: `≤ ${limit} ms`,
      figure: milliseconds(withEncoder.p50),
      met: withEncoder.p50 <= limit,
    },
  ];
}

/** What is under way, for somebody who watches. */
function tell(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}

function show(text: string): void {
  process.stdout.write(`${text}\n`);
}
