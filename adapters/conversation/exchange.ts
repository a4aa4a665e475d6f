import type { Coverage } from "../../src/index.ts";
import type { Log } from "../log.ts";
import type { Answering } from "./answering.ts";
import type { Asked, Continuation } from "./asked.ts";
import type { Conversations } from "./conversations.ts";
import type { Decision, FairUse } from "./fair-use.ts";
import type { Observer } from "./observer.ts";
import { ANSWERED_WITHIN_MS, type Pending } from "./pending.ts";
import { type Delivery, type Platform, type Reply, writeFirstAccepted } from "./platform.ts";
import { type Attempt, LASTINGLY, retry } from "./retry.ts";
import { FAILED, NOT_SHOWN } from "./texts.ts";
import type { Turns } from "./turns.ts";

/** What became of something that was asked. */
export type Outcome<Place> =
  | { readonly kind: "written"; readonly place: Place }
  /** It came before; its question was deleted; its asker may not ask; or no place takes it. */
  | { readonly kind: "again" | "gone" | "turned-away" | "refused" };

/** Tells the platform that something was heard; gives the place for the reply, which may be another one by then. */
export type Acknowledge<Place> = (place: Place) => Promise<Place>;

/** From a question that was heard to its answer. */
export interface Exchange<Place> {
  /**
   * Keeps what was asked, acknowledges it and answers it. Never rejects but where this process stops; then another one
   * answers.
   */
  take(asked: Asked<Place>, acknowledge: Acknowledge<Place>): Promise<Outcome<Place>>;
  /** Answers what processes that are gone have acknowledged; `signal` ends the waiting for them. */
  takeUp(signal: AbortSignal): Promise<void>;
}

/** What the exchange works with. */
export interface ExchangeTools<Place> {
  readonly pending: Pending<Asked<Place>>;
  readonly fairUse: FairUse;
  readonly observer: Observer;
  readonly turns: Turns;
  readonly conversations: Conversations;
  readonly answering: Answering;
  readonly engine: () => { readonly coverage: Coverage };
  readonly log: Log;
  /** Aborted when this process gives up what it has not answered. */
  readonly abandoned: AbortSignal;
}

/** Slack and Discord wait three seconds; a state or a limit that hangs costs no more than half of that. */
const ACKNOWLEDGED_WITHIN_MS = 1_500;

