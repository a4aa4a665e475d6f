import { Counter, collectDefaultMetrics, Gauge, Histogram, type MetricConfiguration, Registry } from "prom-client";
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
  const metricIn: MetricIn = (name, help, ...labelNames) => ({ name, help, labelNames, registers: [registry] });
  collectDefaultMetrics({ register: registry });
  const questions = new Counter(
    metricIn("talks_questions_total", "Questions by platform and outcome.", "platform", "outcome"),
  );
  const seconds = new Histogram({
    ...metricIn("talks_answer_duration_seconds", "Time from a question to its answer, before it is sent.", "platform"),
    buckets: SECONDS,
  });
  const connected = new Gauge(
    metricIn(
      "talks_platform_connected",
      "1 where the platform is connected and questions come in, else 0.",
      "platform",
    ),
  );
  const corpus = createCorpusMetrics(metricIn, now);
  return {
    question: (platform: string, outcome: QuestionOutcome) => questions.inc({ platform, outcome }),
    /** How long the answer to a question took. */
    answered: (platform: string, time: number) => seconds.observe({ platform }, time),
    /** A vote, and the one that it takes the place of. */
    feedback: createFeedbackMetric(metricIn),
    /** Called when the connection to a platform changes. */
    platform: (platform: string, isConnected: boolean) => connected.set({ platform }, isConnected ? 1 : 0),
    /** Called when a corpus goes into service. */
    corpus: corpus.loaded,
    corpusFailed: corpus.failed,
    /** Called when a feed was read on its schedule, or could not be. */
    feed: createFeedMetrics(metricIn),
    /** Where the figures of the encoder come from when somebody looks. */
    encoder: (figures: () => EncoderFigures) => addEncoderMetrics(metricIn, figures),
    /** In the Prometheus text format. */
    expose: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** What a metric is, where all of them are. */
type MetricIn = (name: string, help: string, ...labelNames: string[]) => MetricConfiguration<string>;

/** A gauge, as a person has one vote for an answer: one that is changed moves. */
function createFeedbackMetric(metricIn: MetricIn) {
  const help = "Votes on answers since the start, one for each person and answer; a vote that is changed moves.";
  const votes = new Gauge(metricIn("talks_feedback_total", help, "platform", "vote"));
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

function createFeedMetrics(metricIn: MetricIn) {
  const reads = new Counter(
    metricIn("talks_feed_reads_total", "Times that a feed was read, by result.", "feed", "result"),
  );
  const added = new Counter(metricIn("talks_feed_articles_total", "Articles added of a feed.", "feed"));
  const readAt = new Gauge(metricIn("talks_feed_read_timestamp_seconds", "When a feed could be read last.", "feed"));
  return (address: string, run: FeedRun) => {
    reads.inc({ feed: address, result: run.why === null ? "read" : "failed" });
    added.inc({ feed: address }, run.added);
    if (run.why === null) readAt.set({ feed: address }, Date.parse(run.at) / 1000);
  };
}

function createCorpusMetrics(metricIn: MetricIn, now: () => number) {
  let newestAt: number | null = null;
  const articles = new Gauge(metricIn("talks_corpus_articles", "Articles in service."));
  const faults = new Gauge(metricIn("talks_corpus_faults", "Faults in the corpus folder."));
  const loadedAt = new Gauge(metricIn("talks_corpus_loaded_timestamp_seconds", "When the corpus in service was read."));
  new Gauge({
    ...metricIn(
      "talks_corpus_age_seconds",
      "Time since the day of the newest dated article; absent where none has a date.",
    ),
    collect() {
      if (newestAt === null) this.remove();
      else this.set((now() - newestAt) / 1000);
    },
  });
  const loads = new Counter(
    metricIn("talks_corpus_loads_total", "Times that the corpus was read, by result.", "result"),
  );
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

function addEncoderMetrics(metricIn: MetricIn, figures: () => EncoderFigures): void {
  new Gauge({
    ...metricIn(
      "talks_encoder_up",
      "1 where questions and passages are compared in meaning, 0 where words alone decide.",
    ),
    collect() {
      this.set(figures().isUp ? 1 : 0);
    },
  });
  new Gauge({
    ...metricIn(
      "talks_passages",
      "Different passages of the articles in service, by whether they are encoded.",
      "encoded",
    ),
    collect() {
      const { passages, encoded } = figures();
      this.set({ encoded: "yes" }, encoded);
      this.set({ encoded: "no" }, passages - encoded);
    },
  });
}
