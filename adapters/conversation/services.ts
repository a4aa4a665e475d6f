import { setMaxListeners } from "node:events";
import { type Answering, createAnswering } from "./answering.ts";
import { askedSchema } from "./asked.ts";
import type { ChatOptions } from "./chat-adapter.ts";
import { type Conversations, createConversations } from "./conversations.ts";
import { createExchange, type Exchange } from "./exchange.ts";
import { createFeedback, type Feedback } from "./feedback.ts";
import { createPending } from "./pending.ts";
import type { Platform } from "./platform.ts";
import { createRevisions } from "./revisions.ts";
import { createTimeBudget } from "./timeout.ts";
import { createTurns } from "./turns.ts";

/** What the listeners of a platform work with. */
export interface ChatServices<Place> extends ChatOptions {
  readonly exchange: Exchange<Place>;
  readonly answering: Answering;
  readonly conversations: Conversations;
  readonly feedback: Feedback;
  /** True for the first delivery under a name, of something that the exchange does not keep. */
  readonly isFirst: (key: string) => Promise<boolean>;
  /** Does the work of a listener: a stop waits for it, and a failure is logged. */
  readonly run: (what: string, work: () => Promise<unknown>) => Promise<void>;
  /** From now on, and now and again, answers what processes that are gone have left. */
  readonly takeUp: () => void;
  readonly isStopping: () => boolean;
  /** Waits for what is under way as long as it may take; what is not answered then is left to the next process. */
  readonly stop: () => Promise<void>;
}

/** Another process may end while this one goes on. */
const TAKE_UP_EVERY_MS = 20_000;

/** A process that is told to stop is gone after five seconds; what is not finished, the next one answers. */
const DRAIN_MS = 3_000;

/** Sets up what the listeners of a platform work with. */
export function createChatServices<Place, Message>(
  platform: Platform<Place, Message>,
  options: ChatOptions,
): ChatServices<Place> {
  const { engine, state, fairUse, observer, log } = options;
  const stopping = new AbortController();
  const abandoned = new AbortController();
  // As many questions as there are may wait for a platform.
  setMaxListeners(0, stopping.signal, abandoned.signal);
  const inFlight = createInFlight();
  const conversations = createConversations(state);
  const answering = createAnswering(options);
  const schema = askedSchema(platform.placeSchema);
  const pending = createPending({ state, platform: platform.name, schema, log });
  const exchange = createExchange(platform, {
    ...options,
    ...{ pending, conversations, answering },
    revisions: createRevisions(state, platform.name, platform.placeSchema),
    turns: createTurns(),
    abandoned: abandoned.signal,
  });
  const run = (what: string, work: () => Promise<unknown>): Promise<void> =>
    inFlight
      .track(work())
      .then(() => {})
      .catch((error: unknown) => {
        if (!abandoned.signal.aborted) log.error("Something failed.", { what, ...platform.describeError(error) });
      });
  return {
    ...{ engine, state, fairUse, observer, log, exchange, answering, conversations, run },
    feedback: createFeedback(state, observer),
    isFirst: pending.isFirst,
    takeUp() {
      const takeUp = () => void run("take up", () => exchange.takeUp(stopping.signal));
      const timer = setInterval(takeUp, TAKE_UP_EVERY_MS).unref();
      stopping.signal.addEventListener("abort", () => clearInterval(timer));
      takeUp();
    },
    isStopping: () => stopping.signal.aborted,
    async stop() {
      stopping.abort();
      if (!(await inFlight.drain(DRAIN_MS)))
        log.warn("Some questions were not finished in time; they are left to the next start.");
      abandoned.abort();
    },
  };
}

/** The work that has begun and is not finished, so that a stop can wait for it; a failure of it is its caller's to handle. */
export function createInFlight() {
  const pending = new Set<Promise<unknown>>();
  const untilIdle = async (): Promise<boolean> => {
    while (pending.size > 0) await Promise.allSettled(pending);
    return true;
  };
  return {
    track<T>(work: Promise<T>): Promise<T> {
      pending.add(work);
      const done = () => void pending.delete(work);
      work.then(done, done);
      return work;
    },
    /** Resolves with true once nothing is in flight, with false where that takes longer than `limitMs`. */
    drain: (limitMs: number): Promise<boolean> => createTimeBudget(limitMs)(untilIdle(), false),
  };
}
