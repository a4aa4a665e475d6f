import type { webApi } from "@slack/bolt";
import type { Question } from "../../src/index.ts";
import type { Who } from "../chat/observer.ts";
import { FAILED } from "../chat/texts.ts";
import { context } from "./blocks.ts";
import type { Message } from "./message.ts";
import type { ConversationPlace } from "./places.ts";
import type { Delivery, Place } from "./post.ts";
import { renderAnswer } from "./render-answer.ts";
import type { Services } from "./services.ts";

/** A question that is answered where everyone in the conversation sees it. */
export interface PublicQuestion {
  readonly text: string;
  readonly conversation: ConversationPlace;
  readonly place: Place;
  /** What it goes on from; left out, the questions of the conversation. */
  readonly earlier?: readonly string[];
  /** Whoever asked, where no message above the answer shows the question. */
  readonly askedBy: string | null;
  /** Whoever the question counts for; `null` where it was counted before. */
  readonly asker: Who | null;
}

/** Answers in the conversation; the questions of one conversation take turns. */
export function answerInPlace(
  services: Services,
  client: webApi.WebClient,
  question: PublicQuestion,
): Promise<Delivery> {
  const { text, place, askedBy, asker } = question;
  const { key, openedBy } = question.conversation;
  return services.turns.take(key, async () => {
    const asked = await services.conversations.remember(key, openedBy, text).catch((error: unknown) => {
      // An answer without its conversation is better than none.
      services.log.error("A conversation could not be remembered.", { error });
      return [];
    });
    const earlier = question.earlier ?? asked;
    const message = await composeAnswer(services, { text, earlier }, { audience: "everyone", askedBy, asker });
    return services.post(client, place, message);
  });
}

/** How an answer is shown. */
export interface Showing {
  readonly audience: "everyone" | "asker";
  readonly askedBy: string | null;
  /** Whoever the question counts for; `null` where it was counted before. */
  readonly asker: Who | null;
}

/** The message with the answer, or the sentence that something broke: whoever asks gets a reply. */
export async function composeAnswer(
  services: Services,
  question: Question,
  { asker, ...showing }: Showing,
): Promise<Message> {
  try {
    const { id, answer } = await services.answering.ask(question, asker);
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