/** The steps of an exchange, in their order, for any platform. */
export function createExchange<Place, Message>(
  platform: Platform<Place, Message>,
  tools: ExchangeTools<Place>,
): Exchange<Place> {
  const { pending, fairUse, observer, turns, conversations, answering, log } = tools;

  async function take(asked: Asked<Place>, acknowledge: Acknowledge<Place>): Promise<Outcome<Place>> {
    const inTime = createPatience(ACKNOWLEDGED_WITHIN_MS);
    if (!(await inTime(pending.keep(asked), true))) {
      await acknowledgeIn(asked.place, acknowledge);
      return { kind: "again" };
    }
    const decision = asked.isCounted ? await inTime(admit(asked), ANSWER) : ANSWER;
    if (decision.kind === "answer") {
      const isPrivate = asked.request.kind !== "question";
      const place = isPrivate ? platform.privately(asked.place) : asked.place;
      return answer(
        { ...asked, place: await acknowledgeIn(place, acknowledge) },
        { attempt: "first", since: Date.now() },
      );
    }
    const place = await acknowledgeIn(platform.privately(asked.place), acknowledge);
    if (decision.kind === "refuse") await tell({ ...asked, place }, decision.message);
    await pending.forget(asked);
    return { kind: "turned-away" };
  }

  async function acknowledgeIn(place: Place, acknowledge: Acknowledge<Place>): Promise<Place> {
    try {
      return await acknowledge(place);
    } catch (error) {
      log.warn("A question could not be acknowledged.", platform.describeError(error));
      return place;
    }
  }

  async function admit({ asker, request }: Asked<Place>): Promise<Decision> {
    if (request.kind !== "question") return ANSWER;
    const decision = await fairUse.decide(asker);
    if (decision.kind === "refuse") observer.turnedAway(asker, request.question.text, "refused");
    return decision;
  }

  /** Answers what is kept and acknowledged, and forgets it once nothing more can be done for it. */
  async function answer(asked: Asked<Place>, tries: Tries): Promise<Outcome<Place>> {
    try {
      const outcome = await answerOnce(asked, tries);
      await pending.forget(asked);
      return outcome;
    } catch (error) {
      // What this process stops waiting for stays kept, and the next one answers it.
      tools.abandoned.throwIfAborted();
      log.error("A question could not be answered.", platform.describeError(error));
      await tell(asked, FAILED);
      await pending.forget(asked);
      return { kind: "refused" };
    }
  }

  async function answerOnce(asked: Asked<Place>, tries: Tries): Promise<Outcome<Place>> {
    const { request } = asked;
    const { coverage } = tools.engine();
    switch (request.kind) {
      case "help":
        return deliver(asked, { ...request, coverage }, tries);
      case "sources":
        return deliver(asked, { ...request, coverage }, tries);
      case "question":
        return asked.continuation.kind === "opens" ? answerInThread(asked, tries) : answerInTurn(asked, tries);
    }
  }

  async function answerInThread(asked: Asked<Place>, tries: Tries): Promise<Outcome<Place>> {
    const opened = await insist(tries, (attempt) => platform.openThread(asked, attempt));
    switch (opened.kind) {
      case "opened": {
        const { place, otherwise, key, openedBy } = opened;
        return answerInTurn({ ...asked, place, continuation: { kind: "joins", key, openedBy } }, tries, otherwise);
      }
      case "in-place":
        return answerInTurn({ ...asked, place: opened.place, continuation: ALONE }, tries);
      case "gone":
        return gone();
    }
  }

  /** Questions of one conversation take turns, so that each leans on those before it. */
  function answerInTurn(asked: Asked<Place>, tries: Tries, otherwise?: Place): Promise<Outcome<Place>> {
    const { continuation } = asked;
    const turn = async () => deliver(asked, await ask(asked, await remember(asked)), tries, otherwise);
    return continuation.kind === "joins" ? turns.take(continuation.key, turn) : turn();
  }

  /** What was asked before; an answer without its conversation is better than none. */
  async function remember({ continuation, request }: Asked<Place>): Promise<readonly string[]> {
    if (request.kind !== "question") return [];
    try {
      return await earlierQuestions(conversations, continuation, request.question.text);
    } catch (error) {
      log.error("A conversation could not be remembered.", platform.describeError(error));
      return [];
    }
  }

  async function ask({ request, asker, isCounted, id }: Asked<Place>, earlier: readonly string[]): Promise<Reply> {
    if (request.kind !== "question") return FAILURE;
    try {
      const question = { earlier, ...request.question };
      return { kind: "answer", ...(await answering.ask(question, isCounted ? asker : null, id)) };
    } catch (error) {
      log.error("A question could not be answered.", platform.describeError(error));
      return FAILURE;
    }
  }

  /** Writes a reply where it belongs, else where the platform says that it may go instead. */
  async function deliver(asked: Asked<Place>, reply: Reply, tries: Tries, otherwise?: Place): Promise<Outcome<Place>> {
    const delivery = await insist(tries, (attempt) => write(asked, reply, attempt));
    if (delivery.kind === "written") return { kind: "written", place: asked.place };
    if (delivery.kind === "gone") return gone();
    const place = otherwise ?? platform.elsewhere(asked.place, delivery.reason);
    if (place === null) log.error("A reply is refused everywhere.", { reason: delivery.reason });
    return place === null ? { kind: "refused" } : deliver({ ...asked, place }, reply, tries);
  }

  /** As it should look, else plainly, else a sentence that it could not be shown. */
  function write(asked: Asked<Place>, reply: Reply, attempt: Attempt): Promise<Delivery> {
    const forms = platform.render(reply, asked);
    const last = reply.kind === "sentence" ? [] : platform.render({ kind: "sentence", text: NOT_SHOWN }, asked);
    return writeFirstAccepted([...forms, ...last], async (form) => {
      const delivery = await platform.write(asked.place, form, { id: asked.id, attempt });
      if (delivery.kind === "refused") log.warn("A message is refused.", { reason: delivery.reason });
      return delivery;
    });
  }

  /** Says one sentence; where even that fails, the operator is told. */
  async function tell(asked: Asked<Place>, text: string): Promise<void> {
    try {
      await deliver(asked, { kind: "sentence", text }, { attempt: "first", since: Date.now() });
    } catch (error) {
      tools.abandoned.throwIfAborted();
      log.error("A question got no reply.", platform.describeError(error));
    }
  }

  function insist<T>({ attempt, since }: Tries, call: (attempt: Attempt) => Promise<T>): Promise<T> {
    const { troubleOf } = platform;
    const deadline = since + ANSWERED_WITHIN_MS;
    return retry(call, { troubleOf, log, pauses: LASTINGLY, deadline, attempt, signal: tools.abandoned });
  }

  function gone(): Outcome<Place> {
    log.info("The question was deleted before it was answered.");
    return { kind: "gone" };
  }

  return {
    take,
    takeUp: (signal) =>
      pending.takeUp(async (asked, since) => {
        const isPrivate = asked.request.kind !== "question";
        const place = isPrivate ? platform.privately(asked.place) : asked.place;
        await answer({ ...asked, place }, { attempt: "taken-up", since });
      }, signal),
  };
}

const ANSWER: Decision = { kind: "answer" };
const FAILURE: Reply = { kind: "sentence", text: FAILED };
const ALONE: Continuation = { kind: "alone", earlier: [] };

interface Tries {
  readonly attempt: Attempt;
  /** When it was asked, in milliseconds since 1970. */
  readonly since: number;
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
