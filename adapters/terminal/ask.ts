import type { Answer, ContextParagraph, Engine } from "../../src/index.ts";
import type { TerminalStyle } from "./paint.ts";
import { joinBlocks, renderAnswer, renderText } from "./render-answer.ts";
import { renderContext } from "./render-context.ts";

/** How much of an answer a person wants to see. */
export interface Detail {
  /** How many passages beyond those that are shown at first. */
  readonly more: number;
  /** Whether each passage stands in the paragraphs around it. */
  readonly context: boolean;
}

/** Longer questions are cut, so that no more of a pipe needs to be read. */
const MOST_READ = 10_000;

/** The question in the words of the command line, or on standard input where there are none, or a dash. */
export async function readQuestion(words: readonly string[], input: NodeJS.ReadStream): Promise<string> {
  const isPiped = words.length === 0 && !input.isTTY;
  if (!isPiped && words.join(" ") !== "-") return words.join(" ").trim();
  let text = "";
  input.setEncoding("utf8");
  for await (const chunk of input) {
    text += chunk;
    if (text.length > MOST_READ) break;
  }
  return text.trim();
}

/** The answer with as many passages as are wanted at first, at most; all others are its further ones. */
export function limitPassages(answer: Answer, limit: number | null): Answer {
  if (limit === null) return answer;
  const all = [...answer.passages, ...answer.more];
  return { ...answer, passages: all.slice(0, limit), more: all.slice(limit) };
}

/** An answer for a person; what they read is made for the terminal that it is shown in. */
export async function readable(
  engine: Engine,
  found: Answer,
  detail: Detail,
): Promise<(style: TerminalStyle) => string> {
  const answer = limitPassages(found, found.passages.length + detail.more);
  const contexts = detail.context ? await Promise.all(answer.passages.map((one) => engine.context(one))) : null;
  const hint = detail.more === 0 ? moreHint(answer.more.length) : "";
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
