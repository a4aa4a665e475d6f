import { asTyped, type Engine } from "../../src/index.ts";
import { UnreachableError } from "../unreachable.ts";
import type { Answering } from "./answering.ts";
import type { Asked, Continuation } from "./asked.ts";
import type { Conversations } from "./conversations.ts";
import { createDeliverer, type DeliveryTools, type Tries, type Written } from "./deliver.ts";
import type { Decision, FairUse } from "./fair-use.ts";
import type { Observer } from "./observer.ts";
import type { Pending } from "./pending.ts";
import type { Platform, Reply } from "./platform.ts";
import { FAILED, OUT_OF_REACH } from "./texts.ts";
import type { Turns } from "./turns.ts";

/** Tells the platform that something was heard; gives the place for the reply, which may be another one by then. */
export type Acknowledge<Place> = (place: Place) => Promise<Place>;

/** From a question that was heard to its answer. */
export interface Exchange<Place> {
  /**
   * Keeps what was asked, acknowledges it and answers it; resolves with where that stands, `null` where it stands nowhere.
   * Rejects only where this process stops before that; then another one answers.
   */
  take(asked: Asked<Place>, acknowledge: Acknowledge<Place>): Promise<Written<Place>>;
  /** Answers what processes that are gone have acknowledged; `signal` ends the waiting for them. */
  takeUp(signal: AbortSignal): Promise<void>;
}

/** What the exchange works with. */
export interface ExchangeTools<Place> extends DeliveryTools {
  readonly pending: Pending<Asked<Place>>;
  readonly fairUse: FairUse;
  readonly observer: Observer;
  readonly turns: Turns;
  readonly conversations: Conversations;
  readonly answering: Answering;
  readonly engine: () => Pick<Engine, "coverage">;
}

/** Slack and Discord wait three seconds; a state or a limit that hangs costs no more than half of that. */
const ACKNOWLEDGED_WITHIN_MS = 1_500;

