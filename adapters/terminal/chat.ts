import { createInterface, type Interface } from "node:readline";
import type { Engine } from "../../src/index.ts";
import { createTerminalConversation } from "./conversation.ts";
import { openHistoryFile } from "./history-file.ts";
import { type KeyReader, print, printInPages } from "./output.ts";
import { readLines } from "./read-lines.ts";
import { renderText } from "./render-answer.ts";
import { detectStyle, type TerminalStyle } from "./terminal-style.ts";
import { loadColumns } from "./wrap.ts";

const PROMPT = "› ";
const MAX_COMPLETIONS = 8;
const MAX_HISTORY = 1_000;
const HOW_TO_LEAVE = "(To leave, press Ctrl-C again, or Ctrl-D, or type quit.)";

/**
 * Answers what is typed, or piped, until it ends; resolves with how many lines there were.
 * @param history the file that keeps what a person types for the next time; `null` for none.
 */
export async function chat(engine: Engine, history: string | null): Promise<number> {
  const columnsOf = await loadColumns();
  const styleNow = () => detectStyle(process.stdout, process.env, columnsOf);
  const isWithPerson = process.stdin.isTTY && process.stdout.isTTY;
  return isWithPerson ? chatWithPerson(engine, history, styleNow) : chatWithPipe(engine, styleNow);
}

async function chatWithPerson(
  engine: Engine,
  historyPath: string | null,
  styleNow: () => TerminalStyle,
): Promise<number> {
  const conversation = createTerminalConversation(engine);
  const history = await openHistoryFile(historyPath);
  const complete = async (typed: string) =>
    [beginningWith(typed, await engine.completeQuestion(typed, MAX_COMPLETIONS)), typed] as const;
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: PROMPT,
    completer: complete,
    history: [...history.lines],
    historySize: MAX_HISTORY,
    removeHistoryDuplicates: true,
  });
  clearOnInterrupt(lines);
  let count = 0;
  await print(process.stdout, `${await conversation.greet(styleNow())}\n\n`);
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== "") {
      count += 1;
      await history.add(line);
      const reply = await conversation.reply(line, styleNow());
      if (reply === null) break;
      await printInPages(process.stdout, `\n${reply}\n\n`, process.env, keysOf(lines));
    }
    lines.prompt();
  }
  lines.close();
  return count;
}

/** Ctrl-C takes back what was typed; where nothing was, it says how to leave, and the next one leaves. */
function clearOnInterrupt(lines: Interface): void {
  let isLeaving = false;
  lines.on("line", () => {
    isLeaving = false;
  });
  lines.on("SIGINT", () => {
    const wasEmpty = lines.line === "";
    if (wasEmpty && isLeaving) return lines.close();
    isLeaving = wasEmpty;
    // To the end of what was typed, which may fill several rows.
    lines.write(null, { ctrl: true, name: "e" });
    process.stdout.write(wasEmpty ? `\n${HOW_TO_LEAVE}\n` : "^C\n");
    lines.write(null, { ctrl: true, name: "u" });
    lines.prompt();
  });
}

/** A pager wants the keys as the terminal gives them. */
function keysOf(lines: Interface): KeyReader {
  return {
    lend() {
      lines.pause();
      process.stdin.setRawMode(false);
    },
    takeBack() {
      process.stdin.setRawMode(true);
      lines.resume();
    },
  };
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
