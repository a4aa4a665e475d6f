import type {
  Answer,
  ContextParagraph,
  Engine,
  ExplainedPassage,
  Explanation,
  Passage,
  Points,
} from "../../src/index.ts";
import { arrangeAnswer, passagesIn, readingOrder } from "../conversation/arrange.ts";
import { joinBlocks, renderAnswer, renderText } from "./render-answer.ts";
import type { TerminalStyle } from "./terminal-style.ts";

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

/** Nobody leans on more than the last few questions. */
const MAX_EARLIER = 10;

/** The questions of a conversation, oldest first, with one more. */
export function withNext(earlier: readonly string[], question: string): readonly string[] {
  return [...earlier, question].slice(-MAX_EARLIER);
}

/** The answer with as many passages as are wanted at first, at most; all others are its further ones. */
export function limitPassages(answer: Answer, limit: number | null): Answer {
  if (limit === null) return answer;
  const all = [...answer.passages, ...answer.more];
  let left = limit;
  const parts = answer.parts.map((part) => {
    const passages = Math.min(part.passages, left);
    left -= passages;
    return { ...part, passages };
  });
  return { ...answer, parts, passages: all.slice(0, limit), more: all.slice(limit) };
}

/** An answer for a person, with its reasons where these were asked for; it is made for the terminal that it is shown in. */
export async function readable(
  engine: Engine,
  found: Answer,
  detail: Detail,
): Promise<(style: TerminalStyle) => string> {
  const order = readingOrder(found);
  const shown = passagesIn(arrangeAnswer(found)).length;
  const passages = [...found.passages, ...order.slice(shown, shown + detail.more)];
  const answer: Answer = { ...found, passages };
  const contexts = new Map<Passage, readonly ContextParagraph[]>();
  if (detail.context)
    for (const one of order.slice(0, shown + detail.more)) contexts.set(one, await engine.context(one));
  const reasons = found.explain?.map(renderExplanation).join("\n") ?? "";
  const hint = detail.more === 0 ? moreHint(order.length - shown) : "";
  return (style) => {
    const text = renderAnswer(answer, style, (passage) => contexts.get(passage));
    return `${joinBlocks([text, renderText(hint, "dim", style)])}\n${reasons}`;
  };
}

function moreHint(count: number): string {
  return count === 0 ? "" : `${count} more ${count === 1 ? "passage" : "passages"}: --more ${count}`;
}

/** Why a question was answered as it was, for a person who knows the names of docs/how-an-answer-is-found.md. */
function renderExplanation(explanation: Explanation): string {
  const { question, intent, need, overview, subject, terms, missing, decidedBy, compared } = explanation;
  const { outcome, confidence, reasons, passages } = explanation;
  const read = [
    `asks for: ${overview ?? intent}${need === "any" ? "" : ` (${need})`}${subject === null ? "" : ` of ${subject}`}`,
    ...terms.map(({ text, role, weight, foundBy }) => {
      const found = foundBy.length === 0 ? "in no article" : `found by ${foundBy.join(", ")}`;
      return `${role === "asked" ? "term" : "from before"}: ${text} (${weight}), ${found}`;
    }),
    ...(missing.length > 0 ? [`in no article: ${missing.join(", ")}`] : []),
    decidedBy === "words" ? "decided by words" : `decided by words and meaning, of “${compared}”`,
    `${outcome}, at ${confidence}: ${listed(reasons)}`,
  ];
  return [`Why: ${question}`, ...read.map((line) => `  ${line}`), ...passages.map(renderPassage), ""].join("\n");
}

function renderPassage({ score, parts, meaning, setting }: ExplainedPassage, at: number): string {
  const near = meaning === null ? "" : `; cosines ${meaning} and, of its paragraph, ${setting}`;
  return `  ${at + 1}  ${score} = ${listed(parts)}${near}`;
}

function listed(points: readonly Points[]): string {
  return points.map(({ name, points: own }) => `${name} ${own > 0 ? "+" : ""}${own}`).join(", ");
}
