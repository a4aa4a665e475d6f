import type { Engine } from "../../src/index.ts";
import type { FairUse } from "../chat/fair-use.ts";
import type { Observer, Who } from "../chat/observer.ts";
import type { State } from "../chat/state.ts";
import { createIndexKeeper } from "../live-corpus/index-keeper.ts";
import { createLiveCorpus, type Served } from "../live-corpus/live-corpus.ts";
import type { Log } from "../log.ts";
import { openState, type StateConfig } from "../state/open-state.ts";
import { createFairUse } from "./fair-use.ts";
import { listenForForget } from "./forget-socket.ts";
import { describeForgotten, forgetPerson } from "./forgetting.ts";
import { CORPUS_PART, createHealth, type Health } from "./health.ts";
import { type CorpusFigures, createMetrics } from "./metrics.ts";
import { createObserver } from "./observer.ts";
import type { OperationsConfig } from "./operations-config.ts";
import { createOpsServer } from "./ops-server.ts";
import { createQuestionLog, type QuestionLog } from "./question-log.ts";

/** What of the configuration decides how the bot is run. */
export interface OperationsOptions extends StateConfig, OperationsConfig {
  readonly corpusDir: string;
  readonly opsPort: number | null;
}

/** What a running bot stands on, whatever the platform. */
export interface Operations {
  /** The engine over the latest corpus. */
  engine(): Engine;
  readonly state: State;
  readonly fairUse: FairUse;
  readonly observer: Observer;
  readonly health: Health;
  /** To be called when the platforms have stopped; everything is on the disk afterwards. */
  close(): Promise<void>;
}

/**
 * Opens the state, the corpus and the server for those who run the bot. Rejects where one of them cannot be had, and
 * leaves nothing open then.
 */
export async function openOperations(options: OperationsOptions, log: Log): Promise<Operations> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (let next = closers.pop(); next; next = closers.pop()) await next();
  };
  try {
    const health = createHealth();
    const metrics = createMetrics();
    const { state, redis } = await openState(options, log);
    closers.push(() => state.close());
    const questions = openQuestionLog(options, log);
    if (questions) closers.push(() => questions.close());
    const limits = createFairUse(options.fairUse, redis, log);
    if (redis === null && options.stateDir !== null) {
      const kept = { state, stateDir: options.stateDir, limits };
      const forget = async (who: Who) => describeForgotten(who, await forgetPerson(kept, who));
      const socket = await listenForForget(options.stateDir, forget, log);
      if (socket) closers.push(() => socket.close());
    }
    const keeper = options.stateDir === null ? null : createIndexKeeper(options.stateDir, log);
    if (keeper) closers.push(() => keeper.close());
    const live = await createLiveCorpus({
      dir: options.corpusDir,
      log,
      ...(keeper && { build: keeper.build }),
      onServed: (served) => metrics.corpus(figuresOf(served)),
      onFailed: metrics.corpusFailed,
    });
    closers.push(() => live.close());
    health.set(CORPUS_PART, "ready");
    if (options.opsPort !== null) {
      const server = createOpsServer({ port: options.opsPort, host: options.opsHost, health, metrics });
      log.info(`Health and metrics are at ${await server.start()}.`);
      closers.push(() => server.stop());
    }
    return { engine: live.engine, state, fairUse: limits, observer: createObserver(metrics, questions), health, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openQuestionLog(
  { stateDir, questionLogDays }: Pick<OperationsOptions, "stateDir" | "questionLogDays">,
  log: Log,
): QuestionLog | null {
  if (stateDir !== null) return createQuestionLog(stateDir, questionLogDays, log);
  if (questionLogDays !== null) log.warn("Questions are not stored: QUESTION_LOG_DAYS needs a STATE_DIR.");
  return null;
}

function figuresOf({ engine, faults }: Served): CorpusFigures {
  const { articles, until } = engine.coverage;
  return { articles: articles.length, faults: faults.length, newest: until };
}
