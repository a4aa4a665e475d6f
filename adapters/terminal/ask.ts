import type { Answer, ContextParagraph, Engine, Question } from "../../src/index.ts";
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
  const answer: Answer = { ...found, passages: [...found.passages, ...found.more.slice(0, detail.more)] };
  const contexts = detail.context ? await Promise.all(answer.passages.map((one) => engine.context(one))) : null;
  const hint = detail.more === 0 ? moreHint(found.more.length) : "";
  return (style) => {
    const text = contexts
      ? renderAnswer(answer, style, renderInContext(answer, contexts, style))
      : renderAnswer(answer, style);
    return `${joinBlocks([text, renderText(hint, "dim", style)])}\n`;
  };
}

function renderInContext(
  { passages }: Answer,
  contexts: readonly (readonly ContextParagraph[])[],
  style: TerminalStyle,
): readonly string[] {
  return passages.map((passage, at) => renderContext(at + 1, passage, contexts[at] ?? [], style));
}

function moreHint(count: number): string {
  return count === 0 ? "" : `${count} more ${count === 1 ? "passage" : "passages"}: --more ${count}`;
}
