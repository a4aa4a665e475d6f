import type { webApi } from "@slack/bolt";
import type { Question } from "../../src/index.ts";
import { createAnswerId } from "../conversation/answering.ts";
import type { Who } from "../conversation/observer.ts";
import { FAILED } from "../conversation/texts.ts";
import { context } from "./blocks.ts";
import type { Message } from "./message.ts";
import type { Delivery } from "./post.ts";
import { type NamedQuestion, type PublicQuestion, questionLeft } from "./public-question.ts";
import { renderAnswer } from "./render-answer.ts";
import type { Services } from "./services.ts";

/**
 * Answers in the conversation; the questions of one conversation take turns. Until it is answered, the question is kept for a
 * process that comes after this one.
 */
export function answerInPlace(
  services: Services,
  client: webApi.WebClient,
  question: PublicQuestion,
): Promise<Delivery> {
  const answerId = createAnswerId();
  return services.pending.keep(questionLeft({ ...question, answerId }), () =>
    answerUnderId(services, client, { ...question, answerId }),
  );
}

/** The same for a question that is kept already, with an answer of a given id. */
export function answerUnderId(
  services: Services,
  client: webApi.WebClient,
  question: NamedQuestion,
): Promise<Delivery> {
  const { text, place, askedBy, asker, answerId } = question;
  const { key, openedBy } = question.conversation;
  return services.turns.take(key, async () => {
    const asked = await services.conversations.remember(key, openedBy, text).catch((error: unknown) => {
      // An answer without its conversation is better than none.
      services.log.error("A conversation could not be remembered.", { error });
      return [];
    });
    const earlier = question.earlier ?? asked;
    const message = await composeAnswer(
      services,
      { text, earlier },
      { audience: "everyone", askedBy, asker, answerId },
    );
    return services.post(client, place, message);
  });
}

/** How an answer is shown. */
export interface Showing {
  readonly audience: "everyone" | "asker";
  readonly askedBy: string | null;
  /** Whoever the question counts for; `null` where it was counted before. */
  readonly asker: Who | null;
  /** Where the answer was given an id before it was made. */
  readonly answerId?: string;
}

/** The message with the answer, or the sentence that something broke: whoever asks gets a reply. */
export async function composeAnswer(
  services: Services,
  question: Question,
  { asker, answerId, ...showing }: Showing,
): Promise<Message> {
  try {
    const { id, answer } = await services.answering.ask(question, asker, answerId);
    return renderAnswer({ id, answer, ...showing });
  } catch (error) {
    services.log.error("A question could not be answered.", { error });
    return { text: FAILED, blocks: [] };
  }
}

/** The message with a line for the reader below it. */
export function withHint({ text, blocks }: Message, hint: string): Message {
  return { text: `${text}\n${hint}`, blocks: blocks.length > 0 ? [...blocks, context(hint)] : [] };
}
