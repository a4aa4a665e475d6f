import { join } from "node:path";
import type { Article, ArticleSource, Engine } from "../../src/index.ts";
import type { ArchiveConfig } from "../archive/archive-config.ts";
import type { LiveArchive } from "../archive/live-archive.ts";
import type { FairUse, Observer, Who } from "../conversation/chat-adapter.ts";
import type { State } from "../conversation/state.ts";
import { withTimeout } from "../conversation/timeout.ts";
import { createLocalEncoder } from "../encoder/encoder.ts";
import { describeWay } from "../encoder/in-thread.ts";
import { createQuestionEncoder } from "../encoder/question-encoder.ts";
import { SHIPPED_VECTORS } from "../encoder/vector-file.ts";
import { bytesIn } from "../live-corpus/fingerprint.ts";
import { createIndexKeeper } from "../live-corpus/index-keeper.ts";
import { createLiveCorpus, type LiveCorpus } from "../live-corpus/live-corpus.ts";
import type { Log } from "../log.ts";
import { openState, type StateConfig } from "../state/open-state.ts";
import { createFairUse } from "./fair-use.ts";
import { describeForgotten, forgetPerson } from "./forget-command.ts";
import { listenForForget } from "./forget-socket.ts";
import { CORPUS_PART, createHealth, createPlatformRecord, type Health, type PlatformRecord } from "./health.ts";
import { type CorpusFigures, createMetrics, type Metrics } from "./metrics.ts";
import type { OperationsConfig } from "./operations-config.ts";
import { createOpsServer } from "./ops-server.ts";
import { createObserver, createQuestionLog } from "./question-log.ts";

/** What of the configuration decides how the bot is run. */
export interface OperationsOptions extends StateConfig, OperationsConfig {
  readonly corpusDir: string;
  readonly archive: ArchiveConfig | null;
  readonly opsPort: number | null;
}

/** What a running bot stands on, whatever the platform. */
export interface Operations {
  /** The engine over the latest corpus. */
  engine(): Engine;
  /** An article of it, with its body. */
  article(id: string): Article | undefined | Promise<Article | undefined>;
  readonly state: State;
  readonly fairUse: FairUse;
  readonly observer: Observer;
  /** To be told how each platform is served. */
  readonly platforms: PlatformRecord;
  /** To be called when the platforms have stopped; everything is on the disk afterwards. */
  close(): Promise<void>;
}

/** A Redis that hangs must not hold up the end of the process. */
const CLOSE_MS = 700;

/**
 * Opens the state, the corpus and the server for those who run the bot. Rejects where one of them cannot be had, and
 * leaves nothing open then.
 */
export async function openOperations(options: OperationsOptions, log: Log): Promise<Operations> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (let next = closers.pop(); next; next = closers.pop())
      await withTimeout(next(), CLOSE_MS).catch((error: unknown) =>
        log.warn("Not everything was closed cleanly.", { error }),
      );
  };
  try {
    const health = createHealth();
    const metrics = createMetrics();
    health.set(CORPUS_PART, "starting");
    // Before all else, so that whoever watches the process sees it live while it reads the articles.
    if (options.opsPort !== null) {
      const server = createOpsServer(options.opsPort, options.opsHost, health, metrics);
      log.info(`Health and metrics are at ${await server.start()}.`);
      closers.push(() => server.stop());
    }
    const { state, redis } = await openState(options, log);
    closers.push(() => state.close());
    const questions = createQuestionLog(options.stateDir, options.questionLogDays, log);
    closers.push(() => questions.close());
    const fairUse = createFairUse(options.fairUse, redis);
    if (redis === null) {
      const kept = { state, stateDir: options.stateDir, limits: fairUse };
      const forget = async (who: Who) => describeForgotten(who, await forgetPerson(kept, who));
      const socket = await listenForForget(options.stateDir, forget, log);
      if (socket) closers.push(() => socket.close());
    }
    // Whoever fills an archive reads them for it.
    if (options.feeds && !options.archive) {
      const { startFeeds } = await import("../feeds/feed-schedule.ts");
      const isUrgent = (await bytesIn(options.corpusDir)) === 0;
      const feeds = startFeeds({ ...options, feeds: options.feeds, isUrgent, state, log, onRun: metrics.feed });
      closers.push(feeds.close);
      if (isUrgent) await feeds.firstRound;
    }
    const live = options.archive
      ? await serveArchive(options.archive, { log, metrics, health, closers })
      : await serveFolder(options, { log, metrics, closers });
    closers.push(() => live.close());
    health.set(CORPUS_PART, "ready");
    const observer = createObserver(metrics, questions);
    return {
      ...{ engine: live.engine, article: live.article, state, fairUse, observer, close },
      platforms: createPlatformRecord(health, metrics, log),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Serving {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly closers: (() => Promise<void>)[];
}

async function serveFolder(
  { corpusDir, stateDir }: OperationsOptions,
  { log, metrics, closers }: Serving,
): Promise<LiveCorpus> {
  const encoder = createLocalEncoder({
    files: { shipped: SHIPPED_VECTORS, own: join(stateDir, "passages.vectors") },
    make: "ahead",
    log,
  });
  closers.push(() => encoder.close());
  metrics.encoder(encoder.figures);
  // It takes some of a second, in which questions are answered already.
  void encoder.whyNot().then((why) => why === null && log.info(describeWay(why)));
  const keeper = createIndexKeeper(stateDir, log, { encoder });
  closers.push(() => keeper.close());
  return createLiveCorpus({
    dir: corpusDir,
    log,
    load: keeper.load,
    build: keeper.build,
    onServed: ({ corpus, faults }) => metrics.corpus(figuresOf(corpus.articles, faults.length)),
    onFailed: metrics.corpusFailed,
  });
}

async function serveArchive(
  config: ArchiveConfig,
  { log, metrics, health, closers }: Serving & { readonly health: Health },
): Promise<LiveArchive> {
  // Its client takes a while to load, and most serve a folder.
  const [{ ASKING, openArchive }, { followArchive }] = await Promise.all([
    import("../archive/client.ts"),
    import("../archive/live-archive.ts"),
  ]);
  const encoder = createQuestionEncoder(log);
  closers.push(encoder.close);
  metrics.encoder(() => ({ passages: 0, encoded: 0, isUp: encoder.isUp() }));
  void encoder.whyNot().then((why) => why === null && log.info(describeWay(why)));
  return followArchive(openArchive(config, ASKING), {
    log,
    encode: encoder.encode,
    onServed: ({ lexicon }) => metrics.corpus(figuresOf(lexicon.sources, 0)),
    onReached: (isReached) => health.set(CORPUS_PART, isReached ? "ready" : "retrying"),
  });
}

/** Without the engine's coverage, which tries many questions before it offers some. */
function figuresOf(articles: readonly Pick<ArticleSource, "published">[], faults: number): CorpusFigures {
  const dates = articles.flatMap(({ published }) => published ?? []).sort();
  return { articles: articles.length, faults, newest: dates.at(-1) ?? null };
}
