import type { Coverage, Engine, Passage } from "../../src/index.ts";
import { arrangeAnswer, passagesIn, readingOrder } from "../conversation/arrange.ts";
import { describeCoverage } from "../conversation/citation.ts";
import { readCourtesy } from "../conversation/request.ts";
import { ANY_TIME, NO_MORE } from "../conversation/texts.ts";
import { withNext } from "./ask.ts";
import { renderCoverage } from "./coverage.ts";
import { joinBlocks, renderAnswer, renderContext, renderList, renderPassages, renderText } from "./render-answer.ts";
import type { TerminalStyle } from "./terminal-style.ts";

/** A conversation in the terminal: what is typed goes in, what is to be printed comes out; `null` ends it. */
export interface TerminalConversation {
  greet(style: TerminalStyle): Promise<string>;
  reply(line: string, style: TerminalStyle): Promise<string | null>;
}

/** What `more` shows at once. */
const MORE_PASSAGES = 3;

const COMMAND = /^(more|context|sources|help|quit|exit|\?)(?:\s+(\d{1,4}))?$/i;
const COMMANDS = [
  "more: further passages on the last question",
  "context 2: the paragraphs around passage 2",
  "sources: the articles that are asked",
  "help: this text",
  "quit: the end (Ctrl-D too)",
];
const FILTERS = "A question may hold from:SPEAKER, source:OUTLET, since:DATE and until:DATE.";

interface LastAnswer {
  readonly passages: readonly Passage[];
  /** How many of the passages were shown so far. */
  readonly shown: number;
}

/** A conversation in which nothing was asked yet. */
export function createTerminalConversation(engine: Engine): TerminalConversation {
  let earlier: readonly string[] = [];
  let last: LastAnswer | null = null;

  const ask = async (text: string, style: TerminalStyle): Promise<string> => {
    const question = { text, earlier };
    earlier = withNext(earlier, text);
    const answer = await engine.ask(question);
    last = { passages: readingOrder(answer), shown: passagesIn(arrangeAnswer(answer)).length };
    return joinBlocks([renderAnswer(answer, style), renderMoreHint(last, style)]);
  };

  const more = (style: TerminalStyle): string => {
    if (last === null) return renderText("Ask a question first.", "plain", style);
    const { passages, shown } = last;
    const next = passages.slice(shown, shown + MORE_PASSAGES);
    if (next.length === 0) return renderText(NO_MORE, "plain", style);
    last = { ...last, shown: shown + next.length };
    return joinBlocks([renderPassages(next, shown + 1, style), renderMoreHint(last, style)]);
  };

  const context = async (number: number, style: TerminalStyle): Promise<string> => {
    const passage = last?.passages.slice(0, last.shown)[number - 1];
    if (passage) return renderContext(number, passage, await engine.context(passage), style);
    if (last === null || last.shown === 0)
      return renderText("There is no passage yet: ask a question.", "plain", style);
    return renderText(`There is no passage ${number}: they go from 1 to ${last.shown}.`, "plain", style);
  };

  /** A courtesy is no question, as in Slack and Discord: it leaves `more` and follow-ups as they are. */
  const converse = async (text: string, style: TerminalStyle): Promise<string> => {
    switch (readCourtesy(text)) {
      case "greeting":
        return renderHelp(await engine.coverage(), style);
      case "thanks":
        return renderText(ANY_TIME, "plain", style);
      case null:
        return ask(text, style);
    }
  };

  return {
    greet: async (style) => renderGreeting(await engine.coverage(), style),
    async reply(line, style) {
      const text = line.trim();
      const [, command, number] = COMMAND.exec(text) ?? [];
      switch (command?.toLowerCase()) {
        case "quit":
        case "exit":
          return null;
        case "help":
        case "?":
          return renderHelp(await engine.coverage(), style);
        case "sources":
          return renderCoverage(await engine.coverage(), style);
        case "more":
          return more(style);
        case "context":
          return context(Number(number ?? 1), style);
        default:
          return converse(text, style);
      }
    },
  };
}

function renderMoreHint({ passages, shown }: LastAnswer, style: TerminalStyle): string {
  const rest = passages.length - shown;
  return renderText(rest === 0 ? "" : `more: ${rest} further ${rest === 1 ? "passage" : "passages"}`, "dim", style);
}

function renderGreeting(coverage: Coverage, style: TerminalStyle): string {
  return joinBlocks([
    renderText(`Talks knows ${describeCoverage(coverage)} Ask a question, or type help.`, "plain", style),
    renderList("For example:", coverage.examples.slice(0, 3), style),
  ]);
}

function renderHelp(coverage: Coverage, style: TerminalStyle): string {
  return joinBlocks([
    renderList("Ask in your own words, such as:", coverage.examples.slice(0, 3), style),
    renderText(FILTERS, "plain", style),
    renderList("Beside questions:", COMMANDS, style),
  ]);
}
