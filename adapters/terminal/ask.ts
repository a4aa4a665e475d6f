import type { Answer, Engine, Question } from "../../src/index.ts";
import { toAnswerJson } from "./answer-json.ts";
import type { TerminalStyle } from "./paint.ts";
import { printableJson } from "./printable.ts";
import { joinBlocks, renderAnswer, renderText } from "./render-answer.ts";
import { renderContext } from "./render-context.ts";

/** How much of an answer a person wants to see. */
export interface Detail {
  /** How many passages beyond those that are shown at first. */
  readonly more: number;
  /** Whether each passage stands in the paragraphs around it. */
  readonly context: boolean;
}

/** Answers a question on one line of JSON. */
export function askForJson(engine: Engine, question: Question): string {
  return `${printableJson(toAnswerJson(null, engine.ask(question)))}\n`;
}

/** Answers a question for a person. */
export function askForReading(engine: Engine, question: Question, detail: Detail, style: TerminalStyle): string {
  const found = engine.ask(question);
  const answer: Answer = { ...found, passages: [...found.passages, ...found.more.slice(0, detail.more)] };
  const text = detail.context
    ? renderAnswer(answer, style, renderInContext(engine, answer, style))
    : renderAnswer(answer, style);
  const hint = detail.more === 0 ? moreHint(found.more.length) : "";
  return `${joinBlocks([text, renderText(hint, "dim", style)])}\n`;
}

function renderInContext(engine: Engine, { passages }: Answer, style: TerminalStyle): string {
  const rendered = passages.map((passage, at) => renderContext(at + 1, passage, engine.context(passage), style));
  return joinBlocks(rendered);
}

function moreHint(count: number): string {
  return count === 0 ? "" : `${count} more ${count === 1 ? "passage" : "passages"}: --more ${count}`;
}
