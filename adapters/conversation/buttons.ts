import type { Question } from "../../src/index.ts";
import { ANSWER_TTL_MS, type SavedAnswer } from "./answering.ts";
import { type Asked, askedFor } from "./asked.ts";
import type { Asking } from "./chat-adapter.ts";
import type { Acknowledge } from "./exchange.ts";
import type { ChatServices } from "./services.ts";
import { ALREADY_SHARED, EXPIRED, THANKS } from "./texts.ts";

/** A button of an answer that somebody pressed, or a dialog that it opened and that was sent. */
export interface Press<Place> {
  readonly bot: ChatServices<Place>;
  /** The name of the delivery. */
  readonly key: string;
  /** The person, as wanting an answer. */
  readonly asker: Asking;
  readonly acknowledge: Acknowledge<Place>;
  /** Says a sentence to this person alone. */
  readonly tell: (sentence: string) => Promise<unknown>;
}

/** How a button is treated. */
export interface Handling<Pressed> {
  /** What a press counts as for its person's limit; `null` where it asks a question, which is counted as one. */
  readonly demand: Asking["demand"] | null;
  readonly react: (pressed: Pressed) => Promise<void>;
}

interface Counted extends Omit<Press<never>, "bot" | "acknowledge"> {
  readonly bot: Pick<ChatServices<never>, "isFirst" | "fairUse">;
}

/** Reacts to a press, once, if its person may have that; otherwise they are told why not. */
export async function reactTo<Pressed extends Counted>(
  pressed: Pressed,
  { demand, react }: Handling<Pressed>,
): Promise<void> {
  const { bot, key, asker, tell } = pressed;
  if (demand === null) return react(pressed);
  if (!(await bot.isFirst(key))) return;
  const decision = await bot.fairUse.decide({ ...asker, demand });
  if (decision.kind === "answer") await react(pressed);
  if (decision.kind === "refuse") await tell(decision.message);
}

/** The answer that a button belongs to; `null` after whoever pressed was told that it is too old. */
export function recallAnswer<Place>({ bot, tell }: Press<Place>, answerId: string): Promise<SavedAnswer | null> {
  return orTell(bot.answering.recall(answerId), tell);
}

/** What was asked for it; `null` likewise. */
export function recallQuestion<Place>({ bot, tell }: Press<Place>, answerId: string): Promise<Question | null> {
  return orTell(bot.answering.find(answerId), tell);
}

async function orTell<T>(recalled: Promise<T | null>, tell: Press<never>["tell"]): Promise<T | null> {
  const found = await recalled;
  if (found === null) await tell(EXPIRED);
  return found;
}

/** 👍 for an answer. */
export async function voteUp<Place>(pressed: Press<Place>, answerId: string): Promise<void> {
  const { bot, asker, tell } = pressed;
  if ((await recallQuestion(pressed, answerId)) === null) return;
  await bot.feedback.vote(answerId, asker, "up");
  await tell(THANKS.up);
}

/** 👎, which counts whatever comes of `askWhy`; neither waits for the other, as a form opens within three seconds or not at all. */
export async function voteDown<Place>(
  pressed: Press<Place>,
  answerId: string,
  askWhy: () => Promise<unknown>,
): Promise<void> {
  const { bot, asker } = pressed;
  if ((await recallQuestion(pressed, answerId)) === null) return;
  await Promise.all([bot.feedback.vote(answerId, asker, "down"), askWhy()]);
}

/** Answers the question of a button or a dialog. */
export async function ask<Place>(
  { bot, key, asker, acknowledge }: Press<Place>,
  text: string,
  where: Pick<Asked<Place>, "continuation" | "place">,
): Promise<void> {
  const request = { kind: "question", question: { text } } as const;
  await bot.exchange.take(askedFor({ key, request, asker, ...where }), acknowledge);
}

/**
 * Shows an answer that only one person sees to all, once; true where it stands in a place that is for all.
 */
export async function share<Place>(
  { bot, key, asker, acknowledge, tell }: Press<Place>,
  { id: answerId, question }: Pick<SavedAnswer, "id" | "question">,
  where: Pick<Asked<Place>, "continuation" | "place">,
  isForAll: (place: Place) => boolean = () => true,
): Promise<boolean> {
  const shared = `${asker.platform}:shared:${answerId}`;
  if (!(await bot.state.claim(shared, ANSWER_TTL_MS))) {
    await tell(ALREADY_SHARED);
    return false;
  }
  const request = { kind: "question", question: { ...question, earlier: question.earlier ?? [] } } as const;
  // It was counted when it was asked.
  const asked = askedFor({ key: `share:${key}`, answerId, request, asker, isCounted: false, ...where });
  const written = await bot.exchange.take(asked, acknowledge);
  const isShared = written !== null && isForAll(written.place);
  if (!isShared) await bot.state.delete(shared);
  return isShared;
}
