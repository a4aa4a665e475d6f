import type { Answer, ContextParagraph, Engine, Passage, Question } from "../../src/index.ts";
import { toAnswerJson } from "../conversation/answer-json.ts";
import { arrangeAnswer, passagesIn, readingOrder } from "../conversation/arrange.ts";
import type { TerminalStyle } from "./paint.ts";
import { printableJson } from "./printable.ts";
import { joinBlocks, renderAnswer, renderText } from "./render-answer.ts";

/** How much of an answer a person wants to see. */
export interface Detail {
  /** How many passages beyond those that are shown at first. */
  readonly more: number;
  /** Whether each passage stands in the paragraphs around it. */
  readonly context: boolean;
}

/** Answers a question on one line of JSON. */
export async function askForJson(engine: Engine, question: Question): Promise<string> {
  return `${printableJson(toAnswerJson(null, await engine.ask(question)))}\n`;
}

/** Answers a question for a person; what they read is made for the terminal that it is shown in. */
export async function askForReading(
  engine: Engine,
  question: Question,
  detail: Detail,
): Promise<(style: TerminalStyle) => string> {
  const found = await engine.ask(question);
  const order = readingOrder(found);
  const shown = passagesIn(arrangeAnswer(found)).length;
  const passages = [...found.passages, ...order.slice(shown, shown + detail.more)];
  const answer: Answer = { ...found, passages };
  const contexts = new Map<Passage, readonly ContextParagraph[]>();
  if (detail.context)
    for (const one of order.slice(0, shown + detail.more)) contexts.set(one, await engine.context(one));
  const hint = detail.more === 0 ? moreHint(order.length - shown) : "";
  return (style) => {
    const text = renderAnswer(answer, style, (passage) => contexts.get(passage));
    return `${joinBlocks([text, renderText(hint, "dim", style)])}\n`;
  };
}

function moreHint(count: number): string {
  return count === 0 ? "" : `${count} more ${count === 1 ? "passage" : "passages"}: --more ${count}`;
}
