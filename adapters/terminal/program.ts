import { Command } from "commander";
import { parseCountArgument, parseDateArgument } from "./arguments.ts";

/** Options of `talks ask`; absent where they were not given. */
export interface AskOptions {
  readonly json?: true;
  readonly batch?: true;
  readonly corpus?: string;
  readonly source?: string;
  readonly since?: string;
  readonly until?: string;
  readonly more?: number;
  readonly context?: true;
}

/** The option that every command over a corpus has. */
export interface CorpusOptions {
  readonly corpus?: string;
}

/** What each command does; each resolves with the exit code. */
export interface Commands {
  ask(words: readonly string[], options: AskOptions): Promise<number>;
  chat(options: CorpusOptions): Promise<number>;
  start(options: CorpusOptions): Promise<number>;
  check(options: CorpusOptions): Promise<number>;
}

const CORPUS = [
  "--corpus <folder>",
  "ask this folder of articles (else CORPUS_DIR, else the one that comes with Talks)",
] as const;

const EXAMPLES = `
Examples:
  talks ask what did the minister say       answer a question with the very sentences of the articles
  talks chat                                ask on: "and his deputy?", "more", "context 2"
  talks check --corpus my-articles          find what is wrong in a folder of articles
  talks start                               answer in Slack and Discord, as .env.example explains`;

const ASK_EXAMPLES = `
Examples:
  talks ask who signed the agreement
  talks ask --context when will the bridge open      each passage within its paragraphs
  talks ask --source Reuters --since 2025-03 what was agreed
  talks ask from:Brandt what about the tariffs       only the words of one speaker
  talks ask --json how many ships | jq .passages     for programs
  talks ask --batch < questions.jsonl                lines of {"id", "question", "thread"?}; one thread is one conversation`;

const START_EXAMPLES = `
Examples:
  talks start                      every platform whose variables are set (.env.example); with none, talks chat
  talks start what was agreed      the same as talks ask what was agreed
  talks start check                the same as talks check`;

/**
 * Runs the command that `args` name and resolves with its exit code.
 * @throws CommanderError where they name none, or options it does not have; also, with exit code 0, after the help.
 */
export async function runCommandLine(args: readonly string[], version: string, commands: Commands): Promise<number> {
  const program = createProgram(version);
  let exitCode = 0;
  const run = async (work: Promise<number>) => {
    exitCode = await work;
  };
  addAsk(program, (words, options) => run(commands.ask(words, options)));
  addStart(program, (words, options) => {
    if (words.length === 0) return run(commands.start(options));
    return run(runCommandLine(namedByStart(program, words, options), version, commands));
  });
  program
    .command("chat")
    .description("a conversation in the terminal")
    .option(...CORPUS)
    .action((options: CorpusOptions) => run(commands.chat(options)));
  program
    .command("check")
    .description("find the faults of a folder of articles; exit code 1 where there are any")
    .option(...CORPUS)
    .action((options: CorpusOptions) => run(commands.check(options)));
  await program.parseAsync(args.length > 0 ? args : ["--help"], { from: "user" });
  return exitCode;
}

function createProgram(version: string): Command {
  return new Command("talks")
    .description(
      "Answers questions about a folder of news articles with their exact sentences, who said them, and where.",
    )
    .version(version, "--version", "print the version")
    .helpOption("--help", "print this help")
    .addHelpText("after", EXAMPLES)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ outputError: () => {} });
}

function addAsk(program: Command, act: (words: readonly string[], options: AskOptions) => Promise<void>): void {
  program
    .command("ask")
    .description("answer one question, or many with --batch")
    .argument("[question...]", "the question, in your own words")
    .option("--json", "print the answer as one line of JSON")
    .option(...CORPUS)
    .option("--source <outlet>", "only articles of this outlet or agency")
    .option("--since <date>", "only articles of this date or later: YYYY, YYYY-MM or YYYY-MM-DD", parseDateArgument)
    .option("--until <date>", "only articles of this date or earlier, inclusive", parseDateArgument)
    .option("--more <n>", "show this many further passages", parseCountArgument)
    .option("--context", "show the paragraphs around each passage")
    .option("--batch", "answer JSON lines on standard input with JSON lines")
    .addHelpText("after", ASK_EXAMPLES)
    .action(act);
}

function addStart(program: Command, act: (words: readonly string[], options: CorpusOptions) => Promise<void>): void {
  program
    .command("start")
    .description("the bot, on every platform whose variables are set; with none, the chat")
    .argument("[words...]", "a command, or a question to answer at once")
    .option(...CORPUS)
    .passThroughOptions()
    .addHelpText("after", START_EXAMPLES)
    .action(act);
}

/** `npm start -- WORD…`: the command that the first word names, otherwise a question. */
function namedByStart(program: Command, words: readonly string[], { corpus }: CorpusOptions): string[] {
  const names = ["help", ...program.commands.map((command) => command.name())];
  const corpusArgs = corpus === undefined ? [] : ["--corpus", corpus];
  const [first = "", ...others] = words;
  return names.includes(first) ? [first, ...corpusArgs, ...others] : ["ask", ...corpusArgs, ...words];
}
