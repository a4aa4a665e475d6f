import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Outcome } from "../../src/index.ts";
import type { FeedRun } from "../add/feed-memory.ts";
import type { Vote } from "../conversation/feedback.ts";
import type { EncoderFigures } from "../encoder/encoder.ts";

/** How a question ended: with an answer of some kind, with a failure, or refused by fair use. */
export type QuestionOutcome = Outcome | "failed" | "refused";

/** What the corpus is like at the moment. */
export interface CorpusFigures {
  readonly articles: number;
  readonly faults: number;
  /** ISO date of the newest dated article. */
  readonly newest: string | null;
}

/** What is counted while the bot runs. */
export type Metrics = ReturnType<typeof createMetrics>;

// From a question that is answered from memory to one that waited for a slow platform.
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Metrics in a registry of their own, with those of the process beside them. */
export function createMetrics(now: () => number = Date.now) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const questions = new Counter({
    name: "talks_questions_total",
    help: "Questions by platform and outcome.",
    labelNames: ["platform", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "talks_answer_duration_seconds",
    help: "Time from a question to its answer, before it is sent.",
    labelNames: ["platform"],
    buckets: SECONDS,
    registers,
  });
  const connected = new Gauge({
    name: "talks_platform_connected",
    help: "1 where the platform is connected and questions come in, else 0.",
    labelNames: ["platform"],
    registers,
  });
  const corpus = createCorpusMetrics(registers, now);
  return {
    question: (platform: string, outcome: QuestionOutcome) => questions.inc({ platform, outcome }),
    /** How long the answer to a question took. */
    answered: (platform: string, time: number) => seconds.observe({ platform }, time),
    /** A vote, and the one that it takes the place of. */
    feedback: createFeedbackMetric(registers),
    /** Called when the connection to a platform changes. */
    platform: (platform: string, isConnected: boolean) => connected.set({ platform }, isConnected ? 1 : 0),
    /** Called when a corpus goes into service. */
    corpus: corpus.loaded,
    corpusFailed: corpus.failed,
    /** Called when a feed was read on its schedule, or could not be. */
    feed: createFeedMetrics(registers),
    /** Where the figures of the encoder come from when somebody looks. */
    encoder: (figures: () => EncoderFigures) => addEncoderMetrics(registers, figures),
    /** In the Prometheus text format. */
    expose: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** A gauge, as a person has one vote for an answer: one that is changed moves. */
function createFeedbackMetric(registers: Registry[]) {
  const votes = new Gauge({
    name: "talks_feedback_total",
    help: "Votes on answers since the start, one for each person and answer; a vote that is changed moves.",
    labelNames: ["platform", "vote"],
    registers,
  });
  const counts = new Map<string, number>();
  const add = (platform: string, vote: Vote, more: number) => {
    const label = `${platform} ${vote}`;
    // A vote from before the start was not counted here.
    const count = Math.max(0, (counts.get(label) ?? 0) + more);
    counts.set(label, count);
    votes.set({ platform, vote }, count);
  };
  return (platform: string, vote: Vote, instead: Vote | null) => {
    if (instead !== null) add(platform, instead, -1);
    add(platform, vote, 1);
  };
}

function createFeedMetrics(registers: Registry[]) {
  const [feed, labelNames] = ["talks_feed", ["feed"]];
  const reads = new Counter({
    name: `${feed}_reads_total`,
    help: "Times that a feed was read, by result.",
    labelNames: [...labelNames, "result"],
    registers,
  });
  const added = new Counter({
    name: `${feed}_articles_total`,
    help: "Articles added of a feed.",
    labelNames,
    registers,
  });
  const readAt = new Gauge({
    name: `${feed}_read_timestamp_seconds`,
    help: "When a feed could be read last.",
    labelNames,
    registers,
  });
  return (address: string, run: FeedRun) => {
    reads.inc({ feed: address, result: run.why === null ? "read" : "failed" });
    added.inc({ feed: address }, run.added);
    if (run.why === null) readAt.set({ feed: address }, Date.parse(run.at) / 1000);
  };
}

function createCorpusMetrics(registers: Registry[], now: () => number) {
  let newestAt: number | null = null;
  const articles = new Gauge({ name: "talks_corpus_articles", help: "Articles in service.", registers });
  const faults = new Gauge({ name: "talks_corpus_faults", help: "Faults in the corpus folder.", registers });
  const loadedAt = new Gauge({
    name: "talks_corpus_loaded_timestamp_seconds",
    help: "When the corpus in service was read.",
    registers,
  });
  new Gauge({
    name: "talks_corpus_age_seconds",
    help: "Time since the day of the newest dated article; absent where none has a date.",
    registers,
    labelNames: [],
    collect() {
      if (newestAt === null) this.remove();
      else this.set((now() - newestAt) / 1000);
    },
  });
  const loads = new Counter({
    name: "talks_corpus_loads_total",
    help: "Times that the corpus was read, by result.",
    labelNames: ["result"],
    registers,
  });
  return {
    loaded(figures: CorpusFigures) {
      articles.set(figures.articles);
      faults.set(figures.faults);
      newestAt = figures.newest === null ? null : Date.parse(figures.newest);
      loadedAt.set(now() / 1000);
      loads.inc({ result: "served" });
    },
    failed: () => loads.inc({ result: "failed" }),
  };
}

function addEncoderMetrics(registers: Registry[], figures: () => EncoderFigures): void {
  new Gauge({
    name: "talks_encoder_up",
    help: "1 where questions and passages are compared in meaning, 0 where words alone decide.",
    registers,
    collect() {
      this.set(figures().isUp ? 1 : 0);
    },
  });
  const passages = new Gauge({
    name: "talks_passages",
    help: "Different passages of the articles in service, by whether they are encoded.",
    labelNames: ["encoded"],
    registers,
    collect() {
      const { passages: all, encoded } = figures();
      passages.set({ encoded: "yes" }, encoded);
      passages.set({ encoded: "no" }, all - encoded);
    },
  });
}
