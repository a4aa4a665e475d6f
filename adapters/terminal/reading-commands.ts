import type { Command } from "commander";
import { parseCountArgument, parseDateArgument } from "./arguments.ts";
import type { AskOptions, CorpusOptions, StatementsOptions } from "./command-options.ts";

const CORPUS = [
  "--corpus <folder>",
  "ask this folder of articles (else CORPUS_DIR, else the one that comes with Talks)",
] as const;

const ASK_EXAMPLES = `
Examples:
  talks ask who signed the agreement
  talks ask --context when will the bridge open      each passage within its paragraphs
  talks ask --source Reuters --since 2025-03 what was agreed
  talks ask --from "Clara Brandt" what about the tariffs
                                                     only the words of one speaker; from: NAME in the question does the same
  talks ask --json how many ships | jq .passages     for programs
  talks ask --batch < questions.jsonl                lines of {"id", "question", "thread"?, "from"?, "source"?, "since"?,
                                                     "until"?}; one thread is one conversation`;

const START_EXAMPLES = `
Examples:
  talks start                      every platform whose variables are set (.env.example); with none, talks chat
  talks start what was agreed      the same as talks ask what was agreed
  talks start check                the same as talks check`;

/** Adds `talks ask`. */
export function addAsk(program: Command, act: (words: readonly string[], options: AskOptions) => Promise<void>): void {
  program
    .command("ask")
    .description("answer one question, or many with --batch")
    .argument("[question...]", "the question, in your own words")
    .option("--json", "print the answer as one line of JSON")
    .option(...CORPUS)
    .option("--from <name>", "only the words of this speaker")
    .option("--source <outlet>", "only articles of this outlet or agency")
    .option("--since <date>", "only articles of this date or later: YYYY, YYYY-MM or YYYY-MM-DD", parseDateArgument)
    .option("--until <date>", "only articles of this date or earlier, inclusive", parseDateArgument)
    .option("--more <n>", "show this many further passages", parseCountArgument)
    .option("--context", "show the paragraphs around each passage")
    .option("--batch", "answer JSON lines on standard input with JSON lines")
    .addHelpText("after", ASK_EXAMPLES)
    .action(act);
}

/** Adds `talks start`. */
export function addStart(
  program: Command,
  act: (words: readonly string[], options: CorpusOptions) => Promise<void>,
): void {
  program
    .command("start")
    .description("the bot, on every platform whose variables are set; with none, the chat")
    .argument("[words...]", "a command, or a question to answer at once")
    .option(...CORPUS)
    .passThroughOptions()
    .addHelpText("after", START_EXAMPLES)
    .action(act);
}

/** Adds `talks chat`. */
export function addChat(program: Command, act: (options: CorpusOptions) => Promise<void>): void {
  program
    .command("chat")
    .description("a conversation in the terminal")
    .option(...CORPUS)
    .action(act);
}

/** Adds `talks check`. */
export function addCheck(program: Command, act: (options: CorpusOptions) => Promise<void>): void {
  program
    .command("check")
    .description("find the faults of a folder of articles; exit code 1 where there are any")
    .option(...CORPUS)
    .action(act);
}

/** Adds `talks statements`. */
export function addStatements(program: Command, act: (options: StatementsOptions) => Promise<void>): void {
  program
    .command("statements")
    .description("find who says what in texts")
    .option("--batch", 'read lines of {"id", "text"} on standard input, write lines of {"id", "statements"}')
    .option("--corpus <folder>", "name the speakers as the articles of this folder do")
    .action(act);
}
