import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { textOf } from "../../src/indexing/passages.ts";
import { createMeaning } from "../../src/meaning/meaning.ts";
import { parseQuestion } from "../../src/question/parse-question.ts";
import { createSpeller } from "../../src/question/spelling.ts";
import { type RankedPassage, rank } from "../../src/ranking/rank.ts";
import { retrieve } from "../../src/ranking/retrieve.ts";
import { WEIGHTS } from "../../src/ranking/score.ts";
import { oddsParts, WITH_MEANING } from "../../src/selection/confidence.ts";
import { select } from "../../src/selection/select.ts";
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
  const questions = set.questions.filter(({ follows }) => follows === null);
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
  const lessons: Lesson[] = [];
  for (const gold of questions) {
    const pieces = [...gold.evidence, ...gold.facets.flat()];
    const earlier = gold.follows === null ? [] : [gold.follows];
    const query = parseQuestion({ text: gold.question, earlier }, index.lexicon, speller);
    const ranked = rank(query, await retrieve(query, await meaning(query.inFull), index), index.lexicon);
    const holds = ({ paragraph, passage }: RankedPassage) => holdsAny(textOf(paragraph, passage), pieces);
    const [first] = (await select(query, ranked, index)).shown;
    lessons.push({
      set,
      passages:
        gold.facets.length > 0
          ? []
          : ranked.map((one, at) => {
              const e = exampleOf(one.parts, WEIGHTS, EVIDENCE, holds(one));
              return {
                ...e,
                features: [...e.features, ...RPICK.map((n) => RMORE[n]!(query, one, ranked, index.lexicon))],
              };
            }),
      first: first
        ? withMore(
            exampleOf(oddsParts(query, first, index.lexicon), WITH_MEANING, REASONS, isAsked(gold) && holds(first)),
            query,
            first,
            ranked,
          )
        : null,
      isAnswerable: isAsked(gold) && holdsAny(bodies, pieces),
    });
  }
  return lessons;
}

import type { Query } from "../../src/question/query.ts";

const SOFT: Record<string, string[]> = {
  place: ["place"],
  time: ["time", "hour"],
  person: ["person", "speaker"],
  other: ["relation", "reason", "list", "points"],
  fig: ["number", "age", "year", "money", "duration", "share"],
};
const MORE: Record<string, (query: Query, first: RankedPassage, ranked: readonly RankedPassage[]) => number> = {
  unmetPlace: (q, f) => Number(SOFT.place!.includes(q.need) && f.signals.need === 0),
  unmetTime: (q, f) => Number(SOFT.time!.includes(q.need) && f.signals.need === 0),
  unmetPerson: (q, f) => Number(SOFT.person!.includes(q.need) && f.signals.need === 0),
  unmetOther: (q, f) => Number(SOFT.other!.includes(q.need) && f.signals.need === 0),
  hasNeed: (q) => Number(q.need !== "any"),
  partNeed: (q, f) => Number(q.need !== "any" && f.signals.need > 0 && f.signals.need < 1),
  position: (q) => Number(q.intent === "position"),
  things: (q, f) => {
    const t = q.terms.flatMap((x, i) => (x.role === "asked" && x.isThing ? [f.signals.byTerm[i] ?? 0] : []));
    return t.length ? Math.min(...t) : 0.7;
  },
  worst: (q, f) => {
    const t = q.terms.flatMap((x, i) => (x.role === "asked" ? [[x.weight, f.signals.byTerm[i] ?? 0]] : []));
    t.sort((a, b) => b[0]! - a[0]!);
    return t[0]?.[1] ?? 0.7;
  },
  terms: (q) => Math.log(1 + q.terms.filter((t) => t.role === "asked").length),
  margin: (_q, f, r) => {
    const top = r.map((x) => x.score);
    const z = top.reduce((s, x) => s + Math.exp(x - f.score), 0);
    return 1 / z;
  },
  mean: (_q, f, r) => {
    const c = r.map((x) => x.signals.meaning ?? 0.8);
    return (f.signals.meaning ?? 0.8) - c.reduce((a, b) => a + b, 0) / Math.max(1, c.length);
  },
  coslen: (q) => q.words.length,
  linear: (q, f) => {
    let a = 0,
      c = 0;
    q.terms.forEach((t, i) => {
      if (t.role === "asked") {
        a += t.weight;
        c += t.weight * (f.signals.byTerm[i] ?? 0);
      }
    });
    return a ? c / a : 0.7;
  },
  adj: (_q, f) => f.parts.adjacency / WEIGHTS.adjacency,
};
const yearsIn = (t: string) => [...t.matchAll(/\b(?:1[5-9]|20)\d\d\b/g)].map((m) => Number(m[0]));
const RMORE: Record<
  string,
  (query: Query, one: RankedPassage, ranked: readonly RankedPassage[], lexicon: any) => number
> = {
  oldYear: (q, o) => {
    const y = Number(String(o.paragraph.article.source.published ?? "2025").slice(0, 4));
    const t = textOf(o.paragraph, o.passage);
    return Number(
      yearsIn(t).some((x) => x < y - 1) && yearsIn(q.text).length === 0 && q.need !== "year" && q.need !== "time",
    );
  },
  question: (q, o) => Number(/\?["”’]?$/.test(textOf(o.paragraph, o.passage))),
  len: (q, o) => Math.log(1 + (o.passage.tokenTo - o.passage.tokenFrom)),
  short: (q, o) => Number(o.passage.tokenTo - o.passage.tokenFrom < 8),
  first: (q, o) => Number((o.paragraph as any).number === 0),
  row: (q, o) => Number(o.passage.row === 0),
  own: (q, o) => {
    const t = q.terms.map((x, i) => (x.role === "asked" ? x.weight ** 2 : 0));
    return 0;
  },
  quoted: (q, o) => Number(q.intent === "fact" && o.passage.statements.some((s) => s.speech === "direct")),
  reported: (q, o) => Number(q.intent === "fact" && o.passage.statements.some((s) => s.speech === "reported")),
  starts: (q, o) =>
    Number(/^(?:He|She|It|They|This|That|These|But|And|The move|His|Her|Their)\b/.test(textOf(o.paragraph, o.passage))),
  best: (q, o) => (o.signals.meaning === null ? 0 : o.signals.meaning),
};
const RPICK = (process.env.RPICK ?? "").split(",").filter((x) => x);
const PICK = (process.env.PICK ?? "").split(",").filter((x) => x);
function withMore(example: Example, query: Query, first: RankedPassage, ranked: readonly RankedPassage[]): Example {
  return { ...example, features: [...example.features, ...PICK.map((name) => MORE[name]!(query, first, ranked))] };
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
      EVIDENCE.length + RPICK.length,
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
    ...table([...EVIDENCE, ...RPICK], now, fitted(lessons)),
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
      REASONS.length + PICK.length,
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
      [...REASONS, ...PICK, "base"],
      [...REASONS, ...PICK, "base"].map((name) => (WITH_MEANING as any)[name] ?? 0),
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
