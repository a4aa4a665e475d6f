import type { Answer } from "../../src/index.ts";
import { introductionLines } from "./introduction.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { type PlainMessage, plainMessage } from "./message.ts";
import { type AnswerFrame, MORE_AT_ONCE, numberedPassages } from "./render-answer.ts";
import { disagreementMarkdown, passageMarkdown } from "./render-passage.ts";
import { type Room, renderToFit } from "./room.ts";

/** The answer without components: what is sent where Discord refuses them. */
export function renderPlainAnswer(answer: Answer, frame: AnswerFrame): PlainMessage {
  const text = renderToFit(
    (room) => answerText(answer, frame, room),
    (fitted) => fitted.length <= DISCORD_LIMITS.contentCharacters,
  );
  return plainMessage(text);
}

/** The passages from number `from` on without components. */
export function renderPlainMore(answer: Answer, from: number): PlainMessage {
  const passages = numberedPassages(answer).slice(from, from + MORE_AT_ONCE);
  const render = (room: Room) => passages.map((passage) => passageMarkdown(passage, room)).join("\n\n");
  return plainMessage(renderToFit(render, (text) => text.length <= DISCORD_LIMITS.contentCharacters));
}

function answerText(answer: Answer, { heading }: AnswerFrame, room: Room): string {
  return [
    [...(heading === null ? [] : [heading]), ...introductionLines(answer, room)].join("\n"),
    ...answer.passages.slice(0, room.passages).map((passage) => passageMarkdown(passage, room)),
    ...answer.disagreements.slice(0, room.disagreements).map((point) => disagreementMarkdown(point, room)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
