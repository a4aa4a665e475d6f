import { createInterface } from "node:readline";
import type { Engine } from "../../src/index.ts";
import { loadColumns } from "./columns.ts";
import { createTerminalConversation } from "./conversation.ts";
import { print } from "./output.ts";
import type { TerminalStyle } from "./paint.ts";
import { readLines } from "./read-lines.ts";
import { renderText } from "./render-answer.ts";
import { detectStyle } from "./terminal-style.ts";

const PROMPT = "› ";
const MAX_COMPLETIONS = 8;

/** Answers what is typed, or piped, until it ends; resolves with how many lines there were. */
export async function chat(engine: Engine): Promise<number> {
  const columnsOf = await loadColumns();
  const styleNow = () => detectStyle(process.stdout, process.env, columnsOf);
  const isWithPerson = process.stdin.isTTY && process.stdout.isTTY;
  return isWithPerson ? chatWithPerson(engine, styleNow) : chatWithPipe(engine, styleNow);
}

async function chatWithPerson(engine: Engine, styleNow: () => TerminalStyle): Promise<number> {
  const conversation = createTerminalConversation(engine);
  const complete = async (typed: string) =>
    [beginningWith(typed, await engine.completeQuestion(typed, MAX_COMPLETIONS)), typed] as const;
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: PROMPT,
    completer: complete,
  });
  let count = 0;
  await print(process.stdout, `${await conversation.greet(styleNow())}\n\n`);
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== "") {
      count += 1;
      const reply = await conversation.reply(line, styleNow());
      if (reply === null) break;
      await print(process.stdout, `\n${reply}\n\n`);
    }
    lines.prompt();
  }
  lines.close();
  return count;
}

async function chatWithPipe(engine: Engine, styleNow: () => TerminalStyle): Promise<number> {
  const conversation = createTerminalConversation(engine);
  let count = 0;
  for await (const line of readLines(process.stdin)) {
    if (line.trim() === "") continue;
    count += 1;
    const style = styleNow();
    const reply = await conversation.reply(line, style);
    if (reply === null) break;
    const asked = renderText(`${PROMPT}${line.trim()}`, "bold", style);
    await print(process.stdout, `${count === 1 ? "" : "\n"}${asked}\n\n${reply}\n`);
  }
  return count;
}

/** Readline puts a completion in the place of what was typed, so it has to begin with it. */
function beginningWith(typed: string, completions: readonly string[]): string[] {
  return completions.filter((completion) => completion.startsWith(typed));
}
