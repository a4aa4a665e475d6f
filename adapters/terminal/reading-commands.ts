import { type Command, Option } from "commander";
import { parseCountArgument, parseDateArgument } from "./arguments.ts";
import type { AskOptions, ChatOptions, CorpusOptions, LookOptions, StatementsOptions } from "./command-options.ts";

/** The option that names the folder of the articles, in the words of the command that does something with them. */
export function corpusOption(does: string): Option {
  return new Option(
    "--corpus <folder>",
    `${does} this folder of articles (else CORPUS_DIR, else the one that comes with Talks)`,
  );
}

const JSON_LINE = "print one line of JSON";

const ASK_EXAMPLES = `
Examples:
  talks ask who signed the agreement
  echo who signed it | talks ask                     the question from a pipe; so does: talks ask -
  talks ask --context when will the bridge open      each passage within its paragraphs
  talks ask --source Reuters --since 2025-03 what was agreed
  talks ask --from "Clara Brandt" what about the tariffs
                                                     only the words of one speaker; from: NAME in the question does the same
  talks ask --json how many ships | jq .passages     for programs
  talks ask -e will the bridge open || echo nothing  the exit code tells whether there is an answer
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
    .argument("[question...]", "the question, in your own words; - or none reads it from standard input")
    .addOption(corpusOption("ask"))
    .option("--from <name>", "only the words of this speaker")
    .option("--source <outlet>", "only articles of this outlet or agency")
    .option("--since <date>", "only articles of this date or later: YYYY, YYYY-MM or YYYY-MM-DD", parseDateArgument)
    .option("--until <date>", "only articles of this date or earlier, inclusive", parseDateArgument)
    .option("--more <n>", "show this many further passages", parseCountArgument)
    .addOption(
      new Option("--limit <n>", "show this many passages at most").argParser(parseCountArgument).conflicts("more"),
    )
    .option("--context", "show the paragraphs around each passage")
    .option("--explain", "tell why each passage stands where it does")
    .option("--json", JSON_LINE)
    .addOption(new Option("-e, --exit-status", "end with exit code 3 where nothing answers").conflicts("batch"))
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
    .addOption(corpusOption("answer from"))
    .passThroughOptions()
    .addHelpText("after", START_EXAMPLES)
    .action(act);
}

/** Adds `talks chat`. */
export function addChat(program: Command, act: (options: ChatOptions) => Promise<void>): void {
  program
    .command("chat")
    .description("a conversation in the terminal")
    .addOption(corpusOption("talk about"))
    .option("--no-history", "neither read nor write the lines of earlier conversations (CHAT_HISTORY=false for good)")
    .action(act);
}

/** Adds `talks sources`. */
export function addSources(program: Command, act: (options: LookOptions) => Promise<void>): void {
  program
    .command("sources")
    .description("list the articles that are asked, and whose words they report")
    .addOption(corpusOption("list"))
    .option("--json", JSON_LINE)
    .action(act);
}

/** Adds `talks check`. */
export function addCheck(program: Command, act: (options: LookOptions) => Promise<void>): void {
  program
    .command("check")
    .summary("find the faults of a folder of articles")
    .description("find the faults of a folder of articles; exit code 1 where there are any")
    .addOption(corpusOption("check"))
    .option("--json", JSON_LINE)
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