/** The steps of an exchange, in their order, for any platform. */
export function createExchange<Place, Message>(
  platform: Platform<Place, Message>,
  tools: ExchangeTools<Place>,
): Exchange<Place> {
  const { pending, fairUse, observer, turns, conversations, answering, log, abandoned } = tools;
  const { deliver, insist } = createDeliverer(platform, tools);

  async function take(asked: Asked<Place>, acknowledge: Acknowledge<Place>): Promise<Written<Place>> {
    const inTime = createPatience(ACKNOWLEDGED_WITHIN_MS);
    if (!(await inTime(pending.keep(asked), true))) return null;
    const decision = await inTime(admit(asked), ANSWER);
    const place = await acknowledgeIn(decision.kind === "answer" ? placeOf(asked) : platform.privately(asked.place));
    const heard = { ...asked, place };
    const tries: Tries = { attempt: "first", since: Date.now() };
    if (decision.kind === "answer") return answer(heard, tries);
    if (decision.kind === "refuse") await tell(heard, decision.message, tries);
    await pending.forget(asked);
    return null;

    async function acknowledgeIn(wanted: Place): Promise<Place> {
      try {
        return await acknowledge(wanted);
      } catch (error) {
        log.warn("A question could not be acknowledged.", platform.describeError(error));
        return wanted;
      }
    }
  }

  /** Help and the like are for those who ask for them. */
  function placeOf({ request, place }: Asked<Place>): Place {
    return request.kind === "question" ? place : platform.privately(place);
  }

  async function admit({ asker, isCounted, request }: Asked<Place>): Promise<Decision> {
    if (!isCounted || request.kind !== "question") return ANSWER;
    const decision = await fairUse.decide(asker);
    if (decision.kind === "refuse") observer.turnedAway(asker, request.question.text, "refused");
    return decision;
  }

  /** Answers what is kept and acknowledged, and forgets it once nothing more can be done for it. */
  async function answer(asked: Asked<Place>, tries: Tries): Promise<Written<Place>> {
    let written: Written<Place> = null;
    try {
      written = await answerOnce(asked, tries);
    } catch (error) {
      // What this process stops waiting for stays kept, and the next one answers it.
      abandoned.throwIfAborted();
      log.error("A question could not be answered.", platform.describeError(error));
      const isForThread = asked.continuation.kind === "opens";
      await tell(isForThread ? { ...asked, place: platform.privately(asked.place) } : asked, failure(error), tries);
    }
    await pending.forget(asked);
    return written;
  }

  async function answerOnce(asked: Asked<Place>, tries: Tries): Promise<Written<Place>> {
    const { request, continuation } = asked;
    if (request.kind !== "question")
      return deliver(asked, { ...request, coverage: await tools.engine().coverage() }, tries);
    return continuation.kind === "opens" ? answerInThread(asked, tries) : answerInTurn(asked, tries);
  }

  async function answerInThread(asked: Asked<Place>, tries: Tries): Promise<Written<Place>> {
    const opened = await insist(tries, (attempt) => platform.openThread(asked, attempt));
    switch (opened.kind) {
      case "opened": {
        const { place, otherwise, key, openedBy } = opened;
        return answerInTurn({ ...asked, place, continuation: { kind: "joins", key, openedBy } }, tries, otherwise);
      }
      case "in-place":
        return answerInTurn({ ...asked, place: opened.place, continuation: { kind: "alone", earlier: [] } }, tries);
      case "gone":
        log.info("The question was deleted before it was answered.");
        return null;
    }
  }

  /** Questions of one conversation take turns, so that each leans on those before it. */
  function answerInTurn(asked: Asked<Place>, tries: Tries, otherwise?: Place): Promise<Written<Place>> {
    const { continuation } = asked;
    const turn = async () => deliver(asked, await ask(asked, await remember(asked)), tries, otherwise);
    return continuation.kind === "joins" ? turns.take(continuation.key, turn) : turn();
  }

  /** What was asked before; an answer without its conversation is better than none. */
  async function remember({ continuation, request }: Asked<Place>): Promise<readonly string[]> {
    if (request.kind !== "question") return [];
    try {
      return await earlierQuestions(conversations, continuation, asTyped(request.question));
    } catch (error) {
      log.error("A conversation could not be remembered.", platform.describeError(error));
      return [];
    }
  }

  async function ask(
    { request, asker, isCounted, answerId }: Asked<Place>,
    earlier: readonly string[],
  ): Promise<Reply> {
    if (request.kind !== "question") return { kind: "sentence", text: FAILED };
    try {
      const question = { earlier, ...request.question };
      return { kind: "answer", ...(await answering.ask(question, isCounted ? asker : null, answerId)) };
    } catch (error) {
      log.error("A question could not be answered.", platform.describeError(error));
      return { kind: "sentence", text: failure(error) };
    }
  }

  /** Says one sentence; where even that fails, the operator is told. */
  async function tell(asked: Asked<Place>, text: string, tries: Tries): Promise<void> {
    try {
      await deliver(asked, { kind: "sentence", text }, tries);
    } catch (error) {
      abandoned.throwIfAborted();
      log.error("A question got no reply.", platform.describeError(error));
    }
  }

  return {
    take,
    takeUp: (signal) =>
      pending.takeUp(
        async (asked, since) =>
          void (await answer({ ...asked, place: placeOf(asked) }, { attempt: "taken-up", since })),
        signal,
      ),
  };
}

const ANSWER: Decision = { kind: "answer" };

/** What is said in place of an answer. */
function failure(error: unknown): string {
  return error instanceof UnreachableError ? OUT_OF_REACH : FAILED;
}

async function earlierQuestions(
  conversations: Conversations,
  continuation: Continuation,
  question: string,
): Promise<readonly string[]> {
  switch (continuation.kind) {
    case "joins":
      return conversations.remember(continuation.key, continuation.openedBy, question);
    case "overhears":
      return (await conversations.find(continuation.key))?.questions ?? [];
    case "alone":
      return continuation.earlier;
    case "opens":
      return [];
  }
}

/** One span of time for several things: what is not done by its end counts as `otherwise`, and goes on unheard. */
function createPatience(limitMs: number) {
  const deadline = performance.now() + limitMs;
  return async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<T>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, deadline - performance.now()), otherwise);
    });
    try {
      return await Promise.race([work, limit]);
    } finally {
      clearTimeout(timer);
    }
  };
}
