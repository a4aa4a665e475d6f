import { asTyped } from "../../src/index.ts";
import { UnreachableError } from "../unreachable.ts";
import type { Answering } from "./answering.ts";
import type { Asked } from "./asked.ts";
import type { ChatOptions, Decision } from "./chat-adapter.ts";
import { createCompletion } from "./complete.ts";
import type { Conversations } from "./conversations.ts";
import { createDeliverer, type DeliveryTools, type Tries, type Written } from "./deliver.ts";
import type { Pending } from "./pending.ts";
import type { Platform, Reply } from "./platform.ts";
import type { Revisions } from "./revisions.ts";
import { ANY_TIME, FAILED, OUT_OF_REACH } from "./texts.ts";
import { createTimeBudget } from "./timeout.ts";
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
export interface ExchangeTools<Place> extends Omit<ChatOptions, "state">, DeliveryTools {
  readonly pending: Pending<Asked<Place>>;
  readonly turns: Turns;
  readonly conversations: Conversations;
  readonly answering: Answering;
  readonly revisions: Revisions<Place>;
}

/** Slack and Discord wait three seconds; a state or a limit that hangs costs no more than half of that. */
const ACKNOWLEDGED_WITHIN_MS = 1_500;

/** The steps of an exchange, in their order, for any platform. */
export function createExchange<Place, Message>(
  platform: Platform<Place, Message>,
  tools: ExchangeTools<Place>,
): Exchange<Place> {
  const { pending, fairUse, observer, turns, conversations, answering, revisions, log, abandoned } = tools;
  const { deliver, insist } = createDeliverer(platform, tools);
  const complete = createCompletion(platform, tools);

  /** What a message asks since it was changed waits for the answer to what it asked before. */
  function take(said: Asked<Place>, acknowledge: Acknowledge<Place>): Promise<Written<Place>> {
    const message = `message:${said.edit?.of ?? said.key}`;
    if (said.edit !== null) return turns.take(message, () => takeNow(said, acknowledge));
    const taken = takeNow(said, acknowledge);
    turns.take(message, () => taken).catch(() => {});
    return taken;
  }

  async function takeNow(said: Asked<Place>, acknowledge: Acknowledge<Place>): Promise<Written<Place>> {
    const inTime = createTimeBudget(ACKNOWLEDGED_WITHIN_MS);
    const asked = await inTime(revisions.read(said), null);
    if (asked === null || !(await inTime(pending.keep(asked), true))) return null;
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
      written = await inTurn(asked, () => answerOnce(asked, tries));
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

  /** Questions of one conversation take turns, so that each leans on those before it. */
  function inTurn<T>({ continuation }: Asked<Place>, turn: () => Promise<T>): Promise<T> {
    return continuation.kind === "joins" ? turns.take(continuation.key, turn) : turn();
  }

  async function answerOnce(kept: Asked<Place>, tries: Tries): Promise<Written<Place>> {
    const { asked, notice } = await complete(kept);
    const { request, continuation } = asked;
    switch (request.kind) {
      case "question":
        return continuation.kind === "opens"
          ? answerInThread(asked, notice, tries)
          : deliverAnswer(asked, notice, tries);
      case "thanks":
        return deliver(asked, { kind: "sentence", text: ANY_TIME }, tries);
      default:
        if (notice !== null) return deliver(asked, { kind: "sentence", text: notice }, tries);
        return deliver(asked, { ...request, coverage: await tools.engine().coverage() }, tries);
    }
  }

  async function answerInThread(asked: Asked<Place>, notice: string | null, tries: Tries): Promise<Written<Place>> {
    const opened = await insist(tries, (attempt) => platform.openThread(asked, attempt));
    switch (opened.kind) {
      case "opened": {
        const { place, otherwise, key, openedBy } = opened;
        const inThread = { ...asked, place, continuation: { kind: "joins", key, openedBy } } as const;
        return inTurn(inThread, () => deliverAnswer(inThread, notice, tries, otherwise));
      }
      case "in-place": {
        const alone = { ...asked, place: opened.place, continuation: { kind: "alone" as const, earlier: [] } };
        return deliverAnswer(alone, notice, tries);
      }
      case "gone":
        log.info("The question was deleted before it was answered.");
        return null;
    }
  }

  async function deliverAnswer(
    asked: Asked<Place>,
    notice: string | null,
    tries: Tries,
    otherwise?: Place,
  ): Promise<Written<Place>> {
    const reply = withNotice(await ask(asked, await remember(asked)), notice);
    const written = await deliver(asked, reply, tries, otherwise);
    if (written?.own && reply.kind === "answer") await revisions.note(asked, written.own);
    return written;
  }

  /** What was asked before; an answer without its conversation is better than none. */
  async function remember({ continuation, request }: Asked<Place>): Promise<readonly string[]> {
    if (request.kind !== "question") return [];
    const { context, earlier } = request.question;
    try {
      switch (continuation.kind) {
        case "joins": {
          const { key, openedBy, instead } = continuation;
          const also = { context: context ?? earlier?.at(-1), instead };
          return await conversations.remember(key, openedBy, asTyped(request.question), also);
        }
        case "overhears":
          return (await conversations.find(continuation.key))?.questions ?? [];
        case "alone":
          return continuation.earlier;
        case "opens":
          return [];
      }
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

function withNotice(reply: Reply, notice: string | null): Reply {
  if (notice === null || reply.kind !== "answer") return reply;
  return { ...reply, answer: { ...reply.answer, notices: [notice, ...reply.answer.notices] } };
}

const ANSWER: Decision = { kind: "answer" };

/** What is said in place of an answer. */
function failure(error: unknown): string {
  return error instanceof UnreachableError ? OUT_OF_REACH : FAILED;
}
