import { asTyped } from "../../src/index.ts";
import type { Log } from "../log.ts";
import type { Answering } from "./answering.ts";
import type { Asked } from "./asked.ts";
import type { Conversations } from "./conversations.ts";
import type { Platform, Said } from "./platform.ts";
import { createTimeBudget } from "./timeout.ts";

/** What is asked in full, and what its reader is told of it. */
export interface Completed<Place> {
  readonly asked: Asked<Place>;
  readonly notice: string | null;
}

/** Whoever asks sees nothing meanwhile. */
const LOOKED_UP_WITHIN_MS = 3_000;

/** As much of another message as of a question. */
const LONGEST_CONTEXT = 500;

/** Gives the question with what it refers to; help, where it has no words and refers to none. */
export function createCompletion<Place, Message>(
  platform: Platform<Place, Message>,
  { conversations, answering, log }: { conversations: Conversations; answering: Answering; log: Log },
): (asked: Asked<Place>) => Promise<Completed<Place>> {
  /** What the question refers to; without it, an answer is better than none. */
  async function lookUp({ about, continuation, place }: Asked<Place>): Promise<Said | null> {
    if (about === null) return null;
    const inTime = createTimeBudget(LOOKED_UP_WITHIN_MS);
    try {
      const before = continuation.kind === "joins" && (await conversations.find(continuation.key));
      if (before && before.questions.length > 0 && !about.isReply) return null;
      return await inTime(platform.lookUp(about, place), null);
    } catch (error) {
      log.warn("What a question refers to could not be looked up.", platform.describeError(error));
      return null;
    }
  }

  return async function complete(asked: Asked<Place>): Promise<Completed<Place>> {
    const { request, place } = asked;
    if (request.kind !== "question") return { asked, notice: null };
    const { question } = request;
    const said = await lookUp(asked);
    const notice = said?.kind === "unreadable" ? said.notice : null;
    const asking = (whole: typeof question) => ({
      asked: { ...asked, request: { ...request, question: whole } },
      notice,
    });
    if (said?.kind === "words") {
      const text = said.text.slice(0, LONGEST_CONTEXT);
      return asking(question.text === "" ? { text } : { ...question, context: text });
    }
    if (question.text === "") {
      const help = { kind: "help", isNothingAsked: true } as const;
      return { asked: { ...asked, request: help, place: platform.privately(place) }, notice };
    }
    const before = said?.kind === "answer" ? await answering.find(said.answerId).catch(() => null) : null;
    return asking(before ? { ...question, earlier: [...(before.earlier ?? []), asTyped(before)] } : question);
  };
}
